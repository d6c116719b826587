"""Everything in one report, and what can be read across it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from varn.final_report.rules.content.decision import Decision, Obligation
from varn.final_report.rules.content.dialogue import Dialogue
from varn.final_report.rules.content.money import Appropriation, Grant, Money
from varn.final_report.rules.content.work import (
    Activity,
    Assignment,
    Evidence,
    Requirement,
    Result,
)
from varn.final_report.rules.parts import Cover, PartKey


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
    money: Money | None = None
    dialogue: Dialogue = field(default_factory=Dialogue)
    counties: tuple[tuple[str, str], ...] = ()  # code and name of every county, in code order
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
