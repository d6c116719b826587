"""Appropriations: "utgiftsområde 9 …, anslaget 4:7 …, anslagsposten 4 …", also inverted."""

import re
from collections.abc import Iterator, Sequence

from varn.mandate.rules.reading.facts import Appropriation
from varn.mandate.rules.reading.sentences import Sentence

DIGITS = r"[0-9lIO|]{1,2}"  # scanners read 1 as l and 0 as O
AREA = re.compile(
    r"\b(?:[Uu]tgiftsområdet?|UO"
    r"|utg\.omr\.) (?P<area>\d{1,2})\b\.?,? ?(?P<name>[A-ZÅÄÖ][^.:;()]*?)?"
    r"(?=,? (?:det )?(?:under |för budgetåret|för \d{4}|uppförda|upptagna|uppfört|ram|anslag"
    r"|och anslag|\d{1,2} ?: ?\d)|[,.;:()]? *$|\.|;|\()",
)
NUMBER = re.compile(
    rf"\b(?:ram)?anslag(?:et|en)? (?P<number>{DIGITS} ?: ?{DIGITS})\b\.?,? ?"
    r"(?P<name>[A-ZÅÄÖ][^;()]*?)?(?=,? (?:(?:och )?anslagspost(?:en|erna)?|delpost(?:en)?"
    r"|ap\.? ?\d|äpp?\.)| \(|[,.;)]? *$|;|\. [A-ZÅÄÖ]"
    r"|,? (?:ska|får|som|med|enligt|för budgetåret|och (?:ska|får|högst|med|inom|under|från"
    r"|belasta)|under|disponeras|med högst|senast|(?:inom |under )?utgiftsområde)\b(?! \w+ning\b)"
    r"|, (?![a-zåäö]))",
)
ITEM = re.compile(
    r"\b(?:anslagspost(?:en|erna)?|ap\.) ?(?P<number>\d{1,3}(?:\.\d{1,2})?)?\b,? ?"
    r"(?P<name>[A-ZÅÄÖ][^;()]*?)?(?=[,.;)]? *$|,|;|\)|\(|\. [A-ZÅÄÖ]| (?:ska|får|som|och (?:ska"
    r"|får|högst|på|med)|med högst|enligt|för (?:budgetåret|att|20)|under (?:20|budget)|senast"
    r"|disponeras|samt (?:från|med|högst)|avseende|(?:och|samt|under|inom"
    r"|från) (?:det under )?(?:utgiftsområde|anslag)|till Kammarkollegiets|till myndighetens"
    r"|till regeringens)\b)",
)
LOOKALIKES = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", " ": None})


def appropriations_of(
    sentences: Sequence[Sentence], known: Sequence[Appropriation] = ()
) -> tuple[Appropriation, ...]:
    """Each appropriation and item once, those already known from tables first."""
    found = list(known)
    for sentence in sentences:
        for each in _in_sentence(sentence):
            if not any(_is_covered(each, other) for other in found):
                found.append(each)
    return tuple(found)


def _is_covered(one: Appropriation, other: Appropriation) -> bool:
    """Whether another appropriation says all that this one says."""
    return all(
        mine in {None, theirs}
        for mine, theirs in (
            (one.area, other.area),
            (one.appropriation, other.appropriation),
            (one.item, other.item),
            (None if one.item else one.item_name, other.item_name),
        )
    )


def _in_sentence(sentence: Sentence) -> Iterator[Appropriation]:
    text = sentence.text
    numbers = list(NUMBER.finditer(text)) if "anslag" in text else []
    areas = list(AREA.finditer(text)) if numbers else []
    for index, number in enumerate(numbers):
        end = numbers[index + 1].start() if index + 1 < len(numbers) else len(text)
        area = _area_for(areas, number.start(), end)
        items: Sequence[re.Match[str] | None] = list(
            ITEM.finditer(text, number.end("number"), end)
        ) or [None]
        for item in items:
            yield _appropriation(sentence, area, number, item)


def _area_for(areas: Sequence[re.Match[str]], place: int, end: int) -> re.Match[str] | None:
    """The area last named before the appropriation, else the one named right after it."""
    before = [area for area in areas if area.start() < place]
    if before:
        return before[-1]
    return next((area for area in areas if area.start() < end), None)


def _appropriation(
    sentence: Sentence,
    area: re.Match[str] | None,
    number: re.Match[str],
    item: re.Match[str] | None,
) -> Appropriation:
    matches = [match for match in (area, number, item) if match]
    start = min(match.start() for match in matches)
    end = max(match.end() for match in matches)
    return Appropriation(
        int(area["area"]) if area else None,
        _name(area),
        number["number"].translate(LOOKALIKES),
        _name(number),
        item["number"] if item else None,
        _name(item),
        sentence.at(start, end),
    )


def _name(match: re.Match[str] | None) -> str | None:
    if match is None or match["name"] is None:
        return None
    return match["name"].rstrip(" ,") or None
