from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.dialogue.factories import MeetingFactory, organisations
from tests.directory.factories import OrganisationFactory
from tests.mandate.factories import ActivityFactory, CoordinatorFactory, MandateFactory

pytestmark = pytest.mark.django_db
AS_OF = date(2014, 11, 15)


@pytest.fixture
def coordinator(client, settings):
    settings.DEMONSTRATION_DATE = AS_OF
    user = CoordinatorFactory()
    client.force_login(user)
    return user


def address(name, *args):
    return reverse(f"dialogue:{name}", args=args)


def test_an_empty_dialogue_says_what_it_will_show_and_what_to_do_first(client, coordinator):
    response = client.get(address("meeting_list", MandateFactory().pk))

    assert "Inget möte än" in response.text
    assert "Planera ett möte" in response.text


def test_the_dialogue_says_what_is_missing(client, coordinator):
    meeting = MeetingFactory(held=True, level="expert", asked=organisations("Skolverket"))
    MeetingFactory(activity=meeting.activity, title="Borde ha hållits")

    text = client.get(address("meeting_list", meeting.mandate_id)).text

    assert "1 möte har hållits, 1 är planerat" in text
    assert "Inget möte har hållits på chefsnivå" in text
    assert "Ingen kommun har kommit" in text
    assert "Ingen organisation i det civila samhället" in text
    assert "1 organisation är inbjuden men har aldrig kommit" in text
    assert "Protokoll saknas" in text
    assert "inte dokumenterat" in text


def test_a_list_is_narrowed_by_kind_and_can_be_asked_to_a_meeting(client, coordinator):
    schools, nacka = organisations("Skolverket")[0], OrganisationFactory(
        name="Nacka kommun", kind="municipality"
    )  # fmt: skip
    meeting = MeetingFactory(held=True, asked=[schools, nacka])
    wanted = {"show": "never-came", "kind": "municipality"}

    text = client.get(address("turnout_list", meeting.mandate_id), wanted).text
    add = address("meeting_add", meeting.mandate_id)
    narrow = client.get(add, {"ask": "never-came", "kind": "municipality"}).text
    wide = client.get(add, {"ask": "never-came"}).text

    assert "Nacka kommun" in text
    assert "Skolverket" not in text
    assert "?ask=never-came&amp;level=&amp;kind=municipality" in text
    assert "Nacka kommun" in narrow
    assert "Skolverket" not in narrow
    assert "Nacka kommun\nSkolverket" in wide


def test_nonsense_in_the_address_shows_all(client, coordinator):
    meeting = MeetingFactory(held=True, asked=organisations("Skolverket"))
    wanted = {"show": "x", "kind": "x", "level": "x", "page": "x"}

    response = client.get(address("turnout_list", meeting.mandate_id), wanted)

    assert "Skolverket" in response.text


def test_a_list_leaves_as_a_file_without_formulas(client, coordinator):
    meeting = MeetingFactory(held=True, asked=organisations("=cmd|'/c calc'!A1"))
    where = {"show": "never-came"}

    text = client.get(address("turnout_download", meeting.mandate_id, "csv"), where)
    book = client.get(address("turnout_download", meeting.mandate_id, "xlsx"), where)

    assert "\r\n'=cmd" in text.content.decode("utf-8-sig")
    rows = list(load_workbook(BytesIO(book.content)).active.iter_rows(values_only=True))
    assert rows[1][0].startswith("'=cmd")
    assert (rows[1][3], rows[1][4]) == ("1", "0")
    assert client.get(address("turnout_download", meeting.mandate_id, "pdf")).status_code == 404


def grown(activity, number):
    for _ in range(number):
        asked = [OrganisationFactory(kind="municipality") for _ in range(3)]
        MeetingFactory(activity=activity, held=True, asked=asked, present=asked[:1],
                       decided=["a", "b"])  # fmt: skip
        MeetingFactory(activity=activity, asked=asked)


@pytest.mark.parametrize("name", ["meeting_list", "turnout_list"])
def test_lists_ask_the_database_as_often_however_long_they_are(
    client, coordinator, name, django_assert_max_num_queries
):
    activity = ActivityFactory()
    where = address(name, activity.requirement.mandate_id)
    grown(activity, 1)
    with django_assert_max_num_queries(40) as few:
        client.get(where)

    grown(activity, 4)

    with django_assert_max_num_queries(len(few)):
        client.get(where)


@pytest.mark.parametrize("name", ["meeting_detail", "meeting_edit", "meeting_record"])
def test_a_meeting_asks_the_database_as_often_however_many_came(
    client, coordinator, name, django_assert_max_num_queries
):
    small = MeetingFactory(held=True, asked=organisations("Ett"), decided=["a"])
    many = organisations(*(f"Myndighet {n}" for n in range(12)))
    large = MeetingFactory(activity=small.activity, held=True, asked=many, present=many[:5],
                           decided=["a", "b", "c"])  # fmt: skip
    with django_assert_max_num_queries(40) as few:
        client.get(address(name, small.pk))

    with django_assert_max_num_queries(len(few)):
        client.get(address(name, large.pk))
