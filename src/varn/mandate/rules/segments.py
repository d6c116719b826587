"""A text cut where its facts begin and end, so that overlapping facts can be marked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from varn.mandate.rules.proposals import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with the facts that it belongs to, the narrowest first."""

    text: str
    facts: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()  # facts whose first words these are


def segments(text: str, facts: Iterable[tuple[int, Span]]) -> list[Segment]:
    """Cut the text; the pieces put together are the text."""
    spans = {fact: span for fact, span in facts if 0 <= span[0] < span[1] <= len(text)}
    starts, ends = defaultdict(list), defaultdict(list)
    for fact, (start, end) in spans.items():
        starts[start].append(fact)
        ends[end].append(fact)
    cuts = sorted({0, len(text), *starts, *ends})
    pieces: list[Segment] = []
    current: set[int] = set()
    for start, end in pairwise(cuts):
        current = (current - set(ends[start])) | set(starts[start])
        pieces.append(
            Segment(
                text=text[start:end],
                facts=_narrowest_first(current, spans),
                begins=_narrowest_first(starts[start], spans),
            )
        )
    return pieces


def _narrowest_first(facts: Iterable[int], spans: dict[int, Span]) -> tuple[int, ...]:
    return tuple(sorted(facts, key=lambda fact: (spans[fact][1] - spans[fact][0], fact)))
