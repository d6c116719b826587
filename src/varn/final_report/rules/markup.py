"""Written text: paragraphs, lists, *emphasis*, and what is placed in it; nothing else is markup.

A blank line ends a paragraph. Lines that begin with "- " or "1. " are a list. `{{table:grants}}`
alone on a line places a table, a map or a figure; `{{results}}` in a sentence is a live figure.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from varn.final_report.choices import PlacedKind, TextProblem

Names = Mapping[str, Collection[str]]  # by kind: what can be placed

# Spaces in them are stripped afterwards: a pattern for them takes minutes on a line of spaces.
PLACED = re.compile(r"\{\{([^{}:]*):([^{}]*)\}\}")
VALUE = re.compile(r"\{\{([^{}:]*)\}\}")
MARKED = re.compile(r"(\{\{[^{}]*\}\}|(?<!\*)\*(?=\S)[^*\n]*[^*\s]\*(?!\*))")
HEADING = re.compile(r"#{1,6}\s")
ITEM = re.compile(r"(?:-|\d{1,3}\.)\s+")


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a sentence; `style` is plain, emphasis or value (then `text` is its name)."""

    text: str
    style: str = "plain"


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, numbered or not."""

    items: tuple[Spans, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure, table or map on a line of its own."""

    kind: str
    name: str


Block = Paragraph | Listing | Placed


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong on a line; `known` is what could have been meant."""

    line: int
    kind: TextProblem
    name: str = ""
    known: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """The problem in the reader's language, with what to do."""
        values = {"line": self.line, "name": self.name, "known": ", ".join(self.known)}
        return str(self.kind.label) % values


@dataclass(frozen=True, slots=True)
class Written:
    """A text read: its blocks in order, and every problem in it (the text is never lost)."""

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()


Line = tuple[int, str]


def read(text: str, names: Names) -> Written:
    """Read a written text; what is unknown stays in the text as it was written."""
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1)]
    found = [*(each for line in lines for each in _problems(line, names)), *_repeated(lines)]
    problems = tuple(sorted(found, key=lambda each: each.line))
    faulty = {each.line for each in problems}
    blocks = tuple(_blocks(lines, faulty))
    return Written(blocks, problems)


def _blocks(lines: list[Line], faulty: Collection[int]) -> Iterator[Block]:
    """Runs of lines of one sort become one block each."""
    for sort, run in groupby(lines, key=lambda line: _sort(line, faulty)):
        texts = [text for _, text in run]
        match sort:
            case "placed":
                yield from (Placed(*_placed(text)) for text in texts)
            case "-" | "1.":
                items = tuple(_spans(ITEM.sub("", text, count=1)) for text in texts)
                yield Listing(items, is_numbered=sort == "1.")
            case "text":
                yield Paragraph(_spans(" ".join(texts)))


def _sort(line: Line, faulty: Collection[int]) -> str:
    number, text = line
    if not text:
        return ""
    if PLACED.fullmatch(text) and number not in faulty:
        return "placed"
    if item := ITEM.match(text):
        return "-" if item[0].startswith("-") else "1."
    return "text"


def _placed(text: str) -> tuple[str, str]:
    found = PLACED.fullmatch(text)
    assert found is not None  # noqa: S101 - _sort has matched it
    return found[1].strip(), found[2].strip()


def _spans(text: str) -> Spans:
    return tuple(_span(piece) for piece in MARKED.split(text) if piece)


def _span(piece: str) -> Span:
    if found := VALUE.fullmatch(piece):
        return Span(found[1].strip(), "value")
    if MARKED.fullmatch(piece) and piece.startswith("*"):
        return Span(piece[1:-1], "emphasis")
    return Span(piece)


def _problems(line: Line, names: Names) -> Iterator[Problem]:
    number, text = line
    if HEADING.match(text):
        yield Problem(line=number, kind=TextProblem.HEADING)
    for found in PLACED.finditer(text):
        yield from _placing_problems(line, found, names)
    for found in VALUE.finditer(text):
        known = names.get(PlacedKind.FIGURE, ())
        if found[1].strip() not in known:
            yield _unknown(number, found[0], (f"{{{{{name}}}}}" for name in known))
    left = VALUE.sub("", PLACED.sub("", text))
    if "{{" in left or "}}" in left:
        yield Problem(line=number, kind=TextProblem.UNCLOSED)


def _repeated(lines: list[Line]) -> Iterator[Problem]:
    """Each thing is placed once in a text: a table on every line would be a book of tables."""
    known: set[tuple[str, str]] = set()
    for number, text in lines:
        if PLACED.fullmatch(text):
            if _placed(text) in known:
                yield Problem(line=number, kind=TextProblem.TWICE, name=text)
            known.add(_placed(text))


def _placing_problems(line: Line, found: re.Match[str], names: Names) -> Iterator[Problem]:
    number, text = line
    kind, name = found[1].strip(), found[2].strip()
    if kind not in PlacedKind.values:
        known = tuple(f"{{{{{each}:…}}}}" for each in PlacedKind.values)
        yield Problem(line=number, kind=TextProblem.UNKNOWN_KIND, name=found[0], known=known)
        return
    if name not in names.get(kind, ()):
        yield _unknown(number, found[0], (f"{{{{{kind}:{each}}}}}" for each in names.get(kind, ())))
    if found[0] != text:
        yield Problem(line=number, kind=TextProblem.NOT_ALONE, name=found[0])


def _unknown(line: int, name: str, known: Iterator[str]) -> Problem:
    return Problem(line=line, kind=TextProblem.UNKNOWN_NAME, name=name, known=tuple(known))
