"""Sentences with their place, their part of the decision and what a list item hangs on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from varn.mandate.rules.reading.facts import Span
from varn.mandate.rules.reading.layout import Line, Part, Shape
from varn.mandate.rules.reading.words import ABBREVIATIONS, CLOSING_ABBREVIATIONS


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or list item; `lead` is the sentence that opens its list."""

    text: str
    start: int
    part: Part
    heading: str
    is_item: bool
    lead: str
    line: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        return self.start, self.end

    def at(self, start: int, end: int) -> Span:
        """A stretch of this sentence as a stretch of the whole text."""
        return self.start + start, self.start + end


STOP = re.compile(r"[.!?][)”\"’]? +(?=[A-ZÅÄÖ\d–”\"(])")
APPROPRIATION_NUMBER = re.compile(r"[Aa]nslag\w* \d{1,2}(?: ?: ?\d{1,2})?$")
# "anslagsposten 3. Av dessa medel får …": a sentence begins, no name does
NEW_SENTENCE = re.compile(
    r"(?:Av|För|Från|Under|Om|Vid|Vidare|Uppdraget|Medlen|Medel som|Beloppe[tn]|Regeringen|Dessa"
    r"|Denna|Detta|Det|De|Den|Ej|Outnyttjade|Oförbrukade|Eventuella|Kostnade\w+|Högst|Resultatet"
    r"|Rekvisition\w*|Utbetalning\w*|Redovisning\w*|Senast|Myndighet\w+|\w+ (?:ska|skall|får))\b"
)
ORDINAL = re.compile(r"(?:^|\s)\d{1,2}$")
LONGEST_WORD = 40


def sentences_of(lines: Sequence[Line]) -> list[Sentence]:
    """All sentences below the head, in order; headings are no sentences."""
    found: list[Sentence] = []
    lead = ""
    for number, line in enumerate(lines):
        is_item = line.shape is Shape.ITEM
        if line.shape is Shape.HEADING:
            lead = line.text if line.text.endswith((":", "även", "ska", "att")) else ""
            continue
        for start, text in split(line.text):
            found.append(
                Sentence(
                    text,
                    line.start + start,
                    line.part,
                    line.heading,
                    is_item,
                    lead if is_item else "",
                    number,
                )
            )
        if not is_item:
            lead = found[-1].text if found else ""
    return found


def split(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph with their places in it."""
    start = 0
    for stop in STOP.finditer(text):
        if ends_sentence(
            text[max(start, stop.start() - LONGEST_WORD) : stop.start()],
            text[stop.end() : stop.end() + LONGEST_WORD],
        ):
            yield start, text[start : stop.end()].rstrip(" ")
            start = stop.end()
    if start < len(text):
        yield start, text[start:]


def ends_sentence(before: str, following: str) -> bool:
    """Whether a full stop after these words, before what follows, ends a sentence."""
    word = before.rpartition(" ")[2].rpartition("(")[2].casefold()
    if word in CLOSING_ABBREVIATIONS:
        return following[0].isupper()
    if word in ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    if following[0] == "(":
        return False
    if "nslag" in before and APPROPRIATION_NUMBER.search(before):
        return NEW_SENTENCE.match(following) is not None
    return not (following[0].islower() and ORDINAL.search(before))
