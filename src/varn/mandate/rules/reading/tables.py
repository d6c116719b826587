"""Tables of appropriation directions: items with amounts in thousands of kronor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from varn.mandate.rules.reading.facts import Appropriation, Grant, GrantKind, Span

THOUSANDS = re.compile(r"\btkr\b|\btusen(?:tal)? kronor\b", re.IGNORECASE)
TABLE_END = re.compile(
    r"\bVillkor för anslag|\bFinansiella villkor|\bVillkor\b|På regeringens vägnar|Bemyndiganden\b"
)
AREA = re.compile(
    r"\b(?:Utgiftsområde"
    r"|UO) (?P<area>\d{1,2}) (?P<name>[A-ZÅÄÖ][^\n]{3,120}?)(?= \d{1,2}:\d{1,2}\b| Disponeras\b"
    r"|\n|$)",
    re.MULTILINE,
)
# "5:3 Insatser för att … (Ramanslag)"
HEAD = re.compile(
    r"(?<![\d/])(?P<number>\d{1,2}:\d{1,2})\s{1,3}(?P<name>[A-ZÅÄÖ][^\n()]{3,160}?) "
    r"?\([Rr]amanslag\)"
)
# "ap.2Del till Kammarkollegiet (ram)30 961"
ITEM = re.compile(
    r"\bap\. ?(?P<number>\d{1,3}(?:\.\d{1,2})?) ?"
    r"(?P<name>[A-ZÅÄÖ][^\n()]{2,160}?(?:\([^()\n]{1,40}\)[^\n()]{0,80}?)?) ?"
    r"\((?:ram|Ram|icke ram)\) ?"
    r"(?P<figures>\d{1,3}(?: \d{3})*)\b"
)
# "Disponeras av Statistiska centralbyrån500": a sum of the items under it
DISPOSED = re.compile(
    r"\bDisponeras av (?P<name>[A-ZÅÄÖ][^\n\d]{2,80}?) ?(?P<figures>\d{1,3}(?: \d{3})*)(?![\d:])"
)


@dataclass(frozen=True, slots=True)
class Allocations:
    """What the tables of appropriation directions give."""

    grants: tuple[Grant, ...]
    appropriations: tuple[Appropriation, ...]
    rows: tuple[Span, ...]

    def covers(self, span: Span) -> bool:
        """Whether a stretch of the text belongs to a row that was read already."""
        return any(start <= span[0] < end + len(" tkr") for start, end in self.rows)


NO_ALLOCATIONS = Allocations((), (), ())


def allocations_in(text: str, year: int | None) -> Allocations:
    """The rows of the allocation tables; no other table allocates anything."""
    heads = list(HEAD.finditer(text))
    rows = [row for row in _rows(text) if _is_in_table(text, row.start())]
    factor = 1000 if THOUSANDS.search(text) else 1
    grants = tuple(
        Grant(
            int(row["figures"].replace(" ", "")) * factor,
            year,
            GrantKind.ALLOCATED,
            False,
            row.span(),
        )
        for row in rows
        if int(row["figures"].replace(" ", ""))
    )
    sums = DISPOSED.finditer(text) if rows else ()
    spans = tuple(row.span() for row in (*rows, *sums))
    return Allocations(grants, tuple(_appropriations(text, heads, rows)), spans)


def _rows(text: str) -> list[re.Match[str]]:
    items = list(ITEM.finditer(text))
    return items or list(DISPOSED.finditer(text))


def _is_in_table(text: str, place: int) -> bool:
    """Credits and balances stand in tables of their own, which allocate nothing."""
    ends = [match.start() for match in TABLE_END.finditer(text, 0, place)]
    opened = text.rfind("Tilldelade", 0, place)
    return not ends or opened > ends[-1]


def _appropriations(
    text: str, heads: list[re.Match[str]], rows: list[re.Match[str]]
) -> Iterator[Appropriation]:
    areas = list(AREA.finditer(text))
    for head in heads:
        area = _last_before(areas, head.start())
        following = next(
            (other.start() for other in heads if other.start() > head.start()), len(text)
        )
        items = [row for row in rows if row.re is ITEM and head.end() <= row.start() < following]
        for item in (*items,) or (None,):
            yield Appropriation(
                int(area["area"]) if area else None,
                area["name"] if area else None,
                head["number"],
                head["name"],
                item["number"] if item else None,
                item["name"] if item else None,
                (head.start(), item.end() if item else head.end()),
            )


def _last_before(matches: list[re.Match[str]], place: int) -> re.Match[str] | None:
    before = [match for match in matches if match.start() < place]
    return before[-1] if before else None
