"""The copy list: one organisation on each line, a department's units after a slash."""

import re
from collections.abc import Iterator, Sequence

from varn.mandate.rules.reading.facts import CopyLine
from varn.mandate.rules.reading.layout import Line, Part
from varn.mandate.rules.reading.words import DEPARTMENT

OPENER = re.compile(r"(?:Kopia|Kopior)(?: \w+){0,3}? ?(?:till|:):? ?|Sändlista:?$|Kopia$")
# On one line departments part the list by themselves.
# and a name in small letters begins behind a unit's capitals ("Justitiedepartementet/Å Brå").
NEXT_ENTRY = re.compile(
    rf"(?<=[\wåäöÅÄÖ,]) (?={DEPARTMENT}/)|(?<=[A-ZÅÄÖ]{{2}}) (?=[A-ZÅÄÖ][a-zåäö]{{2}})"
)
UNIT_SEPARATOR = re.compile(r", ?| och ")
LONGEST = 120


def copies_of(lines: Sequence[Line]) -> tuple[CopyLine, ...]:
    return tuple(
        _copy_line(text, start)
        for line in lines
        if line.part is Part.COPIES
        for text, start in _entries(line)
        if len(text) <= LONGEST
    )


def _entries(line: Line) -> Iterator[tuple[str, int]]:
    opener = OPENER.match(line.text)
    start = opener.end() if opener else 0
    for part in NEXT_ENTRY.split(line.text[start:]):
        place = line.text.index(part, start) if part else start
        start = place + len(part)
        entry = part.rstrip(" ,.")
        if entry:
            yield entry, line.start + place


def _copy_line(text: str, start: int) -> CopyLine:
    name, _, units = text.partition("/")
    parted = tuple(unit.strip() for unit in UNIT_SEPARATOR.split(units) if unit.strip())
    return CopyLine(text, name.strip(), parted, (start, start + len(text)))
