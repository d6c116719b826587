"""The money on one page: each grant, where it will end, the budget, and what must be sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import F, Q, Sum
from django.db.models.functions import ExtractYear

from varn.finance.models import Charge, Forecast, LedgerEntry
from varn.finance.queries.charging import GrantStanding, grant_standings
from varn.finance.queries.planning import (
    BudgetGroup,
    BudgetRow,
    budget_groups,
    budgeted_ore,
    latest_forecasts,
    total_of,
)
from varn.finance.queries.statements import StatedSums, stated_sums
from varn.finance.rules.outlook import Outlook, Spent, outlook
from varn.mandate.choices import DocumentKind, ObligationKind
from varn.mandate.queries.mandates import obligations

if TYPE_CHECKING:
    from varn.mandate.models import Grant, Mandate, Obligation

# Which obligations each document does, the usual first.
OBLIGATIONS = {
    DocumentKind.REQUISITION: (ObligationKind.REQUISITION, ObligationKind.PAYMENT),
    DocumentKind.REPAYMENT: (ObligationKind.REPAYMENT,),
    DocumentKind.FINANCIAL_ACCOUNT: (ObligationKind.FINANCIAL_ACCOUNT, ObligationKind.REPAYMENT),
}
DOCUMENT_OF = {
    ObligationKind.REQUISITION: DocumentKind.REQUISITION,
    ObligationKind.PAYMENT: DocumentKind.REQUISITION,
    ObligationKind.REPAYMENT: DocumentKind.REPAYMENT,
    ObligationKind.FINANCIAL_ACCOUNT: DocumentKind.FINANCIAL_ACCOUNT,
}


@dataclass(frozen=True, kw_only=True)
class GrantCard:
    """One grant as the page shows it."""

    grant: "Grant"
    charged_ore: int
    other_ore: int  # paid by others of the same year's costs
    waiting_ore: int  # booked in the year, paid by nobody yet
    unmapped_ore: int
    budget_ore: int
    forecast: Forecast | None
    outlook: Outlook
    stated: StatedSums
    repay_by: date | None

    @property
    def left_ore(self) -> int:
        return self.grant.amount_ore - self.charged_ore

    @property
    def charged_share(self) -> int:
        """How much of the grant is charged, in per cent."""
        return self.charged_ore * 100 // self.grant.amount_ore

    @property
    def to_repay_ore(self) -> int:
        return self.stated.requisitioned_ore - self.charged_ore - self.stated.repaid_ore


@dataclass(frozen=True, kw_only=True)
class MoneyObligation:
    """A day by which something about the money is sent, and the document that does it."""

    obligation: "Obligation"
    document_kind: DocumentKind


@dataclass(frozen=True, kw_only=True)
class MoneyPage:
    """Everything that the page of a mandate's money shows."""

    grants: Sequence[GrantCard]
    budget: Sequence[BudgetGroup]
    obligations: Sequence[MoneyObligation]

    @property
    def budget_total(self) -> BudgetRow:
        return total_of(self.budget)

    @property
    def to_do(self) -> list[MoneyObligation]:
        return [each for each in self.obligations if not each.obligation.fulfilled_at]


def money_page(mandate: "Mandate", *, today: date) -> MoneyPage:
    """The money of a mandate as it stands today."""
    due = money_obligations(mandate)
    return MoneyPage(
        grants=_cards(mandate, due, today=today), budget=budget_groups(mandate), obligations=due
    )


def money_obligations(mandate: "Mandate") -> list[MoneyObligation]:
    """The obligations that a document about the money does, nearest day first."""
    found = obligations(mandate).filter(kind__in=DOCUMENT_OF).select_related("document")
    return [
        MoneyObligation(obligation=each, document_kind=DOCUMENT_OF[ObligationKind(each.kind)])
        for each in found
    ]


def open_obligations(mandate: "Mandate", kind: DocumentKind) -> "list[Obligation]":
    """What a document of this kind can do, the usual first."""
    fitting = OBLIGATIONS[kind]
    found = [each.obligation for each in money_obligations(mandate)]
    waiting = [each for each in found if not each.fulfilled_at and each.kind in fitting]
    return sorted(waiting, key=lambda each: fitting.index(ObligationKind(each.kind)))


@dataclass(frozen=True)
class _Year:
    other_ore: int = 0
    waiting_ore: int = 0
    unmapped_ore: int = 0


def _cards(mandate: "Mandate", due: Sequence[MoneyObligation], *, today: date) -> list[GrantCard]:
    standings, sums = grant_standings(mandate), stated_sums(mandate.pk)
    forecasts, years = latest_forecasts(mandate.pk), _years(mandate.pk)
    planned = budgeted_ore(mandate.pk)
    days = [
        each.obligation.due_on for each in due if each.obligation.kind == ObligationKind.REPAYMENT
    ]
    return [
        _card(
            standing,
            mandate=mandate,
            year=_of_year(years, standing.grant.year),
            forecast=forecasts.get(standing.grant.pk),
            stated=sums.get(standing.grant.pk, StatedSums()),
            budget_ore=planned.get(standing.grant.pk, 0),
            repay_by=min((day for day in days if day), default=None),
            today=today,
        )
        for standing in standings
    ]


def _card(  # noqa: PLR0913 -- what the page's queries found, put together
    standing: GrantStanding,
    *,
    mandate: "Mandate",
    year: _Year,
    forecast: Forecast | None,
    stated: StatedSums,
    budget_ore: int,
    repay_by: date | None,
    today: date,
) -> GrantCard:
    grant = standing.grant
    spent = Spent(
        granted_ore=grant.amount_ore,
        charged_ore=standing.charged_ore,
        waiting_ore=year.waiting_ore + year.unmapped_ore,
    )
    return GrantCard(
        grant=grant,
        charged_ore=standing.charged_ore,
        other_ore=year.other_ore,
        waiting_ore=year.waiting_ore,
        unmapped_ore=year.unmapped_ore,
        budget_ore=budget_ore,
        forecast=forecast,
        stated=stated,
        repay_by=repay_by,
        outlook=outlook(
            spent,
            first_day=mandate.decided_on,
            year=grant.year,
            today=today,
            forecast_ore=forecast.amount_ore if forecast else None,
        ),
    )


def _years(mandate_id: int) -> dict[int, _Year]:
    """What others pay and what nobody pays for yet, by the year of the vouchers."""
    charges = Charge.objects.filter(withdrawn_at=None, source__mandate=mandate_id)
    others = dict(
        charges.annotate(year=ExtractYear("entry__booked_on"))
        .values_list("year")
        .annotate(total=Sum("amount_ore"))
        .order_by("year")
    )
    uncharged = F("amount_ore") - F("charged_ore")
    rows = (
        LedgerEntry.objects.filter(mandate=mandate_id)
        .annotate(year=ExtractYear("booked_on"))
        .values_list("year")
        .annotate(
            waiting=Sum(uncharged, filter=~Q(cost_type=""), default=0),
            unmapped=Sum(uncharged, filter=Q(cost_type=""), default=0),
        )
        .order_by("year")
    )
    return {
        year: _Year(other_ore=others.get(year, 0), waiting_ore=waiting, unmapped_ore=unmapped)
        for year, waiting, unmapped in rows
    }


def _of_year(years: Mapping[int, _Year], year: int | None) -> _Year:
    if year is not None:
        return years.get(year, _Year())
    return _Year(
        sum(each.other_ore for each in years.values()),
        sum(each.waiting_ore for each in years.values()),
        sum(each.unmapped_ore for each in years.values()),
    )
