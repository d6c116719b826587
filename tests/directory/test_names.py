import pytest
from hypothesis import given
from hypothesis import strategies as st

from varn.directory.rules.names import (
    Group,
    alternatives,
    counties_of_boards_in,
    county_of_board_in,
    group_in,
    head_and_units,
    municipality_in,
    normalised,
    place_base,
    region_in,
)
from varn.directory.rules.numbers import tidy_number

READINGS = (group_in, municipality_in, county_of_board_in, counties_of_boards_in, region_in)


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("  SOCIAL\u00adSTYRELSEN ", "socialstyrelsen"),
        ("• Myndigheten för ungdoms-och civilsamhällesfrågor;", None),
        ("Sveriges\u00a0Kommuner\noch Landsting.", "sveriges kommuner och landsting"),
        ("Forsknings– och", "forsknings- och"),
    ],
)
def test_names_agree_however_they_are_typed(written, compared):
    expected = compared or "myndigheten för ungdoms- och civilsamhällesfrågor"

    assert normalised(written) == expected


@given(st.text(max_size=60))
def test_comparing_twice_changes_nothing(text):
    assert normalised(normalised(text)) == normalised(text)


@given(st.text(max_size=80))
def test_any_line_can_be_taken_apart(text):
    head, units = head_and_units(text)

    assert all(units)
    assert head == head.strip()
    for reading in (
        group_in,
        municipality_in,
        county_of_board_in,
        counties_of_boards_in,
        region_in,
    ):
        reading(text)
    assert all(alternatives(text))


@pytest.mark.parametrize(
    ("line", "group"),
    [
        ("Samtliga länsstyrelser", Group("county_board", is_rest=False)),
        ("Länsstyrelserna", Group("county_board", is_rest=False)),
        ("övriga länsstyrelser", Group("county_board", is_rest=True)),
        ("Landets kommuner", Group("municipality", is_rest=False)),
        ("Kommunerna i landet", Group("municipality", is_rest=False)),
        ("Samtliga landsting", Group("region", is_rest=False)),
        ("Alla departement", Group("ministry", is_rest=False)),
        ("Kommun", None),
        ("Länsstyrelser", None),
        ("Samtliga polismyndigheter i landet", None),
    ],
)
def test_groups_are_told_from_names(line, group):
    assert group_in(line) == group


@pytest.mark.parametrize(
    ("place", "base"),
    [("Stockholms", "stockholm"), ("Västerås", "västerå"), ("Kalmar län", "kalmar")],
)
def test_genitives_agree_with_their_places(place, base):
    assert place_base(place) == base


def test_units_are_separated_from_their_ministry():
    assert head_and_units("– Justitiedepartementet/Å, EMA,  SIM ,PO.") == (
        "Justitiedepartementet",
        ("Å", "EMA", "SIM", "PO"),
    )


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("202100-2247", "202100-2247"),
        ("2021002247", "202100-2247"),
        ("16 202100 2247", "202100-2247"),
        ("202100-2248", None),
        ("121212-1212", None),
        ("hej", None),
        ("", None),
    ],
)
def test_an_organisation_number_is_tidied_or_refused(written, number):
    assert tidy_number(written) == number


@given(st.text(max_size=30))
def test_no_text_makes_a_number_fail(text):
    tidy_number(text)
