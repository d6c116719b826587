"""One door in, and what passes through it is limited and recorded."""

import pytest
import time_machine
from django.core import mail
from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from tests.accounts.factories import (
    NOON,
    PASSWORD,
    AdministratorFactory,
    MembershipFactory,
    UserFactory,
)
from varn.audit.models import Entry

pytestmark = pytest.mark.django_db
SIGN_IN = "/sv/konto/login/"
PICTURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(autouse=True)
def _home(settings):
    settings.LOGIN_REDIRECT_URL = "accounts:own"


def sign_in(client, user, password=PASSWORD, **more):
    return client.post(SIGN_IN, {"login": user.email, "password": password, **more})


def events():
    return list(Entry.objects.order_by("pk").values_list("event", flat=True))


def test_signing_in_and_out_is_recorded(client):
    user = UserFactory()

    sign_in(client, user)
    client.post(reverse("account_logout"))

    assert events() == ["accounts.sign_in.passed", "accounts.sign_in.ended"]
    assert Entry.objects.first().details == {"ways": ["password"]}


def test_a_wrong_password_is_recorded_without_what_was_typed(client):
    user = UserFactory()

    sign_in(client, user, password="hemligt")
    client.post(SIGN_IN, {"login": "mittlosenord@example.se", "password": "hemligt"})

    known, unknown = Entry.objects.order_by("pk")
    assert known.event == unknown.event == "accounts.sign_in.refused"
    assert known.subject == f"accounts.user:{user.pk}"
    assert unknown.subject == "accounts.user:unknown"
    assert "hemligt" not in f"{known.details}{unknown.details}"


def test_wrong_passwords_are_limited_for_the_address_even_when_right_comes_last(client):
    user = UserFactory()

    for _ in range(5):
        sign_in(client, user, password="fel")
    response = sign_in(client, user)

    assert "_auth_user_id" not in client.session
    assert "För många" in response.text


def test_many_attempts_are_answered_by_429(client):
    for number in range(31):
        response = client.post(SIGN_IN, {"login": f"{number}@example.se", "password": "fel"})

    assert response.status_code == 429


def test_attempts_are_counted_in_the_cache_that_all_workers_share(client, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "varn_cache",
        }
    }
    user = UserFactory()
    for _ in range(5):
        sign_in(client, user, password="fel")

    response = sign_in(client, user)

    assert isinstance(caches["default"], DatabaseCache)
    assert "För många" in response.text


def test_a_closed_account_does_not_get_in(client):
    user = UserFactory(closed=True)

    sign_in(client, user)

    assert "_auth_user_id" not in client.session


def test_closing_an_account_ends_the_session_that_is_open(client):
    user = UserFactory()
    sign_in(client, user)
    user.is_active = False
    user.save()

    assert client.get("/sv/konto/").status_code == 302


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"],
)
def test_after_sign_in_nobody_is_sent_elsewhere(client, elsewhere):
    response = sign_in(client, UserFactory(), next=elsewhere)

    assert response["Location"] == "/sv/konto/"


def test_after_sign_in_one_comes_to_the_page_that_one_wanted(client):
    user = AdministratorFactory()
    asked = client.get("/sv/arbete/personer/?q=a")

    response = sign_in(client, user, next="/sv/arbete/personer/?q=a")

    assert asked["Location"] == f"{SIGN_IN}?next=/sv/arbete/personer/%3Fq%3Da"
    assert response["Location"] == "/sv/arbete/personer/?q=a"


