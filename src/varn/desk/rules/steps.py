"""What to suggest as the next step. Plain values, no clock."""

from dataclasses import dataclass

from varn.desk.choices import Step

SOON_IN_DAYS = 14  # a deadline this near goes before everything else


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What there is to choose a next step from; an id is None where there is nothing."""

    mandate: int | None = None
    decision_to_check: int | None = None
    obligation: int | None = None  # the next one
    days_to_obligation: int | None = None
    requirement_without_activity: int | None = None
    meeting_without_minutes: int | None = None
    money_runs_short: bool = False
    county_boards_away: int = 0
    activity_without_result: int | None = None
    result_without_evidence: int | None = None
    requirement_to_judge: int | None = None


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """One step, and what it is about."""

    step: Step
    subject: int | None = None


def next_step(now: Situation) -> Suggestion:
    """The most urgent thing: a near day, then what leaves a gap in the final report."""
    if now.mandate is None:
        if now.decision_to_check is not None:
            return Suggestion(step=Step.CHECK_DECISION, subject=now.decision_to_check)
        return Suggestion(step=Step.READ_DECISION)
    for step, subject in _waiting(now):
        if subject is not None:
            return Suggestion(step=step, subject=subject)
    return Suggestion(step=Step.SEE_MANDATE, subject=now.mandate)


def _waiting(now: Situation) -> tuple[tuple[Step, int | None], ...]:
    """What waits, the most urgent first."""
    days = now.days_to_obligation
    is_near = days is not None and days <= SOON_IN_DAYS
    return (
        (Step.SEE_OBLIGATION, now.obligation if is_near else None),
        (Step.SEE_MONEY, now.mandate if now.money_runs_short else None),
        (Step.ADD_ACTIVITY, now.requirement_without_activity),
        (Step.HAND_IN_MINUTES, now.meeting_without_minutes),
        (Step.INVITE, now.mandate if now.county_boards_away else None),
        (Step.RECORD_RESULT, now.activity_without_result),
        (Step.ADD_EVIDENCE, now.result_without_evidence),
        (Step.JUDGE, now.requirement_to_judge),
    )
