"""How a mandate's money stands on a day: granted, charged, left, planned and expected."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet, Sum

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
    charges = Charge.objects.filter(STANDS, entry__in=booked)
    rows = booked.aggregate(
        open_ore=Sum("amount_ore", filter=~Q(cost_type=""), default=0)
        - Sum("charged_ore", filter=~Q(cost_type=""), default=0),
        unmapped=Count("pk", filter=Q(cost_type="")),
    )
    by_grant = _by_grant(mandate, charges)
    granted, charged = (
        sum(each.granted_ore for each in by_grant),
        sum(each.charged_ore for each in by_grant),
    )
    other = charges.filter(source__isnull=False).aggregate(ore=Sum("amount_ore", default=0))
    expected = _forecast_ore(mandate_id, on=on)
    forecast = charged if expected is None else expected
    by_assignment = _by_assignment(mandate, charges)
    return MoneyStanding(
        granted_ore=granted,
        cap_ore=granted,
        charged_ore=charged,
        other_funding_ore=other["ore"],
        uncharged_ore=rows["open_ore"],
        unmapped_count=rows["unmapped"],
        left_ore=granted - charged,
        budget_ore=sum(each.budget_ore for each in by_assignment),
        forecast_ore=forecast,
        forecast_left_ore=granted - forecast,
        has_forecast=expected is not None,
        by_cost_type=_by_cost_type(charges),
        by_assignment=by_assignment,
        by_grant=by_grant,
    )


def _by_grant(mandate: "Mandate", charges: QuerySet[Charge]) -> list[YearStanding]:
    charged = dict(
        charges.filter(grant__isnull=False)
        .values_list("grant_id")
        .annotate(ore=Sum("amount_ore"))
        .order_by()
    )
    return [
        YearStanding(
            grant_id=each.grant.pk,
            year=each.grant.year,
            is_cap=each.grant.is_cap,
            granted_ore=each.grant.amount_ore,
            charged_ore=charged.get(each.grant.pk, 0),
        )
        for each in grant_standings(mandate)
    ]


def _by_cost_type(charges: QuerySet[Charge]) -> list[tuple[str, int]]:
    ore = dict(
        charges.filter(grant__isnull=False)
        .values_list("entry__cost_type")
        .annotate(ore=Sum("amount_ore"))
        .order_by()
    )
    return [(str(each.label), ore[each.value]) for each in CostType if ore.get(each.value)]


def _by_assignment(mandate: "Mandate", charges: QuerySet[Charge]) -> list[AssignmentStanding]:
    path = "entry__activity__requirement__assignment_id"
    charged: dict[int | None, int] = dict(
        charges.filter(grant__isnull=False)
        .values_list(path)
        .annotate(ore=Sum("amount_ore"))
        .order_by()
    )
    budget: dict[int | None, int] = defaultdict(int)
    lines = Budget.objects.filter(mandate=mandate).values_list(
        "assignment_id", "activity__requirement__assignment_id", "amount_ore"
    )
    for of_line, of_activity, ore in lines:
        budget[of_line or of_activity] += ore
    named: list[tuple[int | None, int | None, str]] = [
        (each.pk, each.number, each.text) for each in mandate.assignments.order_by("number")
    ]
    standings = [
        AssignmentStanding(
            assignment_id=pk,
            number=number,
            text=text,
            charged_ore=charged.get(pk, 0),
            budget_ore=budget.get(pk, 0),
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
