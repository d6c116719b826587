"""What the reader found, as facts that a person can confirm one by one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from varn.mandate.choices import Doubt, FactKind, OpenReason

type Span = tuple[int, int]
type Value = dict[str, Any]  # JSON, its shape depends on the kind

SINGLE = {
    "title": FactKind.TITLE,
    "protocol_number": FactKind.PROTOCOL_NUMBER,
    "decided_on": FactKind.DECIDED_ON,
    "department": FactKind.DEPARTMENT,
}
PLAIN_LISTS = {
    "registry_numbers": FactKind.REGISTRY_NUMBER,
    "cited_registry_numbers": FactKind.CITED_REGISTRY_NUMBER,
    "builds_on": FactKind.BUILDS_ON,
    "recipients": FactKind.RECIPIENT,
    "report_to": FactKind.REPORT_TO,
    "citations": FactKind.CITATION,
    "consult": FactKind.CONSULT,
    "signatories": FactKind.SIGNATORY,
}
STRUCTURED_LISTS = {
    "assignments": FactKind.ASSIGNMENT,
    "requirements": FactKind.REQUIREMENT,
    "obligations": FactKind.OBLIGATION,
    "grants": FactKind.GRANT,
    "appropriations": FactKind.APPROPRIATION,
    "copies_to": FactKind.COPY,
}
ONLY_ONE = {FactKind.REGISTRY_NUMBER}
WITH_ADDRESSEE = {"requisition", "repayment", "financial_account", "final_report", "report"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fact as the rules found it, before anybody has said that it holds."""

    kind: FactKind
    position: int
    value: Value
    span: Span
    doubt: Doubt | None


def proposals(reading: Mapping[str, Any], text: str) -> list[Proposal]:
    """Every fact of a reading that stands somewhere in the text, in the order of its kinds."""
    found = (*_single(reading), *_plain(reading), *_structured(reading, text))
    return [each for each in found if each.span[0] < each.span[1] <= len(text)]


def _single(reading: Mapping[str, Any]) -> Iterator[Proposal]:
    for name, kind in SINGLE.items():
        if reading[name] is not None:
            value = {"day" if kind == FactKind.DECIDED_ON else "text": reading[name]}
            yield Proposal(kind, 1, value, _span(reading["spans"][name]), None)


def _plain(reading: Mapping[str, Any]) -> Iterator[Proposal]:
    for name, kind in PLAIN_LISTS.items():
        places = reading["spans"].get(name, [])
        several = kind in ONLY_ONE and len(places) > 1
        for position, (text, place) in enumerate(zip(reading[name], places, strict=True), start=1):
            value: Value = {"text": text}
            if kind == FactKind.REGISTRY_NUMBER:
                value["partly"] = bool(reading["registry_partly"])
            yield Proposal(kind, position, value, _span(place), Doubt.SEVERAL if several else None)


def _structured(reading: Mapping[str, Any], text: str) -> Iterator[Proposal]:
    for name, kind in STRUCTURED_LISTS.items():
        for position, found in enumerate(reading[name], start=1):
            span = _span(found["span"])
            value = {key: part for key, part in found.items() if key != "span"}
            yield Proposal(kind, position, value, span, doubt(kind, value, text[slice(*span)]))


def doubt(kind: FactKind, value: Mapping[str, Any], quote: str) -> Doubt | None:
    """Why a person should look twice at a fact, if there is a reason."""
    if kind == FactKind.OBLIGATION:
        return _doubt_of_obligation(value, quote)
    if kind == FactKind.GRANT and value["year"] is None:
        return Doubt.GRANT_YEAR_MISSING
    return None


def _doubt_of_obligation(value: Mapping[str, Any], quote: str) -> Doubt | None:
    if value["due_on"] is None:
        return Doubt(value.get("reason") or OpenReason.REFERENCE)
    if not _says_day(quote, date.fromisoformat(value["due_on"])):
        return Doubt.DATE_ELSEWHERE
    if value["addressee"] is None and value["kind"] in WITH_ADDRESSEE:
        return Doubt.ADDRESSEE_MISSING
    return None


def _says_day(quote: str, day: date) -> bool:
    return str(day.day) in quote and str(day.year) in quote


def _span(place: Iterable[int]) -> Span:
    start, end = place
    return start, end
