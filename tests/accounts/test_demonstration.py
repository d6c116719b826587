"""The one-click sign-in: in the demonstration only, on this machine only."""

import sys
from importlib import import_module, reload

import pytest
from django.core.checks import Error
from django.urls import clear_url_caches

from tests.accounts.factories import MembershipFactory, RoleFactory
from varn.accounts.checks import check_sign_in
from varn.audit.models import Entry

pytestmark = pytest.mark.django_db
ADDRESS = "/sv/konto/demonstration/chief/"


@pytest.fixture
def demonstration(settings):
    settings.DEMONSTRATION_SIGN_IN = True
    settings.LOGIN_REDIRECT_URL = "accounts:own"
    _read_addresses_again()
    yield MembershipFactory(role=RoleFactory(slug="chief")).user
    settings.DEMONSTRATION_SIGN_IN = False
    _read_addresses_again()


def _read_addresses_again():
    for name in ("varn.accounts.urls", "varn.project.urls"):
        reload(sys.modules.get(name) or import_module(name))
    clear_url_caches()


def test_one_click_signs_in_as_the_role(client, demonstration):
    response = client.post(ADDRESS)

    assert response["Location"] == "/sv/konto/"
    assert client.session["_auth_user_id"] == str(demonstration.pk)
    assert Entry.objects.filter(event="accounts.sign_in.passed").exists()


def test_opening_the_address_signs_nobody_in(client, demonstration):
    client.get(ADDRESS)

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "seen",
    [
        {"REMOTE_ADDR": "10.0.0.7"},
        {"REMOTE_ADDR": ""},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_FORWARDED": "for=10.0.0.7"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_PROTO": "https"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_REAL_IP": "10.0.0.7"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_VIA": "1.1 proxy"},
    ],
)
def test_nobody_from_another_machine_is_signed_in(client, demonstration, seen):
    response = client.post(ADDRESS, **seen)

    assert response.status_code == 403
    assert "_auth_user_id" not in client.session


def test_a_role_that_nobody_holds_is_not_found(client, demonstration):
    assert client.post("/sv/konto/demonstration/kung/").status_code == 404


@pytest.mark.parametrize("hosts", [["varn.example.se"], ["localhost", "varn.example.se"], ["*"]])
def test_nothing_starts_with_it_where_others_can_reach_it(settings, hosts):
    settings.DEMONSTRATION_SIGN_IN = True
    settings.ALLOWED_HOSTS = hosts

    (found,) = check_sign_in(None)

    assert isinstance(found, Error)
    assert found.id == "accounts.E001"


def test_a_demonstration_on_this_machine_starts(settings):
    settings.DEMONSTRATION_SIGN_IN = True
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

    assert check_sign_in(None) == []


def test_production_starts_neither_with_it_nor_without_a_second_step(settings, monkeypatch):
    from dataclasses import replace  # noqa: PLC0415

    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, is_production=True)
    settings.DEMONSTRATION_SIGN_IN = True
    settings.REQUIRE_MFA = False

    assert [found.id for found in check_sign_in(None)] == ["accounts.E001", "accounts.E002"]
