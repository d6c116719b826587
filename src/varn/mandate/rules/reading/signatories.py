"""Who signed: the minister and the rapporteur below *På regeringens vägnar*."""

import re
from collections.abc import Iterator, Sequence

from varn.mandate.rules.reading.facts import Found
from varn.mandate.rules.reading.layout import Line, Part, Shape

PARTICLE = "(?:af|av|von|de|du|la|van|der|el|al)"
WORD = r"[A-ZÅÄÖÉÜ][\wåäöÅÄÖéüøæ’'.]*(?:-[A-ZÅÄÖ]\w+)?"
PERSON = re.compile(rf"{WORD}(?: (?:{PARTICLE} )?{WORD}){{1,4}}")
MOST_IN_ONE_NAME = 4
FIRST_AND_LAST = 2


def signatories_of(lines: Sequence[Line]) -> tuple[Found[str], ...]:
    return tuple(
        person
        for line in lines
        if line.part is Part.CLOSING and not line.text.startswith("På regeringens")
        for person in _persons(line)
    )


def _persons(line: Line) -> Iterator[Found[str]]:
    text = re.sub(r" ?\([^()]*\)$", "", line.text).rstrip(" ,")
    if line.shape is Shape.ITEM or not PERSON.fullmatch(text):
        return
    for start, end in _parts(text):
        yield Found(text[start:end], (line.start + start, line.start + end))


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Two names on one line part after the first one's surname."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    capitals = [span for span in words if text[span[0]].isupper()]
    if len(capitals) < MOST_IN_ONE_NAME:
        yield 0, len(text)
        return
    first_end = capitals[FIRST_AND_LAST - 1][1]
    yield 0, first_end
    yield first_end + 1, len(text)
