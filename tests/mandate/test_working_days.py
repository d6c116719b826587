"""Working days: Swedish holidays with their eves, and the rules of other member states."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varn.mandate.choices import ObligationKind, ObligationStanding
from varn.mandate.rules.due import plan
from varn.mandate.rules.working_days import (
    calendar_country,
    is_working_day,
    planned_day,
    working_days_left,
)

COUNTRIES = (
    *("AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "EL", "HU", "IE"),
    *("IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"),
)
DAYS = st.dates(date(2005, 1, 1), date(2045, 12, 31))


@pytest.mark.parametrize(
    ("due_on", "planned"),
    [
        (date(2015, 5, 31), date(2015, 5, 29)),  # a Sunday
        (date(2014, 6, 21), date(2014, 6, 19)),  # midsummer, and its eve before it
        (date(2014, 12, 26), date(2014, 12, 23)),
        (date(2014, 12, 31), date(2014, 12, 30)),
        (date(2015, 4, 6), date(2015, 4, 2)),  # Easter Monday
        (date(2014, 12, 1), date(2014, 12, 1)),
    ],
)
def test_a_due_day_on_a_day_off_is_planned_for_the_working_day_before(due_on, planned):
    assert planned_day(due_on, country="SE") == planned


def test_eleven_working_days_are_left_from_the_middle_of_november():
    left = working_days_left(date(2014, 12, 1), today=date(2014, 11, 15), country="SE")

    assert left == 11


def test_a_swedish_eve_is_a_working_day_elsewhere():
    assert is_working_day(date(2014, 6, 20), country="DE")
    assert not is_working_day(date(2014, 6, 20), country="SE")


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_holidays_of_every_member_state_are_known(country):
    assert not is_working_day(date(2015, 1, 1), country=calendar_country(country))


@given(DAYS)
def test_the_planned_day_is_the_last_working_day_not_after_the_due_day(due_on):
    planned = planned_day(due_on, country="SE")

    assert planned <= due_on
    assert is_working_day(planned, country="SE")
    between = (planned + timedelta(days=n) for n in range(1, (due_on - planned).days + 1))
    assert not any(is_working_day(day, country="SE") for day in between)


@given(DAYS, st.integers(-400, 400), st.integers(-400, 400))
def test_working_days_add_up_over_any_day_between(today, first, second):
    middle, end = sorted((today + timedelta(days=first), today + timedelta(days=second)))

    whole = working_days_left(end, today=today, country="SE")
    parts = working_days_left(middle, today=today, country="SE") + working_days_left(
        end, today=middle, country="SE"
    )

    assert whole == parts


@pytest.mark.parametrize(
    ("today", "is_done", "standing"),
    [
        (date(2014, 11, 17), False, ObligationStanding.SOON),
        (date(2014, 3, 3), False, ObligationStanding.LATER),
        (date(2014, 12, 1), False, ObligationStanding.SOON),
        (date(2014, 12, 2), False, ObligationStanding.LATE),
        (date(2014, 12, 2), True, ObligationStanding.DONE),
    ],
)
def test_an_obligation_is_late_soon_or_done(today, is_done, standing):
    found = plan(
        kind=ObligationKind.REQUISITION,
        due_on=date(2014, 12, 1),
        is_done=is_done,
        today=today,
        country="SE",
    )

    assert found.standing == standing


def test_the_end_of_a_period_passes_and_is_never_late():
    found = plan(
        kind=ObligationKind.PERIOD_END,
        due_on=date(2014, 12, 31),
        is_done=False,
        today=date(2015, 1, 7),
        country="SE",
    )

    assert found.standing == ObligationStanding.PASSED
