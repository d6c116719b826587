from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from varn.finance.choices import LedgerProblem
from varn.finance.rules.amounts import LARGEST_ORE, UnreadableError, day_of, ore_of

ORE = st.integers(-LARGEST_ORE + 1, LARGEST_ORE - 1)


@pytest.mark.parametrize(
    ("text", "ore"),
    [
        ("1 234,50", 123_450),
        ("1\u00a0234,50", 123_450),
        ("1\u202f234\u202f567", 123_456_700),
        ("−1234,5", -123_450),
        ("–7", -700),
        ("1234.50-", -123_450),
        ("(100)", -10_000),
        ("+5", 500),
        ("12 kr", 1_200),
        ("SEK 12,00", 1_200),
        ("1.234.567,89", 123_456_789),
        ("1,234.50", 123_450),
        ("0", 0),
        ("0,00", 0),
        ("0.30000000000000004", 30),
        ("19.990000000000002", 1_999),
        ("1e3", 100_000),
    ],
)
def test_an_amount_is_read_as_people_and_spreadsheets_write_it(text, ore):
    assert ore_of(text) == ore


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("tolv", LedgerProblem.NOT_AN_AMOUNT),
        ("", LedgerProblem.NOT_AN_AMOUNT),
        ("12 34", LedgerProblem.NOT_AN_AMOUNT),
        ("1,2,3", LedgerProblem.NOT_AN_AMOUNT),
        ("#VÄRDEFEL!", LedgerProblem.NOT_AN_AMOUNT),
        ("--5", LedgerProblem.NOT_AN_AMOUNT),
        ("1.234", LedgerProblem.NOT_WHOLE_ORE),
        ("0,005", LedgerProblem.NOT_WHOLE_ORE),
        ("1e999999999", LedgerProblem.TOO_LARGE),
        ("99999999999999", LedgerProblem.TOO_LARGE),
    ],
)
def test_what_is_no_sure_amount_is_refused(text, problem):
    with pytest.raises(UnreadableError) as refused:
        ore_of(text)

    assert refused.value.problem == problem


@given(ORE)
@example(0)
def test_no_ore_is_lost_between_writing_and_reading(ore):
    kronor, rest = divmod(abs(ore), 100)
    grouped = f"{kronor:,}".replace(",", "\u00a0")
    sign = "−" if ore < 0 else ""

    assert ore_of(f"{sign}{grouped},{rest:02d}") == ore
    assert ore_of(f"{'-' if ore < 0 else ''}{kronor}.{rest:02d}") == ore


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_refused(text):
    with suppress(UnreadableError):
        assert abs(ore_of(text)) < LARGEST_ORE


@pytest.mark.parametrize(
    "text", ["2014-05-31", "20140531", "2014-05-31 00:00:00", "2014-05-31T13:00:00", "41790"]
)
def test_a_day_is_read_in_the_forms_that_systems_write(text):
    assert day_of(text) == date(2014, 5, 31)


@pytest.mark.parametrize("text", ["", "31/5 2014", "2014-02-30", "140531", "maj", "201405"])
def test_what_is_no_sure_day_is_refused(text):
    with pytest.raises(UnreadableError):
        day_of(text)


def test_an_amount_with_a_page_of_spaces_is_refused_at_once():
    with pytest.raises(UnreadableError) as refused:
        ore_of("1" + " " * 100_000 + "2")

    assert refused.value.problem is LedgerProblem.NOT_AN_AMOUNT


@pytest.mark.parametrize("text", ["0014-05-31", "0001-01-01", "9999-12-31", "22140531"])
def test_a_year_that_is_a_slip_is_no_day(text):
    with pytest.raises(UnreadableError) as refused:
        day_of(text)

    assert refused.value.problem is LedgerProblem.NOT_A_DAY
