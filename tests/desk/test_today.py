from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.mandate.factories import (
    NOON,
    ActivityFactory,
    CoordinatorFactory,
    DecisionFactory,
    DocumentFactory,
    MandateFactory,
    PlaceFactory,
    ResultFactory,
    settle,
)
from varn.accounts.models import User
from varn.mandate.actions import fulfil_obligation

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client, settings):
    settings.DEMONSTRATION_DATE = date(2014, 11, 15)
    user = CoordinatorFactory()
    client.force_login(user)
    return user


def desk(client, **query):
    return client.get(reverse("desk:today"), query)


def test_the_desk_lies_under_its_own_address():
    assert reverse("desk:today") == "/sv/arbete/"


def test_an_empty_desk_begins_with_the_decision(client, coordinator):
    assert reverse("mandate:decision_upload") in desk(client).text


def test_a_decision_that_waits_comes_before_a_new_one(client, coordinator):
    decision = DecisionFactory()

    assert reverse("mandate:decision_reading", args=[decision.pk]) in desk(client).text


def test_somebody_without_the_permission_is_told_where_to_turn(client):
    client.force_login(User.objects.create_user("red@varn.example", name="Redaktör"))

    response = desk(client)

    assert response.status_code == 200
    assert "Här finns inget för din roll" in response.text


def test_a_reader_is_not_offered_what_they_may_not_do(client, monkeypatch):
    MandateFactory()
    monkeypatch.setattr(User, "has_perm", lambda self, wanted, obj=None: wanted == "mandate.view")
    client.force_login(User.objects.create_user("chef@varn.example", name="Chef"))

    response = desk(client)

    assert "Förslag till nästa steg" in response.text
    assert "/aktiviteter/lagg-till/" not in response.text


def test_the_day_shows_what_is_due_missing_and_granted(client, coordinator):
    MandateFactory()

    text = desk(client).text

    assert "Rekvisition till Socialstyrelsen ska in måndag 1 december: 11 arbetsdagar kvar" in text
    assert "3\xa0000\xa0000\xa0kr" in text
    assert "/aktiviteter/lagg-till/" in text


def test_a_near_deadline_goes_first(client, coordinator, settings):
    settings.DEMONSTRATION_DATE = date(2014, 11, 20)
    MandateFactory()

    assert "Ett så nära datum går före allt annat" in desk(client).text


def test_results_are_counted_by_county_and_the_map_has_its_table(client, coordinator):
    county = PlaceFactory()
    town = PlaceFactory(kind="municipality", code="1280", name="Malmö", parent=county)
    activity = ActivityFactory()
    ResultFactory(activity=activity, place_id=town.pk)
    ResultFactory(activity=activity, place_id=county.pk)

    response = desk(client)

    counted = {each.name: each.results for each in response.context["day"].reach.counties}
    assert counted["Skåne län"] == 2
    assert "<svg" in response.text
    assert "Var länen står" in response.text


def test_another_mandate_can_be_chosen(client, coordinator):
    first, second = MandateFactory(), MandateFactory()

    response = desk(client, mandate=first.pk)

    assert response.context["day"].mandate == first
    assert second.registry_number in response.text


def test_the_mandate_whose_day_is_nearest_comes_first(client, coordinator):
    near, far = MandateFactory(), MandateFactory()
    near_day, far_day = date(2014, 12, 1), date(2017, 12, 31)
    near.obligations.filter(due_on__isnull=False).update(due_on=near_day)
    far.obligations.filter(due_on__isnull=False).update(due_on=far_day)

    shown = desk(client).context

    assert [each.pk for each in shown["mandates"]] == [near.pk, far.pk]
    assert shown["day"].mandate == near


def test_a_mandate_that_is_none_shows_the_one_due_next(client, coordinator):
    mandate = MandateFactory()

    assert desk(client, mandate="x' --").context["day"].mandate == mandate


@pytest.mark.parametrize("address", ["/sv/arbete/", "/en/desk/"])
def test_the_desk_speaks_both_languages(client, coordinator, address):
    MandateFactory()

    response = client.get(address)

    assert response.status_code == 200
    assert ("Suggested next step" in response.text) is address.startswith("/en")


def queries_of(client):
    with CaptureQueriesContext(connection) as queries:
        assert desk(client).status_code == 200
    return len(queries)


def test_the_desk_asks_the_database_the_same_for_many_rows(client, coordinator):
    mandate = MandateFactory()
    first = mandate.requirements.order_by("number").first()
    ResultFactory(activity=ActivityFactory(requirement=first), with_evidence=True)
    few = queries_of(client)

    for requirement in mandate.requirements.all():
        for _ in range(3):
            ResultFactory(activity=ActivityFactory(requirement=requirement), with_evidence=True)
    settle(DecisionFactory())
    many = queries_of(client)

    assert many <= few <= 48


def test_a_day_that_is_done_is_due_no_longer_and_a_late_one_stays(client, coordinator, settings):
    mandate = MandateFactory()
    settings.DEMONSTRATION_DATE = date(2014, 12, 4)

    assert "skulle ha kommit in 1 december: 3 dagar sen" in desk(client).text

    document = DocumentFactory(mandate=mandate)
    obligation = mandate.obligations.get(kind="requisition")
    fulfil_obligation(
        obligation_id=obligation.pk, document_id=document.pk, sent_on=date(2014, 11, 10),
        by=coordinator, at=NOON,
    )  # fmt: skip

    assert [each.kind for each in desk(client).context["day"].coming] == ["final_report"]


def test_money_and_meetings_are_shown_only_to_those_who_may_see_them(client, monkeypatch):
    MandateFactory()
    monkeypatch.setattr(User, "has_perm", lambda self, wanted, obj=None: wanted == "mandate.view")
    client.force_login(User.objects.create_user("chef@varn.example", name="Chef"))

    day = desk(client).context["day"]

    assert day.money is None
    assert not day.reach.shows_boards
    assert not day.without_minutes


def test_every_suggestion_tells_why(client, coordinator):
    MandateFactory()

    assert "Varför?" in desk(client).text
