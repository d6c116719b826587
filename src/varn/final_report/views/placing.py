"""What can be placed in a text: how it reads now, and the text with it put in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from varn.final_report.choices import PlacedKind
from varn.final_report.gateways.words import words_in
from varn.final_report.rules.content import ReportContent
from varn.final_report.rules.figures import figures
from varn.final_report.rules.suggestions import Suggestion, suggestions
from varn.final_report.rules.wording import Json, Wording
from varn.final_report.rules.written import text_blocks

ROWS_SHOWN = 8  # of a table beside the text; the report has all of them


@dataclass(frozen=True, kw_only=True)
class Placeable:
    """A figure, table or map beside the text, with the words that place it."""

    suggestion: Suggestion
    blocks: Sequence[Json] = field(default_factory=list)  # how a table or map looks now
    more: int = 0  # rows that are left out

    @property
    def code(self) -> str:
        """What to write in a text."""
        named = self.suggestion
        if named.kind == PlacedKind.FIGURE:
            return f"{{{{{named.name}}}}}"
        return f"{{{{{named.kind}:{named.name}}}}}"


@dataclass(frozen=True, kw_only=True)
class Drawer:
    """Everything of one kind that can be placed."""

    kind: PlacedKind
    things: Sequence[Placeable]


class Desk:
    """The live report in one language, for whoever writes in it."""

    def __init__(self, content: ReportContent, language: str) -> None:
        self._content = content
        self._say = Wording(language, words_in(language))

    def drawers(self) -> list[Drawer]:
        """Everything that can be placed, figures first."""
        grouped = groupby(self._suggestions(), key=lambda each: each.kind)
        return [
            Drawer(kind=PlacedKind(kind), things=[self._placeable(each) for each in found])
            for kind, found in grouped
        ]

    def blocks(self, text: str) -> list[Json]:
        """The text as it will read."""
        return [_unlinked(each) for each in text_blocks(text, self._content, self._say)]

    def with_inserted(self, text: str, wanted: str) -> str:
        """The text with a paragraph after it that places the wanted thing; never anything less."""
        for each in self._suggestions():
            if wanted == f"{each.kind}:{each.name}":
                return f"{text.rstrip()}\n\n{each.text}\n".lstrip()
        return text

    def _suggestions(self) -> tuple[Suggestion, ...]:
        values = {each.name: self._say.value(each) for each in figures(self._content)}
        return suggestions(self._say.words, values)

    def _placeable(self, suggestion: Suggestion) -> Placeable:
        if suggestion.kind == PlacedKind.FIGURE:
            return Placeable(suggestion=suggestion)
        blocks = self.blocks(f"{{{{{suggestion.kind}:{suggestion.name}}}}}")
        return Placeable(
            suggestion=suggestion,
            blocks=[_shortened(each) for each in blocks],
            more=sum(_left_out(each) for each in blocks),
        )


def _unlinked(block: Json) -> Json:
    """The block without its links: what they lead to stands in the report, not on this page."""
    made = {name: _without_links(value) for name, value in block.items()}
    return {**made, "to": "", "anchor": "", "note": None}


def _without_links(value: object) -> object:
    match value:
        case dict():
            return _unlinked(value)
        case list() | tuple():
            return [_without_links(each) for each in value]
    return value


def _shortened(block: Json) -> Json:
    return {**block, "rows": _rows(block)[:ROWS_SHOWN]} if "rows" in block else block


def _left_out(block: Json) -> int:
    return max(0, len(_rows(block)) - ROWS_SHOWN)


def _rows(block: Json) -> list[object]:
    rows = block.get("rows")
    return rows if isinstance(rows, list) else []
