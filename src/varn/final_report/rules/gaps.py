"""What the report lacks, said plainly."""

from collections.abc import Iterator
from dataclasses import dataclass

from varn.final_report.rules.carrying import carriers
from varn.final_report.rules.content import Decision, ReportContent
from varn.final_report.rules.figures import Kind


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing, and the numbered thing that lacks it."""

    name: str
    kind: Kind
    number: int | None = None


def gaps(content: ReportContent) -> tuple[Gap, ...]:
    """Everything that is missing, in the order of the report."""
    return (
        *_in_decision(content.decision),
        *_in_work(content),
        *_in_obligations(content),
    )


def _in_decision(decision: Decision) -> Iterator[Gap]:
    if not decision.agency:
        yield Gap("no_agency", Kind.DECISION)
    if not decision.report_to:
        yield Gap("no_addressee_of_report", Kind.DECISION)


def _in_work(content: ReportContent) -> Iterator[Gap]:
    if not content.requirements:
        yield Gap("no_requirements", Kind.DECISION)
    carried = carriers(content)
    for requirement in content.requirements:
        if not (requirement.activities or requirement.is_formal or requirement.number in carried):
            yield Gap("requirement_without_activity", Kind.REQUIREMENT, requirement.number)
    for activity in content.activities:
        if not activity.results:
            yield Gap("activity_without_result", Kind.ACTIVITY, activity.number)
    for result in content.results:
        if not result.evidence:
            yield Gap("result_without_evidence", Kind.RESULT, result.number)


def _in_obligations(content: ReportContent) -> Iterator[Gap]:
    if not content.grants:
        yield Gap("no_grant", Kind.DECISION)
    for obligation in content.obligations:
        if obligation.due_on is None:
            yield Gap("obligation_without_day", Kind.OBLIGATION, obligation.number)
        if not obligation.addressee:
            yield Gap("obligation_without_addressee", Kind.OBLIGATION, obligation.number)
