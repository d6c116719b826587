from datetime import date

import pytest
from django.urls import reverse

from tests.mandate.factories import (
    ActivityFactory,
    CoordinatorFactory,
    DutyBearerFactory,
    MandateFactory,
    ResultFactory,
)
from varn.accounts.models import User
from varn.desk.queries.search import search
from varn.kernel.search.words import LONGEST_SEARCH

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client, settings):
    settings.DEMONSTRATION_DATE = date(2014, 11, 15)
    user = CoordinatorFactory()
    client.force_login(user)
    return user


def ask(client, words="", **more):
    return client.get(reverse("desk:search"), {"q": words, **more})


def everything(_permission):
    return True


def test_an_empty_search_teaches_what_it_can_find(client, coordinator):
    response = ask(client)

    assert response.status_code == 200
    assert "Socialstyrelesn" in response.text
    assert response.context["found"].count == 0


def test_one_search_finds_things_of_several_kinds_and_marks_the_words(client, coordinator):
    ActivityFactory(title="Möte på hotell")
    DutyBearerFactory(name="Hotellens förening")

    text = ask(client, "hotell").text

    assert "Möte på <mark>hotell</mark>" in text
    assert "Aktivitet" in text


def test_what_is_typed_comes_back_as_text(client, coordinator):
    text = ask(client, "<script>alert(1)</script>").text

    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


@pytest.mark.parametrize("words", ["'", "\x00", "%", "((&|", "ä" * 5000, "😀", "och", "-", '"a b'])
def test_odd_words_break_nothing(client, coordinator, words):
    MandateFactory()

    response = ask(client, words)

    assert response.status_code == 200
    assert len(response.context["found"].words) <= LONGEST_SEARCH


def test_only_what_a_role_may_see_is_searched():
    ResultFactory(activity=ActivityFactory(title="Hotellens dag"))

    assert search("hotell", may=everything, limit=5).count
    assert search("hotell", may=lambda permission: False, limit=5).count == 0


def test_somebody_without_any_role_finds_nothing(client):
    MandateFactory()
    client.force_login(User.objects.create_user("red@varn.example", name="Redaktör"))

    response = ask(client, "uppdrag")

    assert response.status_code == 200
    assert response.context["found"].count == 0


def test_the_hits_of_a_kind_are_bounded_and_it_says_so(client, coordinator):
    activity = ActivityFactory()
    for _ in range(12):
        ResultFactory(activity=activity, title="Hotellet deltog")

    found = ask(client, "hotell").context["found"]

    assert max(len(group.hits) for group in found.groups) == 8
    assert found.is_cut


def test_the_part_for_the_palette_has_hits_and_pages_but_no_head(client, coordinator):
    ActivityFactory(title="Resultat från hotell")

    text = ask(client, "resultat", part=1).text

    assert "<html" not in text
    assert "Spara ett <mark>resultat</mark>" in text
    assert reverse("desk:choose_activity") in text


def test_an_empty_palette_lists_the_pages_that_one_may_open(client, coordinator):
    text = ask(client, part=1).text

    assert reverse("mandate:mandate_list") in text
    assert reverse("mandate:decision_upload") in text


def test_a_result_is_recorded_for_the_activity_that_has_waited_longest(client, coordinator):
    activity = ActivityFactory(title="Väntar", starts_on=date(2014, 3, 1))
    ResultFactory(activity=ActivityFactory(title="Har resultat"))

    text = client.get(reverse("desk:choose_activity")).text

    assert reverse("mandate:result_record", args=[activity.pk]) in text
    assert text.index("Väntar") < text.index("Har resultat")


def test_a_search_asks_the_same_of_the_database_for_many_rows(
    client, coordinator, django_assert_max_num_queries
):
    activity = ActivityFactory()
    for number in range(15):
        ResultFactory(activity=activity, title=f"Hotell {number} deltog")

    with django_assert_max_num_queries(48):
        ask(client, "hotell")
