"""What people have written in a part, with its live figures, tables and maps in place."""

from collections.abc import Iterator

from varn.final_report.choices import PlacedKind, ReportPart
from varn.final_report.rules.blocks import (
    key,
    listing,
    noted,
    own,
    paragraph,
    unanchored,
)
from varn.final_report.rules.content import ReportContent
from varn.final_report.rules.figures import Figure, figures
from varn.final_report.rules.maps import counties_map
from varn.final_report.rules.markup import Listing, Paragraph, Placed, Spans, read
from varn.final_report.rules.parts import PartKey
from varn.final_report.rules.placeable import NAMES
from varn.final_report.rules.tables import made_table
from varn.final_report.rules.wording import Json, Wording


def written(
    content: ReportContent, say: Wording, part: ReportPart, *, assignment: int | None = None
) -> list[Json]:
    """A part's text as blocks; empty when nobody has written it."""
    text = content.texts.get(PartKey(part.value, assignment), "")
    return text_blocks(text, content, say)


def text_blocks(text: str, content: ReportContent, say: Wording) -> list[Json]:
    """Any written text as blocks."""
    counted = {each.name: each for each in figures(content)}
    return list(_blocks(text, content, say, counted))


def _blocks(
    text: str, content: ReportContent, say: Wording, counted: dict[str, Figure]
) -> Iterator[Json]:
    for block in read(text, NAMES).blocks:
        match block:
            case Paragraph(spans):
                yield paragraph(*_spans(spans, say, counted))
            case Listing(items, is_numbered):
                shown = [_spans(item, say, counted) for item in items]
                yield listing(shown, is_numbered=is_numbered)
            case Placed(PlacedKind.FIGURE.value, name):
                figure = counted[name]
                label = say.words[f"figure.{name}"]
                yield key(say.value(figure), label, say.rests_on(figure))
            case Placed(PlacedKind.TABLE.value, name):
                yield unanchored(made_table(name, content, say))
            case Placed():
                yield counties_map(content, say)


def _spans(spans: Spans, say: Wording, counted: dict[str, Figure]) -> list[Json]:
    return [_span(each.text, each.style, say, counted) for each in spans]


def _span(text: str, style: str, say: Wording, counted: dict[str, Figure]) -> Json:
    if style != "value":
        return own(text, "" if style == "plain" else style)
    if text not in counted:
        return own(f"{{{{{text}}}}}")
    return noted(say.value(counted[text]), say.rests_on(counted[text]))
