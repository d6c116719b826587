"""What to suggest as the next step, and how strongly to colour a county. Plain values, no clock."""

from dataclasses import dataclass

from varn.desk.choices import Step

SOON_IN_DAYS = 14  # a deadline this near goes before everything else
SOME_RESULTS, MANY_RESULTS = 3, 10


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What there is to choose a next step from; an id is None where there is nothing."""

    mandate: int | None = None
    decision_to_check: int | None = None
    days_to_obligation: int | None = None
    requirement_without_activity: int | None = None
    activity_without_result: int | None = None
    result_without_evidence: int | None = None


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """One step, and what it is about."""

    step: Step
    subject: int | None = None


def next_step(now: Situation) -> Suggestion:
    """The most urgent thing: a near deadline, then what would leave a requirement empty-handed."""
    if now.mandate is None:
        if now.decision_to_check is not None:
            return Suggestion(step=Step.CHECK_DECISION, subject=now.decision_to_check)
        return Suggestion(step=Step.READ_DECISION)
    if now.days_to_obligation is not None and now.days_to_obligation <= SOON_IN_DAYS:
        return Suggestion(step=Step.SEE_OBLIGATION, subject=now.mandate)
    for step, subject in (
        (Step.ADD_ACTIVITY, now.requirement_without_activity),
        (Step.RECORD_RESULT, now.activity_without_result),
        (Step.ADD_EVIDENCE, now.result_without_evidence),
    ):
        if subject is not None:
            return Suggestion(step=step, subject=subject)
    return Suggestion(step=Step.SEE_MANDATE, subject=now.mandate)


def tone(results: int) -> str:
    """How a county with so many results is coloured on the map."""
    if results == 0:
        return "none"
    if results < SOME_RESULTS:
        return "low"
    return "middle" if results < MANY_RESULTS else "high"
