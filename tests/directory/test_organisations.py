from datetime import date

import pytest

from tests.directory.factories import OrganisationFactory
from varn.directory.queries.organisations import (
    display_name,
    find_organisations,
    organisation_named,
    organisation_page,
)


@pytest.mark.parametrize(
    ("name", "day", "today"),
    [
        (
            "Ungdomsstyrelsen",
            date(2014, 2, 20),
            "Myndigheten för ungdoms- och civilsamhällesfrågor",
        ),
        ("Sveriges Kommuner och Landsting", date(2014, 2, 20), "Sveriges Kommuner och Regioner"),
        ("SKL", date(2016, 2, 20), "Sveriges Kommuner och Regioner"),
        ("Stockholms läns landsting", date(2014, 2, 20), "Region Stockholm"),
        ("Ekonomistyrningsverket", date(2020, 1, 1), "Statskontoret"),
        ("Datainspektionen", date(2020, 12, 31), "Integritetsskyddsmyndigheten"),
    ],
)
def test_a_former_name_leads_to_the_organisation_of_today(directory, name, day, today):
    found = organisation_named(name, on=day)

    assert found.name == today


def test_a_renamed_organisation_shows_the_name_of_the_day(directory):
    found = organisation_named("Ungdomsstyrelsen", on=date(2014, 2, 20))

    assert display_name(found, on=date(2014, 3, 31)) == "Ungdomsstyrelsen"
    assert display_name(found, on=date(2014, 4, 1)).startswith("Myndigheten för ungdoms")


def test_a_former_name_is_not_found_on_a_day_it_was_not_used(directory):
    assert organisation_named("Ungdomsstyrelsen", on=date(2014, 4, 1)) is None


def test_the_police_board_was_followed_by_the_police_authority(directory):
    board = organisation_named("Rikspolisstyrelsen", on=date(2014, 2, 20))

    followers = organisation_page(board.pk).organisation.successions.all()
    assert [each.successor.name for each in followers] == ["Polismyndigheten"]
    assert organisation_named("Rikspolisstyrelsen", on=date(2015, 1, 1)) is None


def test_searching_finds_former_names_and_numbers(directory):
    assert "Region Stockholm" in [
        each.name for each in find_organisations(text="stockholms läns landsting")
    ]
    assert [each.name for each in find_organisations(text="202100-2247")] == [
        "Länsstyrelsen i Stockholms län"
    ]


def test_searching_by_county_covers_its_municipalities(directory):
    found = find_organisations(kind="municipality", county="09")

    assert [each.name for each in found] == ["Region Gotland"]


def test_the_page_of_an_organisation_takes_seven_queries(directory, django_assert_num_queries):
    board = organisation_named("Rikspolisstyrelsen", on=date(2014, 2, 20))

    with django_assert_num_queries(7):
        organisation_page(board.pk)


def test_organisations_stand_in_swedish_order(db):
    for name in ("Ängelholms kommun", "Ånge kommun", "zon", "Älvsbyns kommun", "Ockelbo kommun"):
        OrganisationFactory(name=name)

    assert [each.name for each in find_organisations()] == [
        "Ockelbo kommun",
        "zon",
        "Ånge kommun",
        "Älvsbyns kommun",
        "Ängelholms kommun",
    ]
