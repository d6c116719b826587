"""The secret address gives the days to a calendar until it is closed or its owner may no longer."""

import re
from datetime import date

import pytest
from django.urls import reverse
from icalendar import Calendar

from tests.accounts.factories import MembershipFactory, RoleFactory, UserFactory
from tests.mandate.factories import CoordinatorFactory, DocumentFactory, MandateFactory
from tests.mandate.test_documents import fulfil, obligation_of
from varn.audit.models import Entry
from varn.mandate.models import CalendarFeed

pytestmark = pytest.mark.django_db
PAGE = "mandate:calendar"


@pytest.fixture
def reader(client, settings):
    settings.DEMONSTRATION_DATE = date(2014, 11, 15)
    user = UserFactory(language="sv")
    MembershipFactory(user=user, role=RoleFactory(permissions=["mandate.view"]))
    client.force_login(user)
    return user


def opened(client):
    text = client.post(reverse(PAGE), {"what": "open"}).text
    return re.search(r"http://testserver(/\S+\.ics)", text)[1]


def events(response):
    return {str(each["uid"]): each for each in Calendar.from_ical(response.content).walk("VEVENT")}


def test_the_address_gives_the_planned_days_with_their_number(client, reader):
    mandate = MandateFactory()
    address = opened(client)
    client.logout()

    response = client.get(address)

    planned = {each.decoded("dtstart") for each in events(response).values()}
    assert planned == {date(2014, 12, 1), date(2015, 5, 29)}
    assert all(mandate.registry_number in each["summary"] for each in events(response).values())
    assert response["Content-Type"].startswith("text/calendar")
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"


def test_what_is_done_keeps_its_identity_and_counts_up(client, reader):
    mandate = MandateFactory()
    address = opened(client)
    before = events(client.get(address))

    fulfil(obligation_of(mandate), DocumentFactory(mandate=mandate))

    after = events(client.get(address))
    uid = f"obligation-{obligation_of(mandate).pk}@varn"
    assert before.keys() == after.keys()
    assert (before[uid]["sequence"], after[uid]["sequence"]) == (0, 1)


def test_only_a_hash_is_kept_and_the_address_is_shown_once(client, reader):
    address = opened(client)

    secret = address.rsplit("/", 1)[1].removesuffix(".ics")
    assert len(secret) >= 43
    assert secret not in str(CalendarFeed.objects.values())
    assert secret not in client.get(reverse(PAGE)).text
    assert secret not in str(Entry.objects.values())


def test_a_new_address_closes_the_old_one_and_a_closed_one_is_gone(client, reader):
    first, second = opened(client), opened(client)

    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200
    client.post(reverse(PAGE), {"what": "close"})
    assert client.get(second).status_code == 404
    assert client.get(second.replace(".ics", "å.ics")).status_code == 404


def test_whoever_may_no_longer_see_mandates_gets_nothing(client, reader):
    address = opened(client)

    reader.memberships.update(ends_on=date(2020, 1, 1), starts_on=date(2019, 1, 1))

    assert client.get(address).status_code == 404


def test_somebody_who_left_gets_nothing(client, reader):
    address = opened(client)

    reader.is_active = False
    reader.save()

    client.logout()
    assert client.get(address).status_code == 404


def test_mail_is_chosen(client, reader):
    client.post(reverse(PAGE), {"what": "mail", "wants_digest": "on"})

    text = client.get(reverse(PAGE)).text
    assert re.search(r'name="wants_digest"[^>]*checked', text)
    assert not re.search(r'name="wants_reminders"[^>]*checked', text)


def test_the_file_costs_the_same_for_many_mandates(client, settings, django_assert_max_num_queries):
    client.force_login(CoordinatorFactory())
    for _ in range(3):
        MandateFactory()
    address = opened(client)

    with django_assert_max_num_queries(8):
        assert len(events(client.get(address))) == 6
