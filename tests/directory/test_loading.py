from collections import Counter
from datetime import UTC, datetime

from varn.audit.models import Entry
from varn.directory.actions import load_directory
from varn.directory.choices import PlaceKind
from varn.directory.models import Organisation, OrganisationName, Place
from varn.directory.queries.places import counties, member_states, municipalities, place_map
from varn.directory.rules.numbers import tidy_number

NOON = datetime(2014, 11, 15, 12, 0, tzinfo=UTC)


def test_every_place_of_sweden_and_every_member_state_is_there(directory):
    assert Counter(Place.objects.values_list("kind", flat=True)) == {
        "municipality": 290,
        "county": 21,
        "region": 21,
        "country": 27,
    }


def test_loading_twice_changes_nothing(directory):
    before = list(Organisation.objects.order_by("pk").values())

    again = load_directory(at=NOON)

    assert again == directory
    assert list(Organisation.objects.order_by("pk").values()) == before


def test_loading_keeps_what_people_added(directory):
    added = Organisation.objects.create(kind="business", name="Hotell Exempel")

    load_directory(at=NOON)

    assert Organisation.objects.get(pk=added.pk).name == "Hotell Exempel"


def test_loading_leaves_a_trace(directory):
    entry = Entry.objects.get()

    assert entry.event == "directory.data.loaded"
    assert entry.details["places"] == 359


def test_there_is_a_county_board_in_every_county(directory):
    boards = Organisation.objects.filter(kind="county_board", valid_to=None)

    assert sorted(boards.values_list("place__code", flat=True)) == [
        county.code for county in counties()
    ]


def test_every_organisation_number_has_the_right_check_digit(directory):
    numbers = Organisation.objects.exclude(organisation_number="").values_list(
        "organisation_number", flat=True
    )

    assert [number for number in numbers if tidy_number(number) != number] == []


def test_every_organisation_has_an_official_name(directory):
    named = OrganisationName.objects.filter(kind="official").values("organisation")

    assert not Organisation.objects.exclude(pk__in=named).exists()


def test_a_municipality_lies_in_the_county_of_its_code(directory):
    assert [each for each in municipalities() if each.parent.code != each.code[:2]] == []


def test_maps_draw_every_place_of_their_kind(directory):
    for kind, found in (
        (PlaceKind.COUNTY, counties()),
        (PlaceKind.MUNICIPALITY, municipalities()),
        (PlaceKind.COUNTRY, member_states()),
    ):
        drawn = place_map(kind)

        assert {shape.code for shape in drawn.shapes} == {each.code for each in found}
        assert all(shape.path.startswith("M") for shape in drawn.shapes)


def test_loading_mends_what_differs_from_the_data(directory):
    Organisation.objects.filter(key="agency:socialstyrelsen").update(name="Fel", place=None)

    load_directory(at=NOON)

    mended = Organisation.objects.get(key="agency:socialstyrelsen")
    assert (mended.name, mended.place.code) == ("Socialstyrelsen", "01")
