"""The lines of an SIE file: how its bytes are decoded and its fields divided."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Swedish letters in the two old encodings; the standard says CP437, some programs write the other.
LETTERS_437 = "åäöÅÄÖé".encode("cp437")
LETTERS_1252 = "åäöÅÄÖé".encode("cp1252")
FIELD = re.compile(r'"((?:[^"\\]|\\.)*)"|\{((?:"(?:[^"\\]|\\.)*"|[^{}"])*)\}|([^\s{}"]+)')
ESCAPED = re.compile(r'\\(")')
CONTROL = dict.fromkeys([*range(32), 127], " ")


class LineError(ValueError):
    """A line that doesn't follow the format."""

    def __init__(self, number: int, label: str, said: str) -> None:
        super().__init__(number)
        self.number, self.label, self.said = number, label, said


@dataclass(frozen=True)
class Line:
    """One labelled line with its fields; an object list is a field of pairs."""

    number: int
    label: str
    fields: tuple[str | tuple[str, ...], ...]

    def text(self, place: int) -> str:
        """A field as text, empty when the line is shorter."""
        value = self.fields[place] if place < len(self.fields) else ""
        return value if isinstance(value, str) else ""

    def objects(self, place: int) -> tuple[str, ...]:
        """An object list, empty when there is none."""
        value = self.fields[place] if place < len(self.fields) else ()
        return value if isinstance(value, tuple) else ()


def is_sie(data: bytes) -> bool:
    """Whether the content begins as a text of labelled lines does."""
    return bool(re.match(rb"(?:\xef\xbb\xbf)?\s*#[A-Za-z]", data[:200]))


def decoded(data: bytes) -> str:
    """UTF-8 where it is that; else CP437 as the standard says, unless the letters say otherwise."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    standard = sum(data.count(letter) for letter in LETTERS_437)
    other = sum(data.count(letter) for letter in LETTERS_1252)
    return data.decode("cp1252" if other > standard else "cp437", errors="replace")


def lines(text: str) -> Iterator[Line | LineError]:
    """Each line that says something, `{` and `}` too; one that can't be read comes as an error."""
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        bare = raw.translate(CONTROL).strip()
        if not bare:
            continue
        if bare in {"{", "}"}:
            yield Line(number, bare, ())
        elif bare.startswith("#"):
            yield from _labelled(number, bare)
        else:
            yield LineError(number, "", bare[:60])


def _labelled(number: int, bare: str) -> Iterator[Line | LineError]:
    label, _, rest = bare.partition(" ")
    opens = rest.endswith("{") and not rest.endswith("{}")
    try:
        fields = tuple(_fields(rest[:-1] if opens else rest))
    except _NoFieldError:
        yield LineError(number, label.upper(), rest[:60])
        return
    yield Line(number, label.upper(), fields)
    if opens:
        yield Line(number, "{", ())


class _NoFieldError(ValueError):
    """What stands here is neither text, quoted text nor a list."""


def _fields(rest: str) -> Iterator[str | tuple[str, ...]]:
    place = 0
    while place < len(rest):
        if rest[place].isspace():
            place += 1
            continue
        found = FIELD.match(rest, place)
        if found is None:
            raise _NoFieldError
        quoted, listed, bare = found.groups()
        if listed is not None:
            yield tuple(str(each) for each in _fields(listed))
        else:
            yield ESCAPED.sub(r"\1", quoted) if quoted is not None else bare
        place = found.end()
