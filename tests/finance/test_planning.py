"""Budget within the grant, forecasts with reasons, and where the money will end."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, connections, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.finance.factories import CAP_ORE, NOON
from tests.finance.test_statements import SIGNING, charged
from tests.mandate.factories import CoordinatorFactory, MandateFactory
from varn.finance.actions import (
    BudgetAboveGrantError,
    BudgetValues,
    ForecastValues,
    MoreThanGrantedError,
    NotOfMandateError,
    ReasonNotGivenError,
    SourceNotNamedError,
    StaleBudgetError,
    StatementValues,
    add_budget_line,
    change_budget_line,
    make_forecast,
    state_grant,
)
from varn.finance.models import Budget, Forecast
from varn.finance.queries.planning import budget_groups, budget_lines, total_of
from varn.finance.queries.statements import stated_sums
from varn.finance.rules.outlook import Basis, Spent, outlook
from varn.mandate.choices import DocumentKind

DECIDED = date(2014, 2, 20)
GRANTED = Spent(granted_ore=CAP_ORE, charged_ore=100_000_000)


def seen(today, spent=GRANTED, forecast_ore=None, year=2014):
    return outlook(spent, first_day=DECIDED, year=year, today=today, forecast_ore=forecast_ore)


def line(mandate, ore, *, submission=None, **values):
    grant = mandate.grants.get(year=2014)
    return add_budget_line(
        mandate_id=mandate.pk,
        values=BudgetValues(**{"amount_ore": ore, "grant_id": grant.pk} | values),
        submission=submission or uuid4(),
        by=mandate.started_by,
        at=NOON,
    )


def forecast(mandate, ore, reason="Två resor till"):
    return make_forecast(
        mandate_id=mandate.pk,
        values=ForecastValues(
            grant_id=mandate.grants.get(year=2014).pk,
            amount_ore=ore,
            reason=reason,
            made_on=NOON.date(),
        ),
        submission=uuid4(),
        by=mandate.started_by,
        at=NOON,
    )


def test_a_forecast_below_what_is_booked_no_longer_holds():
    view = seen(date(2014, 7, 28), forecast_ore=GRANTED.charged_ore - 1)

    assert view.basis is Basis.BOOKED
    assert view.expected_ore == GRANTED.charged_ore


def test_half_the_time_and_a_third_of_the_money_leaves_a_third():
    view = seen(date(2014, 7, 28))

    assert view.basis is Basis.PACE
    assert view.left_ore == pytest.approx(CAP_ORE // 3, abs=3_000_000)
    assert view.is_left_over


def test_a_pace_needs_time_to_say_something():
    assert seen(date(2014, 3, 20)).basis is Basis.NOTHING


def test_a_forecast_weighs_more_than_the_pace():
    view = seen(date(2014, 7, 28), forecast_ore=CAP_ORE + 10_000_000)

    assert view.is_short
    assert view.short_ore == 10_000_000


def test_after_the_year_the_ledger_says_it_to_the_ore():
    view = seen(date(2015, 1, 1), forecast_ore=CAP_ORE)

    assert (view.basis, view.left_ore) == (Basis.LEDGER, CAP_ORE - GRANTED.charged_ore)


def test_a_grant_without_a_year_has_no_pace():
    assert seen(date(2014, 7, 28), year=None).basis is Basis.NOTHING


@given(
    charged=st.integers(0, 10**12),
    waiting=st.integers(-(10**9), 10**12),
    day=st.dates(date(2013, 1, 1), date(2016, 1, 1)),
)
def test_an_outlook_never_says_short_and_left_over_at_once(charged, waiting, day):
    spent = Spent(granted_ore=CAP_ORE, charged_ore=charged, waiting_ore=waiting)

    view = seen(day, spent)

    assert not (view.is_short and view.is_left_over)
    assert view.left_ore + view.expected_ore == CAP_ORE


@pytest.mark.django_db
def test_the_budget_never_passes_the_grant():
    mandate = MandateFactory()
    first = line(mandate, CAP_ORE - 100)

    with pytest.raises(BudgetAboveGrantError) as refused:
        line(mandate, 101)

    assert refused.value.left_ore == 100
    grant = first.grant_id
    values = BudgetValues(amount_ore=CAP_ORE, grant_id=grant)
    change_budget_line(line_id=first.pk, values=values, version=1, by=first.changed_by, at=NOON)
    with pytest.raises(StaleBudgetError):
        change_budget_line(line_id=first.pk, values=values, version=1, by=first.changed_by, at=NOON)


@pytest.mark.django_db
def test_another_source_is_named_and_another_mandates_grant_refused():
    mandate, other = MandateFactory(), MandateFactory()

    with pytest.raises(SourceNotNamedError):
        line(mandate, 100, grant_id=None)
    with pytest.raises(NotOfMandateError):
        line(mandate, 100, grant_id=other.grants.get(year=2014).pk)
    assert line(mandate, 10 * CAP_ORE, grant_id=None, note="Anslaget 5:1").pk


@pytest.mark.django_db
def test_the_budget_stands_beside_what_is_used():
    mandate = MandateFactory()
    charged(mandate, mandate.grants.get(year=2014), "1 000,00", "500,25")
    assignment = mandate.requirements.exclude(assignment=None).first().assignment
    line(mandate, 90_000, assignment_id=assignment.pk)

    groups = budget_groups(mandate)

    of_assignment = next(each for each in groups if each.assignment == assignment)
    assert (of_assignment.total.budget_ore, of_assignment.total.used_ore) == (90_000, 100_000)
    assert of_assignment.total.is_over
    assert total_of(groups).used_ore == 150_025
    assert sum(row.budget_ore for row in budget_lines(mandate)) == 90_000


@pytest.mark.django_db
def test_forecasts_are_kept_and_say_why():
    mandate = MandateFactory()
    made = forecast(mandate, CAP_ORE)
    forecast(mandate, CAP_ORE - 100)

    with pytest.raises(ReasonNotGivenError):
        forecast(mandate, 1, reason=" ")
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Forecast.objects.filter(pk=made.pk).update(amount_ore=1)
    assert Forecast.objects.count() == 2


def at_once(*calls):
    def answer(call):
        try:
            return call()
        except (BudgetAboveGrantError, MoreThanGrantedError) as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(answer, calls))


@pytest.mark.usefixtures("shared_database")
def test_two_requisitions_at_once_never_ask_for_more_than_is_granted():
    mandate, by = MandateFactory(), CoordinatorFactory()
    grant = mandate.grants.get(year=2014)
    values = StatementValues(
        kind=DocumentKind.REQUISITION, signing=SIGNING, asked_ore=CAP_ORE * 2 // 3
    )

    def ask():
        return state_grant(
            mandate_id=mandate.pk,
            grant_id=grant.pk,
            values=values,
            submission=uuid4(),
            by=by,
            at=NOON,
        )

    answers = at_once(ask, ask)

    kinds = sorted(type(answer).__name__ for answer in answers)
    assert kinds == ["GrantStatement", "MoreThanGrantedError"]
    assert stated_sums(mandate.pk)[grant.pk].requisitioned_ore == CAP_ORE * 2 // 3


@pytest.mark.usefixtures("shared_database")
def test_two_lines_at_once_never_plan_more_than_the_grant():
    mandate = MandateFactory()

    at_once(*[lambda: line(mandate, CAP_ORE * 2 // 3)] * 2)

    assert Budget.objects.count() == 1
