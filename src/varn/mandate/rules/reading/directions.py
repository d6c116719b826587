"""The assignments of appropriation directions: under their heading *Uppdrag*, one a subheading."""

import re
from collections.abc import Iterator, Sequence

from varn.mandate.rules.reading.facts import Assignment
from varn.mandate.rules.reading.layout import Line, Shape
from varn.mandate.rules.reading.sentences import Sentence

OPENS = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})? )?Uppdrag$", re.IGNORECASE)
# "FINANSIERING", "4.1 Tilldelade anslag", "Undantag från …": what follows the assignments
CLOSES = re.compile(
    r"[A-ZÅÄÖ]{6,}\b|(?:\d{1,2}(?:\.\d{1,2})? )?(?:Anslag|Tilldelade anslag|Avgifter|Undantag"
    r"|Organisationsstyrning|Finansiering|Låneram|Villkor|Övriga villkor|Utgiftsområde"
    r"|Mål och återrapportering|Verksamhet$|På regeringens vägnar)"
)
NUMBER_ONLY = re.compile(r"[\d.]+$")
DUTY = re.compile(r"\b(?:ska|skall)\b")


def assignments_in_directions(
    lines: Sequence[Line], sentences: Sequence[Sentence]
) -> tuple[Assignment, ...]:
    """The first duty under each subheading; nothing without the heading *Uppdrag*."""
    by_line = {sentence.line: sentence for sentence in reversed(sentences)}
    found = []
    for section in _sections(lines):
        duties = (by_line[number] for number in section if number in by_line)
        duty = next((each for each in duties if DUTY.search(each.text)), None)
        if duty:
            found.append(Assignment(duty.text.rstrip("."), duty.at(0, len(duty.text.rstrip(".")))))
    return tuple(found)


def _sections(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The numbers of the lines under each subheading of *Uppdrag*."""
    section: list[int] | None = None
    for number, line in enumerate(lines):
        is_heading = line.shape is Shape.HEADING and not NUMBER_ONLY.match(line.text)
        if is_heading and OPENS.match(line.text):
            section = []
        elif section is not None and is_heading:
            yield section
            section = None if CLOSES.match(line.text) else []
        elif section is not None:
            section.append(number)
    if section:
        yield section
