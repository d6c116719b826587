"""The parts of a decision: head, what is decided, why, closer instructions, signatures, copies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from varn.mandate.rules.reading.facts import Span


class Part(StrEnum):
    """Where in the decision a line stands."""

    HEAD = "head"
    DECISION = "decision"
    BACKGROUND = "background"
    DETAILS = "details"
    CLOSING = "closing"
    COPIES = "copies"
    ALIKE = "alike"
    ANNEX = "annex"


class Shape(StrEnum):
    """What a line looks like."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, a list item or a paragraph, without its mark."""

    text: str
    start: int
    shape: Shape
    part: Part
    heading: str

    @property
    def span(self) -> Span:
        return self.start, self.start + len(self.text)


# Headings that open a part; the first that fits wins. Any other heading stays in its part.
PART_HEADINGS = (
    (Part.CLOSING, r"På regeringens vägnar"),
    (Part.COPIES, r"(?:Kopia|Kopior)(?: \w+){0,3}? ?(?:till|:)|Sändlista\b|Kopia\b$"),
    (Part.ALIKE, r"Likalydande"),
    (Part.ANNEX, r"Bilag(?:a|or)\b(?: \d+)?(?: till .{3,80})?:?$"),
    (Part.DECISION, r"Regeringens beslut\b|Beslut:?$|Regeringsuppdrag$"),
    (
        Part.BACKGROUND,
        r"Ärendet|Bakgrund|Skäl(?:en)?\b|Regeringens skäl|Ärendets beredning|Motiv\b"
        r"|Regeringens bedömning"
        r"|Tidigare (?:uppdrag|beslut)|Om bakgrunden",
    ),
    (
        Part.DETAILS,
        r"Närmare |Uppdrag|Redovisning|Genomförande|Villkor|Ekonomi|Finansiering|Rapportering|Medel"
        r"|Delredovisning|Slutredovisning|Samråd|Samverkan|Rekvisition|Beskrivning",
    ),
)
ANY_OPENER = re.compile("|".join(words for _, words in PART_HEADINGS), re.IGNORECASE)
OPENERS = tuple((part, re.compile(words, re.IGNORECASE)) for part, words in PART_HEADINGS)
# After the signatures nothing but these can open a part.
LATE_PARTS = frozenset({Part.CLOSING, Part.COPIES, Part.ALIKE, Part.ANNEX})
MARK = re.compile(r"# |- |\d{1,2}[.)] (?=\S)|[a-z]\) (?=\S)")
SHORT = 90
ENDS = (".", ",", ";", "!", "?", "–")
ITEM_ENDS = (",", ";", "samt", "och")
OPERATIVE = re.compile(
    r"\b(?:ska|skall|uppdrar|beslutar|ges|ger|får|förlänger|ändrar|utser|bemyndigar|kompletterar)\b"
)
VERY_LONG = 300  # no title is this long


def lines_of(text: str) -> list[Line]:
    """The lines of a cleaned text, each knowing its part and the heading above it."""
    lines: list[Line] = []
    part, heading = Part.HEAD, ""
    for start, raw in _raw_lines(text):
        mark = MARK.match(raw)
        body = raw[mark.end() :] if mark else raw
        shape = _shape(raw, body)
        if opened := _opened(body, shape, part):
            part, shape = opened, Shape.HEADING
        elif part is Part.HEAD and shape is not Shape.HEADING and _decides(body):
            part = Part.DECISION
        heading = body if shape is Shape.HEADING else heading
        lines.append(Line(body, start + len(raw) - len(body), shape, part, heading))
    return lines


def _decides(body: str) -> bool:
    """Whether a line of the head is already the decision's first sentence."""
    return bool(OPERATIVE.search(body)) and (body.endswith((".", ":")) or len(body) > VERY_LONG)


def _raw_lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for raw in text.split("\n"):
        stripped = raw.strip(" ")
        if stripped and stripped not in {"#", "-"}:
            yield start + len(raw) - len(raw.lstrip(" ")), stripped
        start += len(raw) + 1


def _shape(raw: str, body: str) -> Shape:
    if raw.startswith("# "):
        return Shape.HEADING
    if body is not raw and (raw[0] in "-" or body[0].islower() or body.endswith(ITEM_ENDS)):
        return Shape.ITEM
    if body is not raw:
        return Shape.ITEM if len(body) > SHORT or body.endswith(".") else Shape.HEADING
    short = len(body) <= SHORT and not body.endswith(ENDS) and not body.endswith(":")
    return Shape.HEADING if short and not OPERATIVE.search(body) else Shape.PARAGRAPH


def _opened(body: str, shape: Shape, part: Part) -> Part | None:
    """The part that a heading opens, if it opens one."""
    if shape is Shape.ITEM or (shape is Shape.PARAGRAPH and len(body) > SHORT):
        return None
    if shape is Shape.PARAGRAPH and OPERATIVE.search(body):
        return None
    if not ANY_OPENER.match(body):
        return None
    late = part in {Part.CLOSING, Part.COPIES, Part.ALIKE}
    for opened, words in OPENERS:
        if words.match(body) and (opened in LATE_PARTS or not late):
            return None if _is_title(opened, part) or body.endswith(".") else opened
    return None


def _is_title(opened: Part, part: Part) -> bool:
    """Whether a heading that would open the details is the title ("Uppdrag att …")."""
    return opened is Part.DETAILS and part is Part.HEAD
