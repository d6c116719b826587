"""What the demonstration holds, read from the files beside this one."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import groupby
from typing import Any
from uuid import UUID, uuid5

NAMESPACE = UUID("9be66d08-c9d3-529b-9a5a-f04ed56ab32b")
INVENTED = "(påhittat exempel)"
LEDGER_DAY = 2  # the column of the day
DECISION_FILE = "regeringsbeslut-s2014-1695-fst.txt"


@dataclass(frozen=True, kw_only=True)
class InventedEvidence:
    """A document that shows an invented result."""

    file: str
    text: str


@dataclass(frozen=True, kw_only=True)
class InventedResult:
    """Something that could have come of an activity."""

    submission: UUID
    title: str
    description: str
    place: str  # kind and code, as in municipality:1280
    occurred_on: date
    evidence: tuple[InventedEvidence, ...]


@dataclass(frozen=True, kw_only=True)
class InventedActivity:
    """Something that could have been done to meet a requirement."""

    submission: UUID
    requirement: str  # words that stand in one requirement only
    title: str
    description: str
    target_group: str
    duty_bearer: str
    responsible: str
    planned_on: date
    starts_on: date
    ends_on: date
    results: tuple[InventedResult, ...]
    cancelled_on: date | None = None
    because: str = ""  # why it was cancelled

    def has_begun(self, *, as_of: date) -> bool:
        """Whether it is under way on a day; what was cancelled begins no more."""
        return self.starts_on <= min(as_of, self.cancelled_on or as_of)


@dataclass(frozen=True, kw_only=True)
class InventedAssessment:
    """What an activity could mean for the children it concerns; closed when it is over."""

    submission: UUID  # the activity's
    activity: str
    assessed_on: date
    closed_on: date
    articles: Sequence[str]
    principles: Sequence[str]
    best_interests: str
    children_heard: str
    views: str
    information: str
    risks: str
    mitigation: str


@dataclass(frozen=True, kw_only=True)
class InventedJudgement:
    """What the coordinator could have said of a requirement in the end."""

    requirement: str  # words that stand in one requirement only
    is_met: bool
    because: str
    judged_on: date


@dataclass(frozen=True, kw_only=True)
class InventedText:
    """A part of the final report as somebody could have written it; a later one replaces it."""

    part: str
    written_on: date
    text: str


@dataclass(frozen=True, kw_only=True)
class InventedStatement:
    """A requisition, a repayment or a financial account that could have been sent."""

    kind: str
    frozen_on: date
    sent_on: date
    own_registry_number: str
    asked: int | None = None  # whole kronor


@dataclass(frozen=True, kw_only=True)
class InventedDecision:
    """Something that a meeting could have decided."""

    text: str
    responsible: str
    due_on: date
    done_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class InventedMeeting:
    """A meeting that could have been held; `came` counts people by organisation."""

    submission: UUID
    activity: UUID
    title: str
    kind: str
    level: str
    planned_on: date
    held_on: date
    place: str
    agenda: str
    asked: Sequence[str]
    came: Mapping[str, int]
    minutes: InventedEvidence | None = None
    decisions: tuple[InventedDecision, ...] = ()


@cache
def decision_file() -> bytes:
    """The decision in our own words, with the facts of the government's."""
    return _folder().joinpath("decision.txt").read_bytes()


@cache
def activities() -> tuple[InventedActivity, ...]:
    """Everything invented, in the order of the file."""
    return tuple(_activity(given) for given in _read("activities"))


@cache
def assessments() -> tuple[InventedAssessment, ...]:
    """What the activities mean for children, in the order of the file."""
    return tuple(
        InventedAssessment(**{**given, "submission": submission(given["activity"])})
        for given in _read("assessments")
    )


@cache
def judgements() -> tuple[InventedJudgement, ...]:
    """What is said of every requirement, in the order of the file."""
    return tuple(InventedJudgement(**given) for given in _read("judgements"))


