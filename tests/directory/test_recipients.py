from datetime import date

import pytest

from varn.directory.choices import ResolutionOutcome
from varn.directory.queries.organisations import display_name
from varn.directory.queries.recipients import resolve_recipients

DECISION_DAY = date(2014, 2, 20)
COPY_LIST = [
    "Justitiedepartementet/Å, EMA, SIM, PO",
    "Utrikesdepartementet/MU",
    "Finansdepartementet/BA, SKA S3",
    "Utbildningsdepartementet/JÄM, UC",
    "Arbetsmarknadsdepartementet/A, ARM",
    "Arbetsförmedlingen",
    "Arbetsmiljöverket",
    "Migrationsverket",
    "Rikspolisstyrelsen",
    "Socialstyrelsen",
    "Ungdomsstyrelsen",
    "Åklagarmyndigheten",
    "Samtliga länsstyrelser",
    "Sveriges Kommuner och Landsting",
]


def resolved(line, on=DECISION_DAY):
    (found,) = resolve_recipients([line], on=on)
    return found


def names(line, on=DECISION_DAY):
    return [display_name(each, on=on) for each in resolved(line, on).organisations]


def test_every_line_of_a_real_copy_list_is_found(directory):
    found = resolve_recipients(COPY_LIST, on=DECISION_DAY)

    assert [each.line for each in found if not each.is_resolved] == []
    assert len(found) == 14
    assert sum(len(each.units) for each in found) == 11


def test_all_county_boards_are_twenty_one(directory):
    found = resolved("Samtliga länsstyrelser")

    assert found.outcome == ResolutionOutcome.GROUP
    assert len(found.organisations) == 21


def test_units_of_a_ministry_are_kept_as_written(directory):
    found = resolved("Finansdepartementet/BA, SKA S3")

    assert found.units == ("BA", "SKA S3")
    assert found.organisations[0].name == "Finansdepartementet"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Länsstyrelsen i Stockholms län", "Länsstyrelsen i Stockholms län"),
        ("Länsstyrelsen i Stockholm", "Länsstyrelsen i Stockholms län"),
        ("Länsstyrelsen Västra Götaland", "Länsstyrelsen i Västra Götalands län"),
        ("  – Länsstyrelsen\u00a0i Skåne  län;", "Länsstyrelsen i Skåne län"),
        ("Stockholms stad", "Stockholms kommun"),
        ("Västerås stad", "Västerås kommun"),
        ("Nacka kommun", "Nacka kommun"),
        ("Kalmar kommun", "Kalmar kommun"),
        ("Gotlands kommun", "Region Gotland"),
        ("Örebro läns landsting", "Örebro läns landsting"),
        ("Landstinget i Östergötland", "Landstinget i Östergötland"),
        ("Jönköpings läns landsting", "Landstinget i Jönköpings län"),
        ("Region Skåne", "Region Skåne"),
        ("Regeringskansliet (Socialdepartementet)", "Socialdepartementet"),
        ("Socialdepartementet (S)", "Socialdepartementet"),
        ("MIGRATIONSVERKET", "Migrationsverket"),
    ],
)
def test_names_are_found_however_they_are_written(directory, line, name):
    assert names(line) == [name]


def test_boards_named_together_are_told_apart(directory):
    assert names("Länsstyrelserna i Skåne, Hallands och Västra Götalands län") == [
        "Länsstyrelsen i Skåne län",
        "Länsstyrelsen i Hallands län",
        "Länsstyrelsen i Västra Götalands län",
    ]


def test_the_other_boards_leave_out_those_that_are_named(directory):
    found = resolve_recipients(
        ["Länsstyrelsen i Stockholms län", "Övriga länsstyrelser"], on=DECISION_DAY
    )

    assert len(found[1].organisations) == 20


@pytest.mark.parametrize(
    ("line", "count"),
    [("Samtliga kommuner", 290), ("Samtliga landsting", 21), ("Regionerna", 21)],
)
def test_groups_stand_for_all_their_members(directory, line, count):
    assert len(resolved(line).organisations) == count


def test_a_name_of_another_time_is_listed_with_whom_it_may_mean(directory):
    found = resolved("Polismyndigheten")

    assert found.outcome == ResolutionOutcome.NOT_IN_USE
    assert [each.name for each in found.suggestions] == ["Polismyndigheten"]


def test_an_unknown_line_says_so(directory):
    assert resolved("Föreningen Okänd").outcome == ResolutionOutcome.UNKNOWN


def test_the_same_name_means_another_body_at_another_time(directory):
    before = resolved("Statskontoret", date(2025, 12, 31)).organisations
    after = resolved("Statskontoret", date(2026, 1, 1)).organisations

    assert [each.organisation_number for each in before] == ["202100-0852"]
    assert [each.organisation_number for each in after] == ["202100-5026"]


def test_blank_lines_are_passed_over(directory):
    assert resolve_recipients(["", "  "], on=DECISION_DAY) == []


def test_a_list_takes_two_queries_however_long(directory, django_assert_num_queries):
    with django_assert_num_queries(2):
        resolve_recipients(COPY_LIST * 5, on=DECISION_DAY)


@pytest.mark.parametrize(
    "line",
    [
        "Boverket, Migrationsverket och Jordbruksverket",
        "Boverket, Migrationsverket samt Statens jordbruksverk.",
        "Regeringskansliet (Boverket, Migrationsverket, Jordbruksverket)",
    ],
)
def test_several_names_on_one_line_are_all_found(directory, line):
    found = resolved(line)

    assert found.outcome == ResolutionOutcome.GROUP
    assert [each.name for each in found.organisations] == [
        "Boverket",
        "Migrationsverket",
        "Statens jordbruksverk",
    ]


def test_a_line_with_one_unknown_name_is_not_found_by_half(directory):
    assert not resolved("Boverket och Föreningen Okänd").is_resolved
