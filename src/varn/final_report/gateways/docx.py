"""The report as a Word document with real styles, for the agency to finish in its own template."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from varn.final_report.gateways.maps import map_png, map_svg
from varn.kernel.printing.docx import About, Span, WordDocument

Shown = Mapping[str, Any]  # a block or span: a mapping of texts and lists, see rules/blocks.py
DEEPEST = 3
MAP_WIDTH_MM = 60


def as_docx(document: Shown, *, changed_at: datetime) -> bytes:
    """Write the report from its cover to its appendices; the same bytes each time."""
    words = document["words"]
    about = About(
        title=f"{words['final_report']}: {document['title']}",
        author=document["agency"],
        language=document["language"],
        created=changed_at,
        registry_number=" · ".join(dict.fromkeys(filter(None, _numbers(document)))),
        foot=words["final_report"],
    )
    file = WordDocument(about)
    _cover(file, document)
    _letter(file, document)
    file.contents(words["contents"])
    file.page_break()
    _blocks(file, document["blocks"], words)
    return file.save()


def _numbers(document: Shown) -> tuple[str, str]:
    return document["own_registry_number"], document["registry_number"]


def _cover(file: WordDocument, document: Shown) -> None:
    words = document["words"]
    file.paragraph(words["final_report"], style="Subtitle")
    file.title(document["title"])
    file.paragraph(document["agency"], style="Subtitle")
    if document["is_demonstration"]:
        file.paragraph([Span(words["demonstration"], strong=True)])
    file.facts([(row["label"], row["value"]) for row in document["cover"]])
    file.page_break()


def _letter(file: WordDocument, document: Shown) -> None:
    letter = document["letter"]
    file.paragraph([Span(letter["sender"], strong=True)])
    file.facts([(mark["label"], mark["value"]) for mark in letter["marks"]])
    file.paragraph(letter["addressee"])
    file.paragraph(letter["heading"], style="Subtitle")
    _blocks(file, letter["blocks"], document["words"])
    file.paragraph(" ".join(letter["closing"]))
    file.page_break()


def _blocks(file: WordDocument, blocks: Iterable[Shown], words: Shown) -> None:
    for block in blocks:
        WRITERS[block["kind"]](file, block, words)


def _heading(file: WordDocument, block: Shown, _: Shown) -> None:
    file.heading(block["text"], level=min(block["level"], DEEPEST), anchor=block["anchor"])


def _paragraph(file: WordDocument, block: Shown, _: Shown) -> None:
    style = "Quote" if block["style"] == "quote" else "Normal"
    file.paragraph(_spans(block["spans"]), style=style, anchor=block["anchor"])


def _list(file: WordDocument, block: Shown, _: Shown) -> None:
    items = [_spans(item["spans"]) for item in block["items"]]
    anchors = [item["anchor"] for item in block["items"]]
    file.bullets(items, numbered=block["is_numbered"], anchors=anchors)


def _facts(file: WordDocument, block: Shown, _: Shown) -> None:
    file.facts([(row["label"], _spans(row["spans"])) for row in block["rows"]])


def _table(file: WordDocument, block: Shown, words: Shown) -> None:
    if not block["rows"]:
        file.paragraph(block["empty"], anchor=block["anchor"])
        return
    numbered = f"{words['table']} {block['number']}. " if block["number"] else ""
    file.table(
        [column["label"] for column in block["columns"]],
        [[_spans(cell) for cell in row["cells"]] for row in block["rows"]],
        caption=f"{numbered}{block['caption']}",
        numeric=[
            place for place, column in enumerate(block["columns"]) if column["sort"] == "number"
        ],
        last_is_sum=block["has_total"],
    )
    file.mark_rows([block["anchor"], *(row["anchor"] for row in block["rows"])])


def _map(file: WordDocument, block: Shown, words: Shown) -> None:
    picture = map_png(map_svg(block["tones"]))
    numbered = f"{words['figure_word']} {block['number']}. " if block["number"] else ""
    caption = f"{numbered}{block['caption']}. {block['legend']}"
    file.picture(picture, alt=block["alt"], width_mm=MAP_WIDTH_MM, caption=caption)
    _table(file, block["table"], words)


def _key(file: WordDocument, block: Shown, _: Shown) -> None:
    value = Span(block["value"], strong=True, note=block["note"]["text"])
    file.paragraph([value, f" {block['name']}"])


WRITERS: Mapping[str, Callable[[WordDocument, Shown, Shown], None]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "list": _list,
    "facts": _facts,
    "table": _table,
    "map": _map,
    "key": _key,
}


def _spans(spans: Iterable[Shown]) -> list[Span]:
    return [_span(each) for each in spans]


def _span(it: Shown) -> Span:
    if it["style"] == "break":
        return Span("\n")
    note = it.get("note") or {}
    return Span(
        it["text"],
        strong=it["style"] == "strong",
        emphasised=it["style"] == "emphasis",
        link=f"#{it['to']}" if it["to"] else "",
        note=str(note.get("text", "")),
        language=it["language"],
    )
