"""Accepting: the link leads in once, and says why when it doesn't."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse
from django.utils import timezone

from tests.accounts.factories import (
    InvitationFactory,
    MembershipFactory,
    RoleFactory,
    UserFactory,
    token_of,
)
from varn.accounts.actions import end_membership
from varn.accounts.models import Invitation, User
from varn.audit.models import Entry

pytestmark = pytest.mark.django_db
PASSWORD = "fjorton gröna kommoder"
JOINING = {"name": "Ada", "password": PASSWORD, "password_again": PASSWORD}


def link(invitation):
    return reverse("accounts:invitation_accept", kwargs={"token": token_of(invitation)})


def test_opening_the_link_changes_nothing(client):
    invitation = InvitationFactory()

    response = client.get(link(invitation))

    assert response.status_code == 200
    assert not User.objects.filter(email=invitation.email).exists()
    assert Invitation.objects.get().accepted_at is None
    assert "_auth_user_id" not in client.session


def test_accepting_makes_an_account_with_the_role_and_signs_in(client):
    invitation = InvitationFactory(role=RoleFactory(permissions=["mandate.view"]))

    client.post(link(invitation), JOINING)

    user = User.objects.get(email=invitation.email)
    invitation.refresh_from_db()
    assert client.session["_auth_user_id"] == str(user.pk)
    assert user.check_password(PASSWORD)
    assert user.memberships.get().organisation == invitation.organisation
    assert invitation.accepted_by == user
    assert EmailAddress.objects.filter(user=user, verified=True, primary=True).exists()
    assert Entry.objects.filter(event="accounts.invitation.accepted", by=user.email).exists()


def test_a_link_works_once(client):
    invitation = InvitationFactory()
    client.post(link(invitation), JOINING)
    client.logout()

    response = client.post(link(invitation), {**JOINING, "name": "Någon annan"})

    assert response.status_code == 410
    assert "Inbjudan är redan besvarad" in response.text
    assert User.objects.get(email=invitation.email).name == "Ada"


@pytest.mark.parametrize(
    ("trait", "said"),
    [
        ("expired", "Länken är för gammal"),
        ("revoked", "Inbjudan är tillbakadragen"),
        ("accepted", "Inbjudan är redan besvarad"),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_that_no_longer_works_says_why_and_what_to_do(client, trait, said, method):
    invitation = InvitationFactory(**{trait: True})

    response = getattr(client, method)(link(invitation), JOINING)

    assert response.status_code == 410
    assert said in response.text
    assert not User.objects.filter(email=invitation.email).exists()


def test_a_link_that_never_was_says_so(client):
    response = client.get(reverse("accounts:invitation_accept", kwargs={"token": "x" * 43}))

    assert response.status_code == 404
    assert "Länken fungerar inte" in response.text


def test_a_role_whose_last_day_has_been_is_not_taken_up(client):
    invitation = InvitationFactory(ends_on=timezone.localdate() - timedelta(days=1))

    assert client.post(link(invitation), JOINING).status_code == 410


def test_an_invitation_falls_with_the_right_of_the_one_who_invited(client, administrator):
    inviter = UserFactory(permissions=["accounts.manage", "mandate.view"])
    invitation = InvitationFactory(
        invited_by=inviter, role=RoleFactory(permissions=["mandate.view"])
    )
    end_membership(
        membership_id=inviter.memberships.get().pk, by=administrator, at=invitation.invited_at
    )

    response = client.post(link(invitation), JOINING)

    assert response.status_code == 410
    assert not User.objects.filter(email=invitation.email).exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"password": "kort", "password_again": "kort"}, "12"),
        ({"password_again": "något helt annat"}, "Lösenorden är olika"),
        ({"password": "123456789012", "password_again": "123456789012"}, "numeriskt"),
        ({"name": ""}, "obligatorisk"),
    ],
)
def test_what_is_wrong_with_name_or_password_is_said_at_the_field(client, typed, said):
    invitation = InvitationFactory()

    response = client.post(link(invitation), {**JOINING, **typed})

    assert response.status_code == 200
    assert said in response.text
    assert PASSWORD not in response.text
    assert not User.objects.filter(email=invitation.email).exists()


def test_somebody_with_an_account_signs_in_and_accepts_with_one_button(client):
    user = UserFactory()
    invitation = InvitationFactory(email=user.email)
    asked = client.get(link(invitation))
    refused = client.post(link(invitation), JOINING)
    client.force_login(user)

    response = client.post(link(invitation))

    assert "Du har redan ett konto" in asked.text
    assert "Du har redan ett konto" in refused.text
    assert response["Location"] == "/sv/konto/"
    assert user.memberships.get().role == invitation.role


def test_somebody_elses_invitation_is_not_taken(client):
    invitation = InvitationFactory()
    user = UserFactory()
    client.force_login(user)

    response = client.post(link(invitation), JOINING)

    assert "Inbjudan är till någon annan" in response.text
    assert not user.memberships.exists()
    assert not User.objects.filter(email=invitation.email).exists()


def test_an_invitation_to_a_role_that_one_has_is_answered_all_the_same(client):
    membership = MembershipFactory()
    invitation = InvitationFactory(
        email=membership.user.email, role=membership.role, organisation=membership.organisation
    )
    client.force_login(membership.user)

    client.post(link(invitation))

    invitation.refresh_from_db()
    assert invitation.accepted_by == membership.user
    assert membership.user.memberships.count() == 1
