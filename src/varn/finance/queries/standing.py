"""How a mandate's money stands on a day: granted, charged, left, planned and expected."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, F, Q, Sum

from varn.finance.choices import CostType
from varn.finance.models import Budget, Charge, Forecast, LedgerEntry
from varn.finance.queries.charging import STANDS, grant_standings
from varn.mandate.queries.mandates import mandates

if TYPE_CHECKING:
    from varn.mandate.models import Mandate


@dataclass(frozen=True, kw_only=True)
class YearStanding:
    """One grant of the mandate."""

    grant_id: int
    year: int | None
    is_cap: bool
    granted_ore: int
    charged_ore: int

    @property
    def left_ore(self) -> int:
        return self.granted_ore - self.charged_ore


@dataclass(frozen=True, kw_only=True)
class AssignmentStanding:
    """What an assignment costs; without number, what no assignment is named for."""

    assignment_id: int | None
    number: int | None
    text: str
    charged_ore: int
    budget_ore: int


@dataclass(frozen=True, kw_only=True)
class MoneyStanding:
    """Everything in whole öre. Only mapped rows count as costs."""

    granted_ore: int
    cap_ore: int  # what may be charged at most; the same as granted, for nobody may pass it
    charged_ore: int
    other_funding_ore: int
    uncharged_ore: int
    unmapped_count: int
    left_ore: int
    budget_ore: int
    forecast_ore: int  # what has been charged, until somebody makes a forecast
    forecast_left_ore: int  # below zero when the money will be short
    has_forecast: bool
    by_cost_type: Sequence[tuple[str, int]]  # charged to the grants
    by_assignment: Sequence[AssignmentStanding]
    by_grant: Sequence[YearStanding]


def money_standing(mandate_id: int, *, on: date) -> MoneyStanding:
    """The standing of a mandate's money, counting what was booked up to the day."""
    mandate = mandates().get(pk=mandate_id)
    booked = LedgerEntry.objects.filter(mandate=mandate_id, booked_on__lte=on)
    rows = booked.aggregate(
        open_ore=Sum(F("amount_ore") - F("charged_ore"), filter=~Q(cost_type=""), default=0),
        unmapped=Count("pk", filter=Q(cost_type="")),
    )
    paid = _paid(mandate_id, on=on)
    by_grant = _by_grant(mandate, paid)
    granted = sum(each.granted_ore for each in by_grant)
    charged = sum(each.charged_ore for each in by_grant)
    expected = _forecast_ore(mandate_id, on=on)
    forecast = charged if expected is None else expected
    by_assignment = _by_assignment(mandate, paid)
    return MoneyStanding(
        granted_ore=granted,
        cap_ore=granted,
        charged_ore=charged,
        other_funding_ore=sum(each.ore for each in paid if not each.grant_id),
        uncharged_ore=rows["open_ore"],
        unmapped_count=rows["unmapped"],
        left_ore=granted - charged,
        budget_ore=sum(each.budget_ore for each in by_assignment),
        forecast_ore=forecast,
        forecast_left_ore=granted - forecast,
        has_forecast=expected is not None,
        by_cost_type=_by_cost_type(paid),
        by_assignment=by_assignment,
        by_grant=by_grant,
    )


@dataclass(frozen=True)
class _Paid:
    """What stands charged to one grant, or to other sources, for one cost of one assignment."""

    grant_id: int | None
    cost_type: str
    assignment_id: int | None
    ore: int


def _paid(mandate_id: int, *, on: date) -> list[_Paid]:
    rows = (
        Charge.objects.filter(STANDS, entry__mandate=mandate_id, entry__booked_on__lte=on)
        .values_list("grant_id", "entry__cost_type", "entry__activity__requirement__assignment_id")
        .annotate(ore=Sum("amount_ore"))
        .order_by()
    )
    return [_Paid(*row) for row in rows]


def _summed[Key](paid: Iterable[tuple[Key, int]]) -> dict[Key, int]:
    summed: dict[Key, int] = defaultdict(int)
    for key, ore in paid:
        summed[key] += ore
    return summed


def _by_grant(mandate: "Mandate", paid: Sequence[_Paid]) -> list[YearStanding]:
    charged = _summed((each.grant_id, each.ore) for each in paid)
    return [
        YearStanding(
            grant_id=each.grant.pk,
            year=each.grant.year,
            is_cap=each.grant.is_cap,
            granted_ore=each.grant.amount_ore,
            charged_ore=charged[each.grant.pk],
        )
        for each in grant_standings(mandate)
    ]


def _by_cost_type(paid: Sequence[_Paid]) -> list[tuple[str, int]]:
    charged = _summed((each.cost_type, each.ore) for each in paid if each.grant_id)
    return [(str(each.label), charged[each.value]) for each in CostType if charged[each.value]]


def _by_assignment(mandate: "Mandate", paid: Sequence[_Paid]) -> list[AssignmentStanding]:
    charged = _summed((each.assignment_id, each.ore) for each in paid if each.grant_id)
    lines = Budget.objects.filter(mandate=mandate).values_list(
        "assignment_id", "activity__requirement__assignment_id", "amount_ore"
    )
    planned: Iterable[tuple[int | None, int]] = (
        (of_line or of_activity, ore) for of_line, of_activity, ore in lines
    )
    budget = _summed(planned)
    named: list[tuple[int | None, int | None, str]] = [
        (each.pk, each.number, each.text) for each in mandate.assignments.order_by("number")
    ]
    standings = [
        AssignmentStanding(
            assignment_id=pk,
            number=number,
            text=text,
            charged_ore=charged[pk],
            budget_ore=budget[pk],
        )
        for pk, number, text in [*named, (None, None, "")]
    ]
    whole = standings[-1]
    return standings if whole.charged_ore or whole.budget_ore else standings[:-1]


def _forecast_ore(mandate_id: int, *, on: date) -> int | None:
    """The latest forecast for each grant, or for the year or the whole where no grant is named."""
    made = Forecast.objects.filter(mandate=mandate_id, made_on__lte=on)
    latest = made.order_by("grant_id", "year", "-made_on", "-pk").distinct("grant_id", "year")
    amounts = list(latest.values_list("amount_ore", flat=True))
    return sum(amounts) if amounts else None
