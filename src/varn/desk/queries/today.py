"""What the desk shows today, put together from the capabilities."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from varn.desk.queries.counties import Reach, reach
from varn.desk.rules.steps import Situation, Suggestion, next_step
from varn.dialogue.choices import DialoguePermission
from varn.dialogue.queries.meetings import meetings_without_minutes
from varn.finance.choices import FinancePermission
from varn.finance.queries.standing import MoneyStanding, money_standing
from varn.mandate.queries import mandates, progress, waiting, work
from varn.mandate.queries.decisions import decisions_to_start
from varn.mandate.queries.obligations import row_of

if TYPE_CHECKING:
    from varn.dialogue.models import Meeting
    from varn.mandate.models import Activity, Grant, Mandate, Obligation, Result
    from varn.mandate.queries.progress import Progress, RequirementRow

SHOWN_OBLIGATIONS = 4
READ_MEETINGS = 50


@dataclass(frozen=True, kw_only=True)
class Today:
    """One mandate's day: what is due and missing, its money, its reach and its gaps."""

    mandate: "Mandate"
    coming: Sequence["Obligation"]
    progress: "Progress"
    grants: Sequence["Grant"]
    working_days_left: int  # to the day that the next obligation is planned for
    money: MoneyStanding | None  # for those who may see it
    without_minutes: Sequence["Meeting"]
    reach: Reach
    waiting_activity: "Activity | None"
    waiting_result: "Result | None"

    @property
    def next_obligation(self) -> "Obligation | None":
        return self.coming[0] if self.coming else None

    @property
    def next_requirement(self) -> "RequirementRow | None":
        return next(iter(self.progress.without_activity), None)

    @property
    def next_to_judge(self) -> "RequirementRow | None":
        return next(iter(self.progress.to_judge), None)

    @property
    def next_meeting(self) -> "Meeting | None":
        return next(iter(self.without_minutes), None)


def today(mandate: "Mandate", *, on: date, may: Callable[[str], bool]) -> Today:
    """The day of one mandate, as far as a person may see it."""
    coming = list(waiting.obligations_to_keep(mandate, on=on)[:SHOWN_OBLIGATIONS])
    sees_dialogue = may(DialoguePermission.VIEW)
    return Today(
        mandate=mandate,
        coming=coming,
        progress=progress.progress(mandate),
        grants=list(mandates.grants(mandate)),
        working_days_left=_working_days(coming, on),
        money=money_standing(mandate.pk, on=on) if may(FinancePermission.VIEW) else None,
        without_minutes=_without_minutes(mandate) if sees_dialogue else [],
        reach=reach(mandate, on=on, with_dialogue=sees_dialogue),
        waiting_activity=work.begun_without_result(mandate, on=on).first(),
        waiting_result=work.results_without_evidence(mandate).first(),
    )


def suggestion(day: Today, *, on: date) -> Suggestion:
    """The one thing to do next."""
    return next_step(_situation(day, on=on))


def suggestion_without_mandate() -> Suggestion:
    """What to do while no mandate has started."""
    to_check = decisions_to_start().values_list("pk", flat=True).first()
    return next_step(Situation(decision_to_check=to_check))


def _working_days(coming: Sequence["Obligation"], on: date) -> int:
    return (row_of(coming[0], on=on).plan.working_days_left or 0) if coming else 0


def _without_minutes(mandate: "Mandate") -> list["Meeting"]:
    return list(meetings_without_minutes(mandate)[:READ_MEETINGS])


def _situation(day: Today, *, on: date) -> Situation:
    due_on = day.next_obligation.due_on if day.next_obligation else None
    gap, ripe = day.next_requirement, day.next_to_judge
    return Situation(
        mandate=day.mandate.pk,
        obligation=day.next_obligation.pk if day.next_obligation else None,
        days_to_obligation=(due_on - on).days if due_on else None,
        requirement_without_activity=gap.requirement.pk if gap else None,
        meeting_without_minutes=day.next_meeting.pk if day.next_meeting else None,
        money_runs_short=bool(day.money and day.money.forecast_left_ore < 0),
        county_boards_away=len(day.reach.boards_away),
        activity_without_result=day.waiting_activity.pk if day.waiting_activity else None,
        result_without_evidence=day.waiting_result.pk if day.waiting_result else None,
        requirement_to_judge=ripe.requirement.pk if ripe else None,
    )
