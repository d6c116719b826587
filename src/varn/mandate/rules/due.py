"""How an obligation stands on a day, and the day to plan for. Plain values."""

from dataclasses import dataclass
from datetime import date

from varn.mandate.choices import ObligationStanding
from varn.mandate.rules.outgoing import passes_by_itself
from varn.mandate.rules.working_days import SWEDEN, planned_day, working_days_left
from varn.ui.deadlines import SOON_IN_DAYS


@dataclass(frozen=True, kw_only=True)
class Plan:
    """When to have an obligation done, and how it stands."""

    standing: ObligationStanding
    planned_on: date | None = None
    working_days_left: int | None = None
    is_moved: bool = False  # the day itself is free, so the working day before is planned
    passes_by_itself: bool = False


def plan(
    *, kind: str, due_on: date | None, is_done: bool, today: date, country: str = SWEDEN
) -> Plan:
    """The plan of one obligation as the day finds it."""
    by_itself = passes_by_itself(kind)
    if due_on is None:
        standing = ObligationStanding.DONE if is_done else ObligationStanding.NO_DAY
        return Plan(standing=standing, passes_by_itself=by_itself)
    planned_on = due_on if by_itself else planned_day(due_on, country)
    return Plan(
        standing=_standing(due_on, planned_on, is_done=is_done, by_itself=by_itself, today=today),
        planned_on=planned_on,
        working_days_left=working_days_left(planned_on, today=today, country=country),
        is_moved=planned_on != due_on,
        passes_by_itself=by_itself,
    )


def _standing(
    due_on: date, planned_on: date, *, is_done: bool, by_itself: bool, today: date
) -> ObligationStanding:
    if is_done:
        return ObligationStanding.DONE
    if today > due_on:
        return ObligationStanding.PASSED if by_itself else ObligationStanding.LATE
    near = (planned_on - today).days <= SOON_IN_DAYS
    return ObligationStanding.SOON if near else ObligationStanding.LATER
