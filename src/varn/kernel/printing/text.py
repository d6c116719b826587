"""Texts that people wrote, made safe to set: nothing in them is ever markup."""

import re
import unicodedata
from collections.abc import Callable, Collection

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
DROPPED = frozenset({"Cc", "Cs"})  # controls and broken halves of characters
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # disguise file names
NONCHARACTERS = frozenset("\ufffe\uffff")  # no XML may hold them
UNSET = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # nothing that a page can show
FILE_NAME = re.compile(r"[^0-9A-Za-z]+")


def cleaned(text: str) -> str:
    """The text on one line, composed, without control characters."""
    if text.replace(NO_BREAK_SPACE, " ").isprintable():  # by far the most; nothing to look for
        return unicodedata.normalize("NFC", text).strip()
    spaced = "".join(" " if char in "\t\n\v\f\r\x85\u2028\u2029" else char for char in text)
    kept = "".join(char for char in spaced if _stays(char))
    return unicodedata.normalize("NFC", kept).strip()


def cleaned_inside(text: str) -> str:
    """Clean text; a space at either end stays, for pieces of a sentence stand side by side."""
    if not text.strip():
        return " " * bool(text)
    before = " " if text[0].isspace() else ""
    after = " " if text[-1].isspace() else ""
    return f"{before}{cleaned(text)}{after}"


def printable(text: str, *, characters: Collection[int]) -> str:
    """The text as the print's typeface can show it; what it lacks becomes �."""
    return "".join(
        char if ord(char) in characters else REPLACEMENT
        for char in cleaned_inside(text)
        if unicodedata.category(char) not in UNSET
    )


def with_texts(tree: object, change: Callable[[str], str]) -> object:
    """The same tree of mappings and lists with every text changed."""
    match tree:
        case str():
            return change(tree)
        case dict():
            return {key: with_texts(each, change) for key, each in tree.items()}
        case list() | tuple():
            return [with_texts(each, change) for each in tree]
    return tree


def _stays(char: str) -> bool:
    if char in TURNING or char in NONCHARACTERS:
        return False
    return unicodedata.category(char) not in DROPPED


def read_ranges(table: str) -> frozenset[int]:
    """The characters named by a table such as "0020-007E 00A0"."""
    found: set[int] = set()
    for entry in table.split():
        first, _, last = entry.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


def file_name(registry_number: str, *, word: str, extension: str) -> str:
    """A name that every file system takes: slutrapport-S2014-1695-FST.pdf."""
    number = FILE_NAME.sub("-", registry_number).strip("-")
    return f"{'-'.join(filter(None, [word, number]))}.{extension}"
