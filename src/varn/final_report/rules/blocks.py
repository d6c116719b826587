"""The pieces that a report is set from; print, web page and word processor know the same few.

A block is a mapping with a `kind`: heading, paragraph, list, facts, table, map or key. Their words
stand in spans: text with a style, perhaps a place it links to (`to`) and a footnote (`note`).
"""

from collections.abc import Iterable, Mapping, Sequence

from varn.final_report.rules.wording import Json

OWN = "sv"  # what people have written is Swedish in every language of the report


def span(text: str, style: str = "", *, to: str = "", own: bool = False) -> Json:
    """Some words; style is empty, strong, muted, emphasis or code."""
    return {"text": text, "style": style, "to": to, "language": OWN if own else ""}


def own(text: str, style: str = "") -> Json:
    """Words that people have written."""
    return span(text, style, own=True)


def noted(text: str, rests_on: Json, style: str = "") -> Json:
    """A figure with a footnote that says what it rests on."""
    return {**span(text, style), "note": rests_on}


BREAK: Json = {"text": "", "style": "break", "to": "", "language": ""}


def joined(groups: Iterable[Sequence[Json]], between: str = ", ") -> list[Json]:
    """Spans in a row, with the same sign between the groups."""
    spans: list[Json] = []
    for group in groups:
        spans.extend([span(between), *group] if spans else group)
    return spans


def lines(*groups: Sequence[Json]) -> list[Json]:
    """Spans on a line each; empty lines are left out."""
    spans: list[Json] = []
    for group in groups:
        if group:
            spans.extend([BREAK, *group] if spans else group)
    return spans


def linked(rests_on: Json) -> list[Json]:
    """What something rests on: "Underlag 1–3, 7", each run a link."""
    links = rests_on["links"]
    if not isinstance(links, list) or not links:
        return [span(str(rests_on["text"]))]
    runs = joined([[span(each["label"], to=each["anchor"])] for each in links])
    return [span(f"{rests_on['label']}\N{NO-BREAK SPACE}"), *runs] if rests_on["label"] else runs


def heading(text: str, *, level: int, anchor: str = "", is_numbered: bool = True) -> Json:
    """The head of a part; the first two levels are numbered and stand in the contents."""
    return {
        "kind": "heading",
        "text": text,
        "level": level,
        "anchor": anchor,
        "is_numbered": is_numbered,
    }


def paragraph(*spans: Json, style: str = "", anchor: str = "") -> Json:
    """Sentences; style is empty, quote, lead or label (the name of what follows)."""
    return {"kind": "paragraph", "spans": list(spans), "style": style, "anchor": anchor}


def said(text: str) -> Json:
    """A paragraph in the report's own voice."""
    return paragraph(span(text))


def listing(items: Iterable[Sequence[Json]], *, is_numbered: bool = False) -> Json:
    """A list of short paragraphs."""
    shown = [{"anchor": "", "spans": list(item)} for item in items]
    return {"kind": "list", "items": shown, "is_numbered": is_numbered}


def facts(rows: Mapping[str, Sequence[Json]]) -> Json:
    """Terms and what they are."""
    shown = [{"label": label, "spans": list(spans)} for label, spans in rows.items()]
    return {"kind": "facts", "rows": shown}


def key(value: str, name: str, rests_on: Json) -> Json:
    """A figure that stands alone, large, with what it counts."""
    return {"kind": "key", "value": value, "name": name, "note": rests_on}


def row(*cells: Sequence[Json], anchor: str = "") -> Json:
    """One row of a table; links can lead to its anchor."""
    return {"anchor": anchor, "cells": [list(cell) for cell in cells]}


def table(
    caption: str,
    columns: Mapping[str, str],
    rows: Sequence[Json],
    *,
    empty: str,
    total: bool = False,
) -> Json:
    """A table; columns by their heads, "wide", "narrow" or "number" (set to the right)."""
    heads = [{"label": label, "sort": sort} for label, sort in columns.items()]
    return {
        "kind": "table",
        "caption": caption,
        "columns": heads,
        "rows": list(rows),
        "empty": empty,
        "has_total": total and bool(rows),
        "anchor": "",
        "number": 0,  # in the order of the report, see document.py
    }


def unanchored(placed: Json) -> Json:
    """The same table to stand a second time: links lead to where it stands first."""
    rows = placed["rows"]
    assert isinstance(rows, list)  # noqa: S101 - tables are made here
    return {**placed, "anchor": "", "rows": [{**each, "anchor": ""} for each in rows]}