@pytest.mark.parametrize(
    "closed",
    ["signup/", "email/", "confirm-email/", "confirm-email/abc/", "login/code/confirm/"],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_doors_that_we_do_not_use_are_not_there(client, closed, method):
    response = getattr(client, method)(f"/sv/konto/{closed}")

    assert response.status_code == 404


@pytest.mark.parametrize(
    ("address", "ours"),
    [
        ("/cms/login/", SIGN_IN),
        ("/sv/_util/login/", SIGN_IN),
        ("/en/_util/login/", "/en/account/login/"),
    ],
)
def test_a_bare_password_never_gets_in_at_wagtails_doors(client, address, ours):
    user = AdministratorFactory()
    typed = {"username": user.email, "login": user.email, "password": PASSWORD}

    shown = client.get(address)
    sent = client.post(address, typed)

    assert shown.status_code == sent.status_code == 302
    assert shown["Location"] == sent["Location"] == f"{ours}?next=%2Fcms%2F"
    assert "_auth_user_id" not in client.session


def test_wagtails_door_passes_on_where_one_was_going_but_never_elsewhere(client):
    inside = client.get("/cms/login/?next=/cms/pages/3/")
    outside = client.get("/cms/login/?next=https://evil.example/")

    assert inside["Location"] == f"{SIGN_IN}?next=%2Fcms%2Fpages%2F3%2F"
    assert outside["Location"] == f"{SIGN_IN}?next=%2Fcms%2F"


@pytest.mark.parametrize("rest", ["", "done/", "confirm/MQ/abc-123/", "complete/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_wagtails_password_reset_leads_to_ours(client, rest, method):
    UserFactory(email="a@example.se")

    response = getattr(client, method)(f"/cms/password_reset/{rest}", {"email": "a@example.se"})

    assert response["Location"] == "/sv/konto/password/reset/"
    assert mail.outbox == []


def test_signing_out_of_the_back_office_is_recorded_too(client):
    client.force_login(AdministratorFactory())

    shown = client.get("/cms/logout/")
    client.post("/cms/logout/")

    assert shown["Location"] == reverse("account_logout")
    assert "_auth_user_id" not in client.session
    assert events() == ["accounts.sign_in.ended"]


def test_the_back_office_takes_in_no_picture_of_a_person(client):
    client.force_login(AdministratorFactory())
    picture = SimpleUploadedFile("me.png", PICTURE, content_type="image/png")

    response = client.post("/cms/account/", {"avatar-avatar": picture})

    assert response["Location"] == reverse("accounts:own")
    assert not UserProfile.objects.exists()


def test_no_file_is_kept_where_the_back_office_would_keep_it():
    with pytest.raises(PermissionDenied):
        default_storage.save("me.png", ContentFile(PICTURE))


def test_the_back_office_asks_strangers_to_sign_in_at_our_door(client):
    assert client.get("/cms/")["Location"] == f"{SIGN_IN}?next=/cms/"


def test_a_forgotten_password_is_chosen_anew_through_a_mail(client):
    user = UserFactory()

    client.post("/sv/konto/password/reset/", {"email": user.email})
    link = next(word for word in mail.outbox[0].body.split() if "/password/reset/key/" in word)
    page = client.get(link, follow=True)
    new = {"password1": "fjorton gröna kommoder", "password2": "fjorton gröna kommoder"}
    client.post(page.request["PATH_INFO"], new)

    user.refresh_from_db()
    assert user.check_password("fjorton gröna kommoder")
    assert "accounts.password.changed" in events()
    assert "_auth_user_id" not in client.session


def test_a_stranger_asking_for_a_new_password_learns_nothing_and_gets_no_mail(client):
    user = UserFactory()

    known = client.post("/sv/konto/password/reset/", {"email": user.email})
    unknown = client.post("/sv/konto/password/reset/", {"email": "okand@example.se"})

    assert known["Location"] == unknown["Location"]
    assert [letter.to for letter in mail.outbox] == [[user.email]]


def test_a_sign_in_ends_when_nobody_has_been_there_for_an_hour(client):
    user = UserFactory()
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(client, user)
        clock.shift(59 * 60)
        still_there = client.get("/sv/konto/")
        clock.shift(61 * 60)
        gone = client.get("/sv/konto/")

    assert still_there.status_code == 200
    assert gone["Location"] == f"{SIGN_IN}?next=/sv/konto/"


def test_a_sign_in_ends_after_a_working_day_however_busy(client):
    user = UserFactory()
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(client, user)
        codes = []
        for _ in range(9):
            clock.shift(55 * 60)
            codes.append(client.get("/sv/konto/").status_code)

    assert codes == [200] * 8 + [302]


def test_what_was_typed_is_kept_when_the_sign_in_has_ended(client):
    user = UserFactory()
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(client, user)
        clock.shift(2 * 60 * 60)
        response = client.post(
            "/sv/konto/",
            {"name": "Nyskrivet namn", "language": "sv"},
            headers={"Sec-Fetch-Site": "same-origin"},
        )

    assert response.status_code == 403
    assert "Nyskrivet namn" in response.text


def test_the_demonstrations_door_is_not_there_otherwise(client):
    role = MembershipFactory(starts_on=timezone.localdate()).role

    assert client.post(f"/sv/konto/demonstration/{role.slug}/").status_code == 404
