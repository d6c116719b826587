"""How far each requirement of a mandate has come."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from varn.mandate.choices import RequirementStanding
from varn.mandate.models import Activity, Evidence, Mandate, Requirement, Result
from varn.mandate.rules.standing import is_formal, standing


@dataclass(frozen=True, kw_only=True)
class RequirementRow:
    """A requirement with how far it has come and its latest activities."""

    requirement: Requirement
    activity_count: int
    result_count: int
    evidence_count: int  # results that have evidence
    standing: RequirementStanding
    activities: Sequence[Activity] = ()

    @property
    def has_evidence(self) -> bool:
        return self.standing == RequirementStanding.EVIDENCE

    @property
    def lacks_activity(self) -> bool:
        return self.standing == RequirementStanding.NO_ACTIVITY

    @property
    def more_activities(self) -> int:
        return self.activity_count - len(self.activities)


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How many of the requirements that need work have come how far."""

    rows: Sequence[RequirementRow]

    @property
    def to_work_on(self) -> list[RequirementRow]:
        return [row for row in self.rows if row.standing != RequirementStanding.FORMAL]

    @property
    def with_evidence(self) -> int:
        return sum(row.has_evidence for row in self.rows)

    @property
    def total(self) -> int:
        return len(self.to_work_on)

    @property
    def without_activity(self) -> list[RequirementRow]:
        return [row for row in self.rows if row.lacks_activity]

    @property
    def without_evidence(self) -> list[RequirementRow]:
        return [row for row in self.to_work_on if row.activity_count and not row.has_evidence]


def progress(mandate: Mandate) -> Progress:
    """Every requirement with its standing, in the order of the decision."""
    requirements = mandate.requirements.select_related("assignment").order_by("number", "pk")
    activities = counted(Activity.objects.filter(requirement__mandate=mandate), "requirement")
    in_mandate = Result.objects.filter(activity__requirement__mandate=mandate)
    results = counted(in_mandate, "activity__requirement")
    shown = Evidence.objects.filter(result__activity__requirement__mandate=mandate)
    evidence = counted(shown, "result__activity__requirement", of="result")
    elsewhere = _spans_of_dates_and_money(mandate)
    return Progress(
        rows=[
            _row(each, activities[each.pk], results[each.pk], evidence[each.pk], elsewhere)
            for each in requirements
        ]
    )


def _row(
    requirement: Requirement,
    activities: int,
    results: int,
    evidence: int,
    elsewhere: Sequence[tuple[int, int]],
) -> RequirementRow:
    assignment = requirement.assignment.text if requirement.assignment else ""
    span = (requirement.span_start, requirement.span_end)
    formal = is_formal(requirement.text, span, elsewhere, assignment=assignment)
    return RequirementRow(
        requirement=requirement,
        activity_count=activities,
        result_count=results,
        evidence_count=evidence,
        standing=standing(
            activities=activities, results=results, evidence=evidence, is_formal=formal
        ),
    )


def counted(
    rows: "QuerySet[Activity] | QuerySet[Result] | QuerySet[Evidence]", by: str, of: str = "pk"
) -> Mapping[int, int]:
    """How many rows there are by what they belong to; what has none counts as zero."""
    pairs = rows.values_list(by).annotate(Count(of, distinct=True)).order_by(by)
    return defaultdict(int, dict(pairs))


def _spans_of_dates_and_money(mandate: Mandate) -> list[tuple[int, int]]:
    places = ("span_start", "span_end")
    return [
        *mandate.obligations.values_list(*places),
        *mandate.grants.values_list(*places),
        *mandate.appropriations.values_list(*places),
    ]
