"""What the desk shows today, put together from the capabilities."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from varn.desk.rules.steps import Situation, Suggestion, next_step
from varn.mandate.queries import mandates, progress, work
from varn.mandate.queries.decisions import decisions_to_start

if TYPE_CHECKING:
    from varn.mandate.models import Activity, Grant, Mandate, Obligation, Result
    from varn.mandate.queries.progress import Progress, RequirementRow
    from varn.mandate.queries.work import CountyCount

SHOWN_OBLIGATIONS = 4
SHOWN_RESULTS = 6


@dataclass(frozen=True, kw_only=True)
class Today:
    """One mandate's day: what is due, how far it has come, its money and results."""

    mandate: "Mandate"
    coming: Sequence["Obligation"]
    progress: "Progress"
    grants: Sequence["Grant"]
    results: Sequence["Result"]
    counties: Sequence["CountyCount"]
    waiting_activity: "Activity | None"
    waiting_result: "Result | None"
    suggestion: Suggestion

    @property
    def next_obligation(self) -> "Obligation | None":
        return self.coming[0] if self.coming else None

    @property
    def next_requirement(self) -> "RequirementRow | None":
        return next(iter(self.progress.without_activity), None)


def today(mandate: "Mandate", *, on: date) -> Today:
    """The day of one mandate."""
    coming = list(mandates.obligations_from(mandate, on=on)[:SHOWN_OBLIGATIONS])
    how_far = progress.progress(mandate)
    activity = work.begun_without_result(mandate, on=on).first()
    result = work.results_without_evidence(mandate).first()
    first_gap = next(iter(how_far.without_activity), None)
    due_on = coming[0].due_on if coming else None
    situation = Situation(
        mandate=mandate.pk,
        days_to_obligation=(due_on - on).days if due_on else None,
        requirement_without_activity=first_gap.requirement.pk if first_gap else None,
        activity_without_result=activity.pk if activity else None,
        result_without_evidence=result.pk if result else None,
    )
    return Today(
        mandate=mandate,
        coming=coming,
        progress=how_far,
        grants=list(mandates.grants(mandate)),
        results=list(mandates.latest_results(mandate)[:SHOWN_RESULTS]),
        counties=work.results_by_county(mandate),
        waiting_activity=activity,
        waiting_result=result,
        suggestion=next_step(situation),
    )


def suggestion_without_mandate() -> Suggestion:
    """What to do while no mandate has started."""
    waiting = decisions_to_start().values_list("pk", flat=True).first()
    return next_step(Situation(decision_to_check=waiting))
