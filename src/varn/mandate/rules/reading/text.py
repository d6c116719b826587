"""A text made readable, and the way back from every character to the text as it was given."""

import re
import unicodedata
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from varn.mandate.rules.reading.facts import Span

type Replacement = str | Callable[[re.Match[str]], str]
# What a text must hold one of for the pattern to fit, the pattern, what is put in its place.
type Rewriting = tuple[tuple[str, ...], re.Pattern[str], Replacement]


@dataclass(frozen=True, slots=True)
class View:
    """A text whose characters each remember their place in the text as given."""

    text: str
    places: array[int]

    def original(self, span: Span) -> Span:
        """Where a stretch of this view stands in the text as given."""
        start, end = span
        return self.places[start], self.places[end - 1] + 1

    def replaced(self, pattern: re.Pattern[str], replacement: Replacement) -> "View":
        """This view with every match rewritten; new characters take their match's place."""
        parts: list[str] = []
        places = array("L")
        done = 0
        for match in pattern.finditer(self.text):
            new = match.expand(replacement) if isinstance(replacement, str) else replacement(match)
            if new == match.group():
                continue
            parts += (self.text[done : match.start()], new)
            places += self.places[done : match.start()]
            if new:
                places.extend(_spread(match, new, self.places))
            done = match.end()
        if not parts:
            return self
        parts.append(self.text[done:])
        places += self.places[done:]
        return View("".join(parts), places)


def _spread(match: re.Match[str], new: str, places: array[int]) -> list[int]:
    """Places for rewritten characters: their own where the new text stood in the old."""
    first, last = match.span()[0], match.span()[1] - 1
    if last < first:  # an insertion takes the place of the character before it
        return [places[max(first - 1, 0)]] * len(new)
    old = match.group()
    if len(new) == 1:
        return [places[first + max(old.find(new), 0)]]
    if (added := new.find(old)) > 0 or len(new) > len(old):  # something was put before or behind
        first -= max(added, 0)
    else:
        first += max(old.find(new), 0)
    return [places[min(max(first + step, match.start()), last)] for step in range(len(new))]


# Counted once: the places of a text as it is given are the beginning of these.
PLACES = array("L", range(16_384))


def view_of(text: str) -> View:
    length = len(text)
    return View(text, PLACES[:length] if length <= len(PLACES) else array("L", range(length)))


def rewritten(view: View, rewritings: Sequence[Rewriting]) -> View:
    """Each rewriting in turn; one whose signs are all absent is passed over."""
    for signs, pattern, replacement in rewritings:
        if any(sign in view.text for sign in signs):
            view = view.replaced(pattern, replacement)
    return view


SOFT_HYPHEN = re.compile("\u00ad\n?")
WINDOWS_LINE_END = re.compile("\r(?=\n)")
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f]")
LINE_ENDS = re.compile("[\r\f\v\x85\u2028\u2029]")
WIDE_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LIGATURES = re.compile("[\ufb00-\ufb06]")
# Any character that the rules above or below rewrite; most texts have none.
UNUSUAL = re.compile(
    "[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\r\f\v\x85\u2028\u2029"
    "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufb00-\ufb06\u0300\u0301\u0308\u030a]"
)
ACCENTS = ("\u0300", "\u0301", "\u0308", "\u030a")
LOOSE_ACCENTS = re.compile(f"[A-Za-z][{''.join(ACCENTS)}]")  # å typed as a + ring
SPACES = re.compile(" (?: +|(?=\n))")
EDGES = re.compile("\n +")


def composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match.group())


ANYTHING = ("",)  # the sign of a pattern that may fit in any text
PLAIN: tuple[Rewriting, ...] = (
    (("\u00ad",), SOFT_HYPHEN, ""),
    (("\r\n",), WINDOWS_LINE_END, ""),
    (ANYTHING, INVISIBLE, ""),
    (ANYTHING, LINE_ENDS, "\n"),
    (ANYTHING, WIDE_SPACES, " "),
    (ANYTHING, LIGATURES, composed),
    (ACCENTS, LOOSE_ACCENTS, composed),
)


def with_plain_characters(view: View) -> View:
    """Invisible characters gone, every space a space, every line end a line end."""
    return rewritten(view, PLAIN) if UNUSUAL.search(view.text) else view


def with_single_spaces(view: View) -> View:
    return rewritten(view, SINGLE)


def _one_space(match: re.Match[str]) -> str:
    at_line_end = match.string[match.end() : match.end() + 1] == "\n"
    return "" if at_line_end else " "


SINGLE: tuple[Rewriting, ...] = (
    (("  ", " \n"), SPACES, _one_space),
    (("\n ",), EDGES, "\n"),
)
