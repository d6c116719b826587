"""Without a second step one reaches only the pages that lead to one."""

import time

import pytest
from allauth.mfa.models import Authenticator
from django.urls import URLPattern, get_resolver, reverse
from django.utils import translation

from tests.accounts.factories import PASSWORD, AdministratorFactory, UserFactory
from varn.accounts.middleware import OPEN_WITHOUT_FACTOR
from varn.audit.models import Entry

pytestmark = pytest.mark.django_db
SECOND_STEP = "/sv/konto/andra-steg/"
SECOND_STEPS = (SECOND_STEP, "/en/account/second-step/")
SAMPLES = {"int": "1", "str": "x", "slug": "x", "uuid": "00000000-0000-4000-8000-000000000000"}


@pytest.fixture(autouse=True)
def _required(settings):
    settings.REQUIRE_MFA = True


def addresses(entries=None, prefix="", namespace=""):
    """Every address that needs no more than plain samples, with its name."""
    for entry in get_resolver().url_patterns if entries is None else entries:
        route = getattr(entry.pattern, "_route", None)
        if route is None and not hasattr(entry.pattern, "prefix_default_language"):
            continue
        path = prefix + (str(entry.pattern) if route is None else str(route))
        if isinstance(entry, URLPattern):
            name = f"{namespace}:{entry.name}" if namespace else entry.name
            yield name, "/" + _filled(path, entry.pattern.converters)
        elif not path.startswith("cms/"):
            yield from addresses(entry.url_patterns, path, entry.namespace or namespace)


def _filled(path, _converters):
    for kind, sample in SAMPLES.items():
        while f"<{kind}:" in path:
            before, rest = path.split(f"<{kind}:", 1)
            path = before + sample + rest.split(">", 1)[1]
    return path


def swedish_addresses():
    with translation.override("sv"):
        return sorted({(name or "", path) for name, path in addresses() if "<" not in path})


def test_every_address_but_those_that_lead_to_a_factor_sends_one_to_set_it_up(client):
    client.force_login(AdministratorFactory())

    reached = {
        name or path
        for name, path in swedish_addresses()
        for response in [client.get(path)]
        if response.status_code != 302 or response["Location"] not in SECOND_STEPS
    }

    closed = {"account_signup", "account_email", "account_email_verification_sent"}
    closed |= {"account_confirm_login_code"}
    assert len(swedish_addresses()) > 40
    assert reached - OPEN_WITHOUT_FACTOR - closed == set()


@pytest.mark.parametrize("address", ["/cms/", "/cms/pages/", "/sv/", "/sv/arbete/personer/", "/"])
def test_neither_the_back_office_nor_the_public_pages_are_reached(client, address):
    client.force_login(AdministratorFactory())

    assert client.get(address)["Location"] == SECOND_STEP


def test_a_form_sent_without_a_factor_does_nothing(client):
    user = AdministratorFactory()
    client.force_login(user)

    response = client.post(reverse("accounts:person_close", args=[UserFactory().pk]))

    assert response["Location"] == SECOND_STEP
    assert not Entry.objects.exists()


def test_own_account_and_sign_out_are_reached(client):
    client.force_login(UserFactory())

    assert client.get("/sv/konto/").status_code == 200
    assert client.get(SECOND_STEP).status_code == 200
    assert client.post(reverse("account_logout")).status_code == 302
    assert "_auth_user_id" not in client.session


def test_with_a_factor_everything_is_open(client):
    client.force_login(AdministratorFactory(factor=True))

    assert client.get("/sv/arbete/personer/").status_code == 200


def test_recovery_codes_alone_are_no_second_step(client):
    user = AdministratorFactory()
    Authenticator.objects.create(user=user, type="recovery_codes", data={})
    client.force_login(user)

    assert client.get("/sv/arbete/personer/")["Location"] == SECOND_STEP


def test_the_demonstration_asks_for_none(client, settings):
    settings.REQUIRE_MFA = False
    client.force_login(AdministratorFactory())

    assert client.get("/sv/arbete/personer/").status_code == 200


def test_a_password_alone_opens_nothing_for_somebody_with_a_factor(client):
    user = AdministratorFactory(factor=True)

    response = client.post("/sv/konto/login/", {"login": user.email, "password": PASSWORD})

    assert response["Location"] == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
    assert client.get("/sv/arbete/personer/").status_code == 302


def test_a_wrong_code_is_refused_and_leaves_a_trace(client):
    user = UserFactory(factor=True)
    client.post("/sv/konto/login/", {"login": user.email, "password": PASSWORD})

    client.post(reverse("mfa_authenticate"), {"code": "000000"})

    assert "_auth_user_id" not in client.session
    assert Entry.objects.get(event="accounts.code.refused").subject == f"accounts.user:{user.pk}"


def test_wrong_codes_are_limited(client):
    user = UserFactory(factor=True)
    client.post("/sv/konto/login/", {"login": user.email, "password": PASSWORD})

    for _ in range(7):
        response = client.post(reverse("mfa_authenticate"), {"code": "000000"})

    assert "För många" in response.text


def test_the_last_second_step_cant_be_taken_away(client):
    user = UserFactory(factor=True)
    client.force_login(user)
    session = client.session
    session["signed_in_at"] = time.time()
    session.save()

    client.post(reverse("mfa_deactivate_totp"))

    assert Authenticator.objects.filter(user=user, type="totp").exists()


def test_the_secret_of_an_app_is_encrypted_in_the_database():
    user = UserFactory(factor=True)

    stored = Authenticator.objects.get(user=user)

    assert stored.data["secret"].startswith("gAAAA")
    assert stored.wrap().validate_code("000000") is False


def test_a_secret_stored_under_another_key_fits_no_code(settings):
    user = UserFactory(factor=True)
    secret = Authenticator.objects.get(user=user).wrap()
    settings.SECRET_KEY = "another-key-that-is-long-enough-to-please-every-check-of-length"

    codes = {secret.validate_code(f"{number:06}") for number in range(30)}

    assert codes == {False}
