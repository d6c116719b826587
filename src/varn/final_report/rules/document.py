"""The report in words, ready to set: what print, web page and word processor all show."""

from collections.abc import Iterable, Iterator, Mapping

from varn.final_report.rules.chapters import chapters
from varn.final_report.rules.chapters.letter import letter, reference
from varn.final_report.rules.content import ReportContent
from varn.final_report.rules.wording import Json, Wording
from varn.kernel.printing.text import cleaned_inside, with_texts

REGIONS = {"sv": "SE", "en": "GB"}


def document(content: ReportContent, *, words: Mapping[str, str], language: str) -> Json:
    """Everything that the report says, as cleaned text in nested lists and mappings."""
    say = Wording(language, words)
    decision = content.decision
    as_of = content.changed_at.date()
    blocks = chapters(content, say)
    _number(blocks, "table")
    _number(blocks, "map")
    made: Json = {
        "language": language,
        "region": REGIONS[language],
        "words": dict(words),
        "made_on": [as_of.year, as_of.month, as_of.day],
        "is_demonstration": content.is_demonstration,
        "title": decision.title,
        "agency": decision.agency,
        "registry_number": decision.registry_number,
        "own_registry_number": content.cover.own_registry_number,
        "cover": _cover(content, say),
        "letter": letter(content, say),
        "blocks": blocks,
        "contents": [each for each in blocks if each["kind"] == "heading" and each["level"] == 1],
    }
    return {name: with_texts(value, cleaned_inside) for name, value in made.items()}


def _cover(content: ReportContent, say: Wording) -> list[Json]:
    decision = content.decision
    values = {
        "agency": decision.agency,
        "letter.own_number": content.cover.own_registry_number,
        "your_reference": reference(decision, say),
        "decision": _decided(content, say),
        "report_to": decision.report_to,
        "as_of": say.day(content.changed_at.date()),
    }
    missing = say.words["not_stated"]
    return [{"label": say.words[name], "value": value or missing} for name, value in values.items()]


def _decided(content: ReportContent, say: Wording) -> str:
    decision = content.decision
    day = say.day(decision.decided_on)
    return f"{decision.protocol_number}, {day}" if decision.protocol_number else day


def _number(blocks: Iterable[Json], kind: str) -> None:
    """Number the tables, and the maps, in the order that they are read."""
    for number, block in enumerate(_of_kind(blocks, kind), start=1):
        block["number"] = number


def _of_kind(blocks: Iterable[Json], kind: str) -> Iterator[Json]:
    for block in blocks:
        if block["kind"] == kind and (kind != "table" or block["rows"]):
            yield block
