"""A text made readable, and the way back from every character to the text as it was given."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from varn.mandate.rules.reading.facts import Span

type Replacement = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class View:
    """A text whose characters each remember their place in the text as given."""

    text: str
    places: Sequence[int]

    def original(self, span: Span) -> Span:
        """Where a stretch of this view stands in the text as given."""
        start, end = span
        return self.places[start], self.places[end - 1] + 1

    def replaced(self, pattern: re.Pattern[str], replacement: Replacement) -> "View":
        """This view with every match rewritten; new characters take their match's place."""
        parts: list[str] = []
        places: list[int] = []
        done = 0
        for match in pattern.finditer(self.text):
            new = match.expand(replacement) if isinstance(replacement, str) else replacement(match)
            parts += (self.text[done : match.start()], new)
            places += self.places[done : match.start()]
            places += _spread(match, new, self.places)
            done = match.end()
        if not parts:
            return self
        parts.append(self.text[done:])
        places += self.places[done:]
        return View("".join(parts), places)


def _spread(match: re.Match[str], new: str, places: Sequence[int]) -> list[int]:
    """Places for rewritten characters: their own where the new text stood in the old."""
    first, last = match.span()[0], match.span()[1] - 1
    if last < first:  # an insertion takes the place of the character before it
        return [places[max(first - 1, 0)]] * len(new)
    old = match.group()
    if (added := new.find(old)) > 0 or len(new) > len(old):  # something was put before or behind
        first -= max(added, 0)
    else:
        first += max(old.find(new), 0)
    return [places[min(max(first + step, match.start()), last)] for step in range(len(new))]


def view_of(text: str) -> View:
    return View(text, range(len(text)))


INVISIBLE = re.compile("\u00ad\n?|[\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f]|\r(?=\n)")
LINE_ENDS = re.compile("[\r\f\v\x85\u2028\u2029]")
WIDE_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LIGATURES = re.compile("[\ufb00-\ufb06]")
LOOSE_ACCENTS = re.compile("[A-Za-z][\u0300\u0301\u0308\u030a]")  # å typed as a + ring
SPACES = re.compile(" {2,}| (?=\n)")
EDGES = re.compile("(?<=\n) +")


def composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match.group())


def with_plain_characters(view: View) -> View:
    """Invisible characters gone, every space a space, every line end a line end."""
    for pattern, replacement in (
        (INVISIBLE, ""),
        (LINE_ENDS, "\n"),
        (WIDE_SPACES, " "),
        (LIGATURES, composed),
        (LOOSE_ACCENTS, composed),
    ):
        view = view.replaced(pattern, replacement)
    return view


def with_single_spaces(view: View) -> View:
    return view.replaced(SPACES, _one_space).replaced(EDGES, "")


def _one_space(match: re.Match[str]) -> str:
    at_line_end = match.string[match.end() : match.end() + 1] == "\n"
    return "" if at_line_end else " "
