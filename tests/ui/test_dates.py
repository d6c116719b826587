from datetime import date, timedelta

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from varn.ui.dates import days_left, distance, in_words

TODAY = date(2014, 11, 15)


@pytest.mark.parametrize(
    ("language", "words"), [("sv", "den 1 december 2014"), ("en", "1 December 2014")]
)
def test_a_day_is_written_out(language, words):
    with override(language):
        assert in_words(date(2014, 12, 1)) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (16, "om 16 dagar"),
        (1, "i morgon"),
        (0, "i dag"),
        (-1, "i går"),
        (-3, "för 3 dagar sedan"),
    ],
)
def test_the_distance_is_said_as_people_say_it(days, words):
    with override("sv"):
        assert distance(TODAY + timedelta(days), today=TODAY) == words


@pytest.mark.parametrize(
    ("days", "words"), [(16, "16 dagar kvar"), (1, "1 dag kvar"), (0, "i dag"), (-3, "3 dagar sen")]
)
def test_a_deadline_says_what_is_left(days, words):
    with override("sv"):
        assert days_left(TODAY + timedelta(days), today=TODAY) == words


@given(st.dates(), st.dates())
def test_every_pair_of_days_has_words(day, today):
    assert distance(day, today=today)
    assert days_left(day, today=today)
