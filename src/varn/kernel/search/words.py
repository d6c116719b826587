"""Which words of a text a search means: inflected, compound and misspelt ones too. Plain values."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LONGEST_SEARCH = 100
SHORTEST_WORD = 3  # shorter ones match too much to be marked
ENDING = 2  # letters that Swedish inflection adds or takes away
LIKE = 0.5  # share of a word's letter groups that a misspelt one keeps
WORD = re.compile(r"\w+")
ACCENTED = {"a": "aåäáàâã", "e": "eéèêë", "i": "iíìîï", "o": "oöóòôø", "u": "uüúùû"}
CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


@dataclass(frozen=True)
class Piece:
    """A part of a text, and whether it is what was searched for."""

    text: str
    is_match: bool = False


def cleaned(words: str) -> str:
    """What was typed, on one line, without what no text holds, cut to a sensible length."""
    return " ".join(CONTROL.sub(" ", words).split())[:LONGEST_SEARCH].strip()


def marked(text: str, words: str) -> list[Piece]:
    """The text in pieces, with the words that were searched for marked."""
    wanted = WORD.findall(words.casefold())
    pieces, end = [], 0
    for place in _matches(text, wanted):
        pieces += [Piece(text[end : place.start()]), Piece(place.group(), is_match=True)]
        end = place.end()
    return [piece for piece in (*pieces, Piece(text[end:])) if piece.text]


def excerpt(words: str, *texts: str, length: int = 160) -> str:
    """The part of the first matching text around its first match; else the first text's start."""
    wanted = WORD.findall(words.casefold())
    for text in texts:
        for place in _matches(text, wanted):
            return _window(text, place.start(), length)
    return _window(next(filter(None, texts), ""), 0, length)


def reason(words: str, *, title: str, texts: Sequence[str]) -> str:
    """The part of the texts that matched; empty when the title itself shows every word."""
    wanted = WORD.findall(words.casefold())
    tokens = WORD.findall(title)
    if all(any(is_like(token, word) for token in tokens) for word in wanted):
        return ""
    matching = [text for text in texts if any(_matches(text, wanted))]
    return excerpt(words, *matching) if matching else ""


def is_like(token: str, word: str) -> bool:
    """Whether a word of a text could be the one that was searched for."""
    token, word = token.casefold(), word.casefold()
    if min(len(token), len(word)) < SHORTEST_WORD:
        return token == word
    stem = word[: max(SHORTEST_WORD + 1, len(word) - ENDING)]
    return stem in token or stem in without_accents(token) or _likeness(word, token) > LIKE


def without_accents(word: str) -> str:
    """The word as it is typed on a keyboard that lacks the letters: Skåne as Skane."""
    return "".join(each for each in unicodedata.normalize("NFKD", word) if each.isascii())


def with_accents(word: str) -> str:
    """A pattern for the word and for all that it could be with something over its letters."""
    return "".join(f"[{ACCENTED[each]}]" if each in ACCENTED else each for each in word.casefold())


def _matches(text: str, wanted: list[str]) -> Iterator[re.Match[str]]:
    return (
        place for place in WORD.finditer(text) if any(is_like(place.group(), w) for w in wanted)
    )


def _likeness(word: str, token: str) -> float:
    groups = _groups(word)
    return len(groups & _groups(token)) / len(groups)


def _groups(word: str) -> set[str]:
    padded = f"  {word} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def _window(text: str, around: int, length: int) -> str:
    if len(text) <= length:
        return text
    start = max(0, min(around - length // 3, len(text) - length))
    if start:
        start = text.find(" ", start) + 1 or start
    cut = text[start : start + length]
    end = "" if start + length >= len(text) else "…"
    if end:
        cut = cut.rsplit(" ", 1)[0]
    return f"{'…' if start else ''}{cut.strip()}{end}"
