"""The first administrator comes by the command line."""

import io

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from tests.directory.factories import OrganisationFactory
from varn.accounts.models import Invitation, Role

pytestmark = pytest.mark.django_db


def run(*arguments):
    said = io.StringIO()
    call_command(*arguments, stdout=said)
    return said.getvalue()


def test_roles_are_loaded_and_what_changed_is_said():
    assert "6 roles changed" in run("roles", "load")
    assert "0 roles changed" in run("roles", "load")
    assert Role.objects.filter(is_standard=True).count() == 6


def test_the_first_administrator_is_invited():
    run("roles", "load")
    OrganisationFactory(name="Socialstyrelsen")

    run("invite", "ada@example.se", "--role", "administrator", "--organisation", "Socialstyrelsen")

    assert Invitation.objects.get().invited_by is None
    assert mail.outbox[0].to == ["ada@example.se"]
    assert "http://localhost:8000/sv/konto/inbjudan/" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("email", "role", "organisation", "said"),
    [
        ("ada", "administrator", "Socialstyrelsen", "not an e-mail address"),
        ("a@example.se", "kung", "Socialstyrelsen", "Roles: .*national-coordinator"),
        ("a@example.se", "administrator", "Finns inte", "no single organisation"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(email, role, organisation, said):
    run("roles", "load")
    OrganisationFactory(name="Socialstyrelsen")

    with pytest.raises(CommandError, match=said):
        run("invite", email, "--role", role, "--organisation", organisation)

    assert not Invitation.objects.exists()


def test_somebody_is_not_invited_twice():
    run("roles", "load")
    OrganisationFactory(name="Socialstyrelsen")
    arguments = ("--role", "chief", "--organisation", "Socialstyrelsen")
    run("invite", "a@example.se", *arguments)

    with pytest.raises(CommandError, match="invited to this role already"):
        run("invite", "a@example.se", *arguments)
