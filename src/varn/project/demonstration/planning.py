"""Loading the invented budget and forecasts."""

from datetime import date

from varn.accounts.models import User
from varn.finance.actions import BudgetValues, ForecastValues, add_budget_line, make_forecast
from varn.mandate.models import Grant, Mandate
from varn.project.demonstration.content import budget, forecasts, submission
from varn.project.demonstration.moments import moment

PLANNED_ON = date(2014, 3, 17)
ORE = 100


def load_budget(mandate: Mandate, officer: User, *, as_of: date) -> None:
    """The grant, divided by assignment; a second time adds nothing."""
    if as_of < PLANNED_ON:
        return
    grant = granted(mandate)
    assignments: dict[int | None, int] = {
        each.number: each.pk for each in mandate.assignments.all()
    }
    for number, given in enumerate(budget()):
        add_budget_line(
            mandate_id=mandate.pk,
            values=BudgetValues(
                amount_ore=given["amount"] * ORE,
                grant_id=grant.pk,
                assignment_id=assignments.get(given.get("assignment")),
                note=given["note"],
            ),
            submission=submission(f"budget/{number}"),
            by=officer,
            at=moment(PLANNED_ON, hour=13),
        )


def load_forecasts(mandate: Mandate, officer: User, *, as_of: date) -> None:
    """What was expected up to the day; a second time adds nothing."""
    for given in forecasts():
        made_on = given["made_on"]
        if made_on > as_of:
            continue
        make_forecast(
            mandate_id=mandate.pk,
            values=ForecastValues(
                grant_id=granted(mandate).pk,
                amount_ore=given["amount"] * ORE,
                reason=given["reason"],
                made_on=made_on,
            ),
            submission=submission(f"forecast/{made_on}"),
            by=officer,
            at=moment(made_on, hour=13),
        )


def granted(mandate: Mandate) -> Grant:
    """The money of the decision."""
    return mandate.grants.get()
