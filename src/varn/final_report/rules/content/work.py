"""The work in a report: requirements, activities, results and their evidence."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A file that shows that a result happened."""

    number: int
    file_name: str
    sha256: str
    added_on: date
    result: int
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Something that happened at a place on a day."""

    number: int
    happened_on: date
    place: str
    title: str
    description: str = ""
    county_code: str = ""  # empty outside the counties
    county: str = ""
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildRights:
    """What an activity means for the children it concerns; articles and principles are codes."""

    articles: tuple[str, ...]
    principles: tuple[str, ...]
    best_interests: str
    children_heard: str
    views: str
    information: str
    risks: str
    mitigation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """What was done, or is planned, to meet a requirement; `state` is a code."""

    number: int
    title: str
    state: str
    description: str = ""
    target_group: str = ""
    duty_bearer: str = ""
    responsible: str = ""
    audience: str = ""
    partners: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    ended_because: str = ""
    child_rights: ChildRights | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    results: tuple[Result, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A sentence of the decision that obliges."""

    number: int
    text: str
    activities: tuple[Activity, ...] = ()
    responsible: str = ""
    judgement: str = ""  # a code; empty until somebody has judged
    because: str = ""
    is_formal: bool = False  # about a day or money, which the report shows on their own


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One thing that the government asks for; without a number it is the mandate as a whole."""

    number: int | None
    text: str
    requirements: tuple[Requirement, ...] = ()
