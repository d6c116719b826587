"""What is due, when and to whom."""

from datetime import date

import pytest

from tests.mandate.reading.letters import sentence
from varn.mandate.rules.reading import read_decision


def obligations(*words: str) -> list[tuple[str, str | None]]:
    found = read_decision(sentence(*words)).obligations
    return [(each.kind.value, each.due_on and each.due_on.isoformat()) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uppdraget ska redovisas senast den 1 maj 2020.", [("final_report", "2020-05-01")]),
        ("En delredovisning ska lämnas senast den 1 maj 2020.", [("interim_report", "2020-05-01")]),
        ("Uppdraget ska slutredovisas den 1 april 2024.", [("final_report", "2024-04-01")]),
        ("Uppdraget ska redovisas senast den 1 maj2020.", [("final_report", "2020-05-01")]),
        ("Trafiken ska påbörjas senast den 1 augusti 2022.", [("milestone", "2022-08-01")]),
        ("Medlen ska betalas ut senast den 11 juni 2018.", [("payment", "2018-06-11")]),
        ("Uppdraget förlängs till och med den 31 december 2026.", [("period_end", "2026-12-31")]),
        ("Uppdraget ska redovisas senast 2020-05-01.", [("final_report", "2020-05-01")]),
    ],
)
def test_a_day_with_its_words_is_one_obligation(text, expected):
    assert obligations(text) == expected


def test_several_years_share_a_day_and_a_month():
    text = "Badverket ska lämna en delredovisning senast den 31 mars 2021 respektive 2022."

    assert obligations(text) == [("interim_report", "2021-03-31"), ("interim_report", "2022-03-31")]


def test_the_first_day_takes_the_year_of_the_second():
    text = "Uppdraget ska redovisas senast den 15 mars och den 1 oktober 2018."

    assert obligations(text) == [("final_report", "2018-03-15"), ("final_report", "2018-10-01")]


def test_each_clause_has_its_own_day():
    text = (
        "Badverket ska senast den 1 maj 2020 delredovisa och senast den 1 juni 2021 "
        "slutredovisa uppdraget."
    )

    assert obligations(text) == [("interim_report", "2020-05-01"), ("final_report", "2021-06-01")]


def test_the_same_time_is_the_day_before_it():
    text = (
        "Medel ska återbetalas senast den 1 maj 2020. Vid samma tidpunkt ska en ekonomisk "
        "redovisning lämnas."
    )

    assert obligations(text) == [("repayment", "2020-05-01"), ("financial_account", "2020-05-01")]


def test_the_same_time_without_a_day_before_it_stays_open():
    (open_one,) = read_decision(
        sentence("Vid samma tidpunkt ska en ekonomisk redovisning lämnas.")
    ).obligations

    assert open_one.due_on is None
    assert open_one.reason == "reference_not_resolved"


def test_what_recurs_without_a_day_says_so():
    (yearly,) = read_decision(
        sentence("Uppdraget ska årligen redovisas till Regeringskansliet.")
    ).obligations

    assert (yearly.kind, yearly.due_on, yearly.reason) == (
        "recurring_report",
        None,
        "recurs_without_date",
    )


def test_a_day_without_a_year_is_not_guessed():
    (yearly,) = read_decision(
        sentence("Uppdraget ska redovisas senast den 1 mars varje år.")
    ).obligations

    assert yearly.due_on is None
    assert yearly.reason == "year_not_stated"


@pytest.mark.parametrize(
    "text",
    [
        "Badverket fick den 1 mars 2015 i uppdrag att bada.",
        "Uppdraget skulle enligt direktiven redovisas senast den 1 maj 2004.",
        "Uppdraget avser bad från och med den 1 januari 2020.",
        "Uppdraget ska följa förordning (EU) 2017/625 av den 15 mars 2017.",
        "Uppdraget ska redovisas senast den 31 februari 2020.",
    ],
)
def test_history_starts_and_impossible_days_oblige_nobody(text):
    assert obligations(text) == []


def test_a_repayment_from_a_third_body_names_who_receives_it():
    text = (
        "Rekvisition till Badverket ska ske senast den 1 december 2023 och återbetalning av ej "
        "använda medel"
        " ska göras senast den 31 mars 2024 till Badverket."
    )

    found = read_decision(sentence(text)).obligations

    assert [(each.due_on, each.addressee) for each in found] == [
        (date(2023, 12, 1), "Badverket"),
        (date(2024, 3, 31), "Badverket"),
    ]