@cache
def meetings() -> tuple[InventedMeeting, ...]:
    """Every invented meeting, in the order of the file."""
    return tuple(_meeting(given) for given in _read("meetings"))


@cache
def mapping_rules() -> tuple[Mapping[str, Any], ...]:
    """Which vouchers are which cost of which activity, in the order of the file."""
    return tuple(_read("rules"))


@cache
def budget() -> tuple[Mapping[str, Any], ...]:
    """The lines of the budget, in the order of the file."""
    return tuple(_read("money", "budget"))


@cache
def forecasts() -> tuple[Mapping[str, Any], ...]:
    """The forecasts, in the order of the file."""
    return tuple(_read("money", "forecasts"))


@cache
def statements() -> tuple[InventedStatement, ...]:
    """What is sent about the grant, in the order of the file."""
    return tuple(InventedStatement(**given) for given in _read("money", "statements"))


@cache
def texts() -> tuple[InventedText, ...]:
    """What is written in the final report, in the order of the file."""
    return tuple(
        InventedText(**{**given, "text": given["text"].strip()}) for given in _read("texts")
    )


@dataclass(frozen=True, kw_only=True)
class Extract:
    """One month of the ledger, as a file."""

    data: bytes
    last_day: date


def ledger(*, as_of: date) -> Mapping[tuple[int, int], Extract]:
    """The ledger up to a day, a file for each month."""
    head, *lines = _folder().joinpath("ledger.csv").read_text("utf-8").splitlines()
    days = [(date.fromisoformat(line.split(";")[LEDGER_DAY]), line) for line in lines]
    until = [(day, line) for day, line in days if day <= as_of]
    months = groupby(until, key=lambda row: (row[0].year, row[0].month))
    return {month: _extract(head, list(rows)) for month, rows in months}


def _extract(head: str, rows: Sequence[tuple[date, str]]) -> Extract:
    text = "\n".join([head, *(line for _day, line in rows)])
    return Extract(data=f"{text}\n".encode(), last_day=rows[-1][0])


def submission(key: str) -> UUID:
    """The number under which the thing with the key is stored, the same every time."""
    return uuid5(NAMESPACE, key)


def _read(name: str, table: str = "") -> Sequence[Mapping[str, Any]]:
    document = tomllib.loads(_folder().joinpath(f"{name}.toml").read_text("utf-8"))
    rows: Sequence[Mapping[str, Any]] = document[table or name]
    return rows


def _meeting(given: Mapping[str, Any]) -> InventedMeeting:
    minutes = given.get("minutes")
    plain = {name: value for name, value in given.items() if name != "key"}
    return InventedMeeting(
        **plain
        | {
            "title": _marked(given["title"]),
            "submission": submission(given["key"]),
            "activity": submission(given["activity"]),
            "minutes": InventedEvidence(**minutes) if minutes else None,
            "decisions": tuple(InventedDecision(**each) for each in given.get("decisions", [])),
        }
    )


def _folder() -> Traversable:
    return files("varn.project.demonstration")


def _activity(given: Mapping[str, Any]) -> InventedActivity:
    key = given["key"]
    results = [
        _result(f"{key}/{number}", each) for number, each in enumerate(given.get("results", []))
    ]
    plain = {name: value for name, value in given.items() if name not in ("key", "results")}
    return InventedActivity(
        **plain | {"title": _marked(given["title"])},
        submission=submission(key),
        results=tuple(results),
    )


def _result(key: str, given: Mapping[str, Any]) -> InventedResult:
    return InventedResult(
        submission=submission(key),
        title=_marked(given["title"]),
        description=given["description"],
        place=given["place"],
        occurred_on=given["occurred_on"],
        evidence=tuple(InventedEvidence(**each) for each in given["evidence"]),
    )


def _marked(title: str) -> str:
    """The mark stands in the title, so that it follows into lists and reports."""
    return f"{title} {INVENTED}"
