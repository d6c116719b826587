from datetime import date

import pytest

from varn.final_report.gateways.words import words_in
from varn.final_report.rules.figures import Kind
from varn.final_report.rules.wording import Wording

FIRST = date(2014, 3, 3)


@pytest.fixture
def swedish():
    return Wording("sv", words_in("sv"))


@pytest.fixture
def english():
    return Wording("en", words_in("en"))


def test_a_day_is_said_in_words_and_stays_with_its_month(swedish, english):
    assert swedish.day(date(2014, 12, 1)) == "1\u00a0december 2014"
    assert english.day(date(2014, 12, 1)) == "1\u00a0December 2014"


@pytest.mark.parametrize(
    ("ends_on", "said"),
    [
        (FIRST, "3\u00a0mars 2014"),
        (date(2014, 3, 5), "3–5\u00a0mars 2014"),
        (date(2014, 4, 5), "3\u00a0mars–5\u00a0april 2014"),
        (date(2015, 4, 5), "3\u00a0mars 2014–5\u00a0april 2015"),
        (None, "från och med 3\u00a0mars 2014"),
    ],
)
def test_a_period_repeats_nothing_that_both_ends_share(swedish, ends_on, said):
    assert swedish.period(FIRST, ends_on) == said


def test_amounts_never_break_over_two_lines(swedish, english):
    assert swedish.amount(300_000_000) == "3\u00a0000\u00a0000\u00a0kronor"
    assert swedish.amount(150) == "1,50\u00a0kronor"
    assert english.amount(300_000_000) == "SEK\u00a03,000,000"


def test_references_join_runs(swedish):
    assert swedish.many(Kind.EVIDENCE, (1, 2, 3, 7))["text"] == "Underlag\u00a01–3 och 7"


def test_every_word_is_said_in_both_languages():
    swedish, english = words_in("sv"), words_in("en")

    assert swedish.keys() == english.keys()
    assert all(swedish.values())
    assert swedish["no_activity"] == "Ingen aktivitet är registrerad."
