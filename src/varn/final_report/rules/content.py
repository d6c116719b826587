"""What a final report holds: plain values, collected once, the same for every format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from varn.final_report.rules.parts import Cover, PartKey


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
    evidence: tuple[int, ...] = ()


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
    starts_on: date | None = None
    ends_on: date | None = None
    results: tuple[Result, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A sentence of the decision that obliges."""

    number: int
    text: str
    activities: tuple[Activity, ...] = ()
    is_formal: bool = False  # about a day or money, which the report shows on their own

    @property
    def lacks_activity(self) -> bool:
        """Whether something should have been done for it and nothing is recorded."""
        return not self.activities and not self.is_formal


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One thing that the government asks for; without a number it is the mandate as a whole."""

    number: int | None
    text: str
    requirements: tuple[Requirement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """Something to do by a day; `kind` and `open_reason` (why there is no day) are codes."""

    number: int
    kind: str
    text: str
    due_on: date | None = None
    open_reason: str = ""
    addressee: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Money that the decision speaks of; `kind` is a code."""

    amount_ore: int
    kind: str
    year: int | None = None
    is_cap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Appropriation:
    """Where the money stands in the state budget."""

    area: int | None = None
    area_name: str = ""
    appropriation: str = ""
    appropriation_name: str = ""
    item: str = ""
    item_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """One line of *Kopia till*, and how many organisations it stands for."""

    text: str
    organisations: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The government's decision that the report answers."""

    registry_number: str
    title: str
    agency: str
    decided_on: date
    is_partly: bool = False
    protocol_number: str = ""
    department: str = ""
    builds_on: tuple[str, ...] = ()
    report_to: str = ""
    copies_to: tuple[CopyLine, ...] = ()
    file_name: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent:
    """Everything in one final report. The same content gives the same bytes."""

    decision: Decision
    changed_at: datetime  # the latest change in the data: the date of the document
    assignments: tuple[Assignment, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    grants: tuple[Grant, ...] = ()
    appropriations: tuple[Appropriation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    texts: Mapping[PartKey, str] = field(default_factory=dict)  # as written, see rules/markup
    cover: Cover = field(default_factory=Cover)
    is_demonstration: bool = False

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """All requirements in the order of the report."""
        return tuple(each for part in self.assignments for each in part.requirements)

    @property
    def activities(self) -> tuple[Activity, ...]:
        """All activities in the order of the report."""
        return tuple(each for part in self.requirements for each in part.activities)

    @property
    def results(self) -> tuple[Result, ...]:
        """All results in the order of the report."""
        return tuple(each for part in self.activities for each in part.results)
