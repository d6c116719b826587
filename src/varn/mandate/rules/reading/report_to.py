"""Who the report goes to, and who gets a copy of it."""

import re
from collections.abc import Iterator, Sequence

from varn.mandate.rules.reading.addressees import COPY
from varn.mandate.rules.reading.due_words import MONEY
from varn.mandate.rules.reading.facts import Found
from varn.mandate.rules.reading.layout import Part
from varn.mandate.rules.reading.obligations import is_history
from varn.mandate.rules.reading.organisations import GOVERNMENT, NAME, distinct
from varn.mandate.rules.reading.sentences import Sentence

REPORTS = re.compile(r"redovis|rapport|inkomma|lämna|överlämna|presenter|förslag", re.IGNORECASE)
TO_GOVERNMENT = re.compile(rf"\btill (?P<name>{GOVERNMENT})")
TO_BODY = re.compile(
    rf"\b(?:\w*redovisa?s?|\w*rapporteras?|\w*rapport"
    rf"|\w*redovisning)(?: \w+){{0,6}}? till (?P<name>{NAME.pattern})"
)
COPY_AFTER = re.compile(rf" ?,? med (?:en )?kopia till (?P<copy>{GOVERNMENT}|{NAME.pattern})")
PARTS = frozenset({Part.HEAD, Part.DECISION, Part.DETAILS})
OBLIGING = re.compile(
    r"\b(?:ska|skall|bör|redovisar|redovisas|delredovisar|slutredovisar|lämnar|lämnas"
    r"|rapporteras|senast)\b"
)

# "… som inte behöver återrapporteras till regeringen", "Regionerna ska redovisa till …"
NO_REPORT = re.compile(
    r"\binte behöver (?:\w+ )?\w*(?:redovis|rapporter)"
    r"|^(?:De )?(?:Kommuner|Regioner|Landsting)(?:na|en)? (?:\w+ ){0,4}?(?:ska|skall|bör)\b"
)


def report_to_of(sentences: Sequence[Sentence]) -> tuple[Found[str], ...]:
    found: list[Found[str]] = []
    for sentence in sentences:
        if sentence.part in PARTS and "till " in sentence.text and _asks_report(sentence):
            found += _in_sentence(sentence)
    return distinct(found)


def _asks_report(sentence: Sentence) -> bool:
    text = sentence.text
    return (
        (sentence.is_item or OBLIGING.search(text) is not None)
        and REPORTS.search(text) is not None
        and NO_REPORT.search(text) is None
        and not is_history(text)
    )


def _in_sentence(sentence: Sentence) -> Iterator[Found[str]]:
    text = sentence.text
    matches = list(TO_GOVERNMENT.finditer(text))
    if not matches and not any(words.search(text) for _, words in MONEY):
        matches = list(TO_BODY.finditer(text))
    for match in matches:
        yield from _with_copies(match["name"], match.start("name"), sentence)


def _with_copies(name: str, place: int, sentence: Sentence) -> Iterator[Found[str]]:
    """ "regeringen (Socialdepartementet med kopia till Justitiedepartementet)" names two."""
    copy = COPY.search(name)
    plain = name[: copy.start()] + ")" if copy else name
    yield Found(plain, sentence.at(place, place + len(name)))
    if copy:
        start, end = copy.span("copy")
        yield Found(f"kopia: {copy['copy'].rstrip(')')}", sentence.at(place + start, place + end))
    elif after := COPY_AFTER.match(sentence.text, place + len(name)):
        yield Found(f"kopia: {after['copy']}", sentence.at(*after.span("copy")))
