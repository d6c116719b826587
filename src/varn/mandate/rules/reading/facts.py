"""The facts that a decision can hold, each with the place in the text that it came from."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from enum import StrEnum

type Span = tuple[int, int]
type Json = dict[str, object]


class DocumentKind(StrEnum):
    """What sort of document the text is."""

    ASSIGNMENT = "assignment"
    APPROPRIATION_DIRECTIONS = "appropriation_directions"
    OTHER = "other"


class ObligationKind(StrEnum):
    """What must have happened on the day."""

    REQUISITION = "requisition"
    REPAYMENT = "repayment"
    FINANCIAL_ACCOUNT = "financial_account"
    INTERIM_REPORT = "interim_report"
    FINAL_REPORT = "final_report"
    REPORT = "report"
    RECURRING_REPORT = "recurring_report"
    PERIOD_END = "period_end"
    MILESTONE = "milestone"
    PAYMENT = "payment"


class OpenReason(StrEnum):
    """Why a dated obligation has no day."""

    RECURS = "recurs_without_date"
    YEAR_MISSING = "year_not_stated"
    DAY_MISSING = "day_not_stated"
    REFERENCE = "reference_not_resolved"


class GrantKind(StrEnum):
    """What an amount means."""

    GRANTED = "granted"
    PLANNED = "planned"
    TOTAL = "total"
    PART = "part"
    ALLOCATED = "allocated"
    REALLOCATED = "reallocated"


@dataclass(frozen=True, slots=True)
class Found[T]:
    """A single value and where it stands."""

    value: T
    span: Span


@dataclass(frozen=True, slots=True)
class Assignment:
    """One thing that the government asks for (*att …*)."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Requirement:
    """A sentence that obliges; `assignment` counts from 1, None means the whole mandate."""

    assignment: int | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Obligation:
    """A requirement with a day; without a day, `reason` says why."""

    kind: ObligationKind
    due_on: date | None
    addressee: str | None
    text: str
    reason: OpenReason | None
    span: Span


@dataclass(frozen=True, slots=True)
class Grant:
    """An amount of money in whole kronor."""

    amount_sek: int
    year: int | None
    kind: GrantKind
    cap: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Appropriation:
    """Where the money stands in the state budget: area, appropriation, item."""

    area: int | None
    area_name: str | None
    appropriation: str | None
    appropriation_name: str | None
    item: str | None
    item_name: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One line of *Kopia till*: an organisation and, after a slash, its units."""

    text: str
    name: str
    units: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the rules found in one document; None and empty mean "the text doesn't say"."""

    text_length: int
    kind: Found[DocumentKind]
    title: Found[str] | None = None
    registry_numbers: tuple[Found[str], ...] = ()
    registry_partly: Found[bool] | None = None
    cited_registry_numbers: tuple[Found[str], ...] = ()
    builds_on: tuple[Found[str], ...] = ()
    protocol_number: Found[str] | None = None
    decided_on: Found[date] | None = None
    department: Found[str] | None = None
    recipients: tuple[Found[str], ...] = ()
    assignments: tuple[Assignment, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    grants: tuple[Grant, ...] = ()
    appropriations: tuple[Appropriation, ...] = ()
    report_to: tuple[Found[str], ...] = ()
    citations: tuple[Found[str], ...] = ()
    consult: tuple[Found[str], ...] = ()
    signatories: tuple[Found[str], ...] = ()
    copies_to: tuple[CopyLine, ...] = ()

    def as_json(self) -> Json:
        """Plain values under their names; the places of plain values stand under `spans`."""
        spans: Json = {}
        document: Json = {"text_length": self.text_length}
        for field in fields(self)[1:]:
            fact = getattr(self, field.name)
            document[field.name] = _plain(fact)
            if (place := _places(fact)) is not None:
                spans[field.name] = place
        document["spans"] = spans
        return document


def _plain(fact: object) -> object:
    match fact:
        case Found(value=value):
            return _plain(value)
        case tuple():
            return [_plain(each) for each in fact]
        case date():
            return fact.isoformat()
        case Assignment() | Requirement() | Obligation() | Grant() | Appropriation() | CopyLine():
            return _without_empty_reason({k: _plain(v) for k, v in asdict(fact).items()})
        case StrEnum():
            return fact.value
    return fact


def _without_empty_reason(plain: Mapping[str, object]) -> Json:
    return {key: value for key, value in plain.items() if key != "reason" or value is not None}


def _places(fact: object) -> object:
    match fact:
        case Found(span=span):
            return list(span)
        case tuple() if all_found(fact):
            return [list(each.span) for each in fact]
    return None


def all_found(facts: Iterable[object]) -> bool:
    return all(isinstance(each, Found) for each in facts)
