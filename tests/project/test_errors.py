from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client

from varn.accounts.models import User

pytestmark = pytest.mark.django_db
LONG_TEXT = "Ett långt svar som ingen vill skriva två gånger. " * 20


@pytest.fixture
def strict_client():
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def person():
    return User.objects.create_user("person@example.org", "a-long-passphrase", name="Handläggare")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_page_that_is_not_there_says_so_in_the_language_of_its_address(client, language):
    response = client.get(f"/{language}/no/such/page/")

    assert response.status_code == 404
    assert f'lang="{language}"' in response.content.decode()


def test_what_somebody_signed_in_sees_stays_out_of_shared_caches(client, person):
    client.force_login(person)

    assert client.get("/sv/arbete/")["Cache-Control"] == "private, no-cache"


def test_a_body_that_is_too_large_is_refused_before_it_is_read(client):
    response = client.generic("POST", "/sv/", b"x", CONTENT_LENGTH=str(settings.LARGEST_UPLOAD + 1))

    assert response.status_code == 413


def test_without_its_database_the_service_says_what_to_do(client):
    with patch("varn.project.views.connection.cursor", side_effect=OperationalError):
        response = client.get("/health/ready")

    assert response.status_code == 503
    assert response["Retry-After"]


def test_an_expired_session_gives_back_what_was_typed(client):
    response = client.post(
        "/sv/arbete/", {"description": LONG_TEXT}, headers={"Sec-Fetch-Site": "same-origin"}
    )

    assert response.status_code == 403
    assert LONG_TEXT.strip() in response.content.decode()


def test_a_token_that_no_longer_holds_gives_back_what_was_typed(strict_client, person):
    strict_client.force_login(person)

    response = strict_client.post(
        "/sv/arbete/", {"description": LONG_TEXT}, headers={"Sec-Fetch-Site": "same-origin"}
    )

    assert LONG_TEXT.strip() in response.content.decode()


def test_what_another_site_sent_is_never_given_back(strict_client, person):
    strict_client.force_login(person)

    response = strict_client.post(
        "/sv/arbete/", {"description": LONG_TEXT}, headers={"Sec-Fetch-Site": "cross-site"}
    )

    assert response.status_code == 403
    assert LONG_TEXT.strip() not in response.content.decode()


@pytest.mark.parametrize(
    "field", ["password", "password_again", "oldpassword", "code", "credential"]
)
def test_what_proves_who_somebody_is_is_never_given_back(client, field):
    response = client.post(
        "/sv/arbete/", {field: "my-secret-phrase"}, headers={"Sec-Fetch-Site": "same-origin"}
    )

    assert "my-secret-phrase" not in response.content.decode()
