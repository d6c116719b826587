"""What the database refuses whoever asks."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.accounts.factories import InvitationFactory, MembershipFactory, UserFactory
from tests.directory.factories import UnitFactory
from varn.accounts.models import User

pytestmark = pytest.mark.django_db


def refused(row, **changes):
    try:
        with transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(**changes)
            connection.check_constraints()
    except DatabaseError as error:
        return str(error)
    return "nothing was refused"


@pytest.mark.parametrize("factory", [UserFactory, InvitationFactory])
def test_an_address_has_one_spelling(factory):
    assert "email_in_small_letters" in refused(factory(), email="Ada@example.se")


def test_an_address_typed_in_capitals_is_stored_in_small_letters():
    assert User.objects.create_user("Ada@Example.SE").email == "ada@example.se"


@pytest.mark.parametrize("factory", [MembershipFactory, InvitationFactory])
def test_a_unit_is_of_the_same_organisation(factory):
    row = factory()

    assert "unit_of_same_organisation" in refused(row, unit=UnitFactory())
    own = UnitFactory(organisation=row.organisation)
    assert refused(row, unit=own) == "nothing was refused"


def test_nobody_is_both_let_in_and_turned_away():
    invitation = InvitationFactory(accepted=True)

    said = refused(invitation, revoked_at=invitation.accepted_at, revoked_by=invitation.accepted_by)

    assert "not_accepted_and_revoked" in said
