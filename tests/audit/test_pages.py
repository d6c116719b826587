from datetime import timedelta

import pytest
from django.utils import translation

from tests.audit.trail import LATER, NOON, linked, tamper
from varn.accounts.models import User
from varn.audit.actions import link_all_entries, record, verify_chain
from varn.audit.models import Entry
from varn.audit.queries import PAGE_SIZE

pytestmark = pytest.mark.django_db
SWEDISH, ENGLISH = "/sv/arbete/granskning/", "/en/desk/audit/"


@pytest.fixture
def reader(client):
    user = User.objects.create_superuser(email="reader@example.org", name="Granskare")
    client.force_login(user)
    return user


def rows(response):
    return [shown.entry.subject for shown in response.context["entries"]]


def test_the_trail_is_for_those_who_may_see_it(client):
    client.force_login(User.objects.create_user(email="other@example.org", name="Annan"))

    assert client.get(SWEDISH).status_code == 403


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(SWEDISH).status_code == 302


def test_reading_the_trail_is_an_entry_in_it(client, reader):
    response = client.get(SWEDISH)

    assert rows(response) == [SWEDISH]
    assert Entry.objects.get().by == "reader@example.org"
    assert "Läste granskningsloggen" in response.text


def test_the_page_speaks_english_too(client, reader):
    assert "Read the audit trail" in client.get(ENGLISH).text


def test_the_state_of_the_chain_is_told(client, reader):
    linked("a", "b")
    verify_chain(at=LATER)

    text = client.get(ENGLISH).text

    assert "Linked to position 2." in text
    assert "Last verified 15 November 2014 at 13:01: whole." in text


def test_a_broken_chain_is_told_in_plain_words(client, reader):
    linked("a", "b")
    tamper("UPDATE audit_entry SET subject = 'x' WHERE subject = 'b'")
    verify_chain(at=LATER)

    assert "Länk 2 stämmer inte med sin post: en av dem har ändrats." in client.get(SWEDISH).text


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("event=audit.head.exported", ["c", "b", "a"]),
        ("person=B@example.org", ["b"]),
        ("subject=c", ["c"]),
        ("day=2014-11-16", ["c", "b"]),
        ("day=2014-11-16&person=a@example.org", []),
        ("day=2014-11-16&person=c@example.org&event=audit.head.exported", ["c"]),
    ],
)
def test_the_trail_is_narrowed(client, reader, search, found):
    for number, name in enumerate("abc"):
        writer = User(email=f"{name}@example.org")
        at = NOON + timedelta(hours=11 * number)
        record("audit.head.exported", subject=name, by=writer, at=at)

    assert rows(client.get(f"{SWEDISH}?{search}")) == found


def test_pages_follow_one_another_without_gap_or_repetition(client, reader):
    linked(*map(str, range(PAGE_SIZE + 5)))
    search = f"{SWEDISH}?event=audit.head.exported"

    first = client.get(search)
    second = client.get(f"{search}&before={first.context['page'].older_than}")

    assert rows(first) + rows(second) == [str(number) for number in reversed(range(PAGE_SIZE + 5))]
    assert second.context["page"].older_than is None


@pytest.mark.parametrize("search", ["day=yesterday", "event=unknown", "before=-1", "before=x"])
def test_a_search_that_makes_no_sense_says_so_and_keeps_what_was_typed(client, reader, search):
    response = client.get(f"{SWEDISH}?{search}")

    assert response.status_code == 200
    assert response.context["form"].errors
    assert rows(response) == []


def test_no_secret_is_shown(client, reader):
    record("a.b.c", subject="a", by=None, at=NOON, details={"new_password": "hunter2", "role": "x"})

    text = client.get(SWEDISH).text

    assert "hunter2" not in text
    assert "role" in text


def test_what_others_wrote_is_never_markup(client, reader):
    record("a.b.c", subject="<b>a</b>", by=None, at=NOON, details={"<i>": "<script>"})

    text = client.get(SWEDISH).text

    assert "<script>" not in text
    assert "<b>a</b>" not in text


def test_the_number_of_queries_does_not_grow_with_the_list(
    client, reader, django_assert_max_num_queries
):
    linked(*map(str, range(PAGE_SIZE)))
    link_all_entries(at=LATER)
    client.get(SWEDISH)

    with translation.override("sv"), django_assert_max_num_queries(16):
        client.get(SWEDISH)
