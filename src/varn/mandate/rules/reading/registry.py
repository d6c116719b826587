"""Registry numbers ("S2014/1695/FST"): own ones, cited ones, those built on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from varn.mandate.rules.reading.facts import Found
from varn.mandate.rules.reading.organisations import distinct
from varn.mandate.rules.reading.sentences import Sentence

# Department, year, number and, before 2021, the unit: "Fi2007/8016/OFA/SF", "S2021/06595".
# That no letter stands before the first is checked behind it, where the search is fast.
# The unit never looks like a second number ("Fi2023/00614/Fi2023/01695").
NUMBER = re.compile(
    r"(?P<department>[A-ZÅÄÖ](?<!\w\w)[A-Za-zåäö]{0,3}) ?(?P<year>(?:19|20)\d\d) ?"
    r"/ ?(?P<serial>\d{1,6})\b"
    r"(?P<units>(?:/(?![A-Za-zåäö]{1,4}\d{4}/)[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{0,6}\d{0,2}\b){0,4})"
)
PARTLY = re.compile(r"\s{0,3}[(\[]\s?delvis\s?[)\]]|\s?[(\[]\s?del av")
LABEL = re.compile(r"(?:Diarienummer|Diarienr|Dnr)\.? ?: ?", re.IGNORECASE)
LABELS = ("iarien", "IARIEN", "Dnr", "dnr", "DNR")  # one of these stands in each label
# Words by which a decision says that it carries on or changes an earlier one.
BUILDS_ON = re.compile(
    r"\b(?:bygg(?:a|er)\b|ändr(?:ing|ar|at)|ersätt(?:er|s)|förläng|utvidga|utök|komplettera"
    r"|fortsatt|fortsätt"
    r"|tillägg|i stället för|tidigare beslut|upphäv|inom ramen för det uppdrag"
    r"|i enlighet med riktlinjer)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Registry:
    """The numbers of one decision, sorted by their part in it."""

    own: tuple[Found[str], ...]
    partly: Found[bool] | None
    cited: tuple[Found[str], ...]
    builds_on: tuple[Found[str], ...]


def registry_of(text: str, head_end: int, sentences: Sequence[Sentence]) -> Registry:
    own = distinct(list(_own(text, head_end)))
    values = {number.value for number in own}
    cited = distinct(
        [n for n in numbers_in(text) if n.value not in values and not _is_head(n, head_end, text)]
    )
    return Registry(own, _partly(text, own), cited, distinct(list(_built_on(sentences, cited))))


def numbers_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Found[str]]:
    if "/" not in text:
        return
    for match in NUMBER.finditer(text, start, len(text) if end is None else end):
        units = match["units"]
        value = f"{match['department']}{match['year']}/{match['serial']}{units}"
        yield Found(value, match.span())


def _own(text: str, head_end: int) -> Iterator[Found[str]]:
    """Numbers in the head, outside brackets, and any after "Diarienummer:"."""
    for number in numbers_in(text, 0, head_end):
        if not _in_brackets(text, number.span[0]):
            yield number
    labelled = any(sign in text for sign in LABELS)
    for label in LABEL.finditer(text, head_end) if labelled else ():
        if not _in_brackets(text, label.start()):
            line_end = text.find("\n", label.end())
            yield from numbers_in(text, label.end(), line_end if line_end > 0 else len(text))


def _is_head(number: Found[str], head_end: int, text: str) -> bool:
    return number.span[0] < head_end and not _in_brackets(text, number.span[0])


def _in_brackets(text: str, place: int) -> bool:
    before = text[max(0, place - 120) : place].rpartition("\n")[2]
    return before.rfind("(") > before.rfind(")") or before.casefold().endswith(("dnr ", "dnr. "))


def _partly(text: str, own: Sequence[Found[str]]) -> Found[bool] | None:
    """Whether "(delvis)" stands behind one of the decision's own numbers."""
    for number in own:
        start, end = number.span
        if mark := PARTLY.match(text, end):
            return Found(True, (start, mark.end()))
    return Found(False, own[0].span) if own else None


def _built_on(sentences: Sequence[Sentence], cited: Sequence[Found[str]]) -> Iterator[Found[str]]:
    values = {number.value for number in cited}
    for sentence in sentences:
        named = [number for number in numbers_in(sentence.text) if number.value in values]
        if named and BUILDS_ON.search(sentence.text):
            yield from (Found(number.value, sentence.at(*number.span)) for number in named)
