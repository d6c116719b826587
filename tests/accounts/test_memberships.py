"""Giving, changing and ending roles: nobody widens their own rights."""

from datetime import timedelta

import pytest

from tests.accounts.factories import (
    NOON,
    AdministratorFactory,
    MembershipFactory,
    RoleFactory,
    UserFactory,
)
from tests.directory.factories import OrganisationFactory
from varn.accounts.actions import (
    Grant,
    MembershipChange,
    MembershipEndedError,
    MembershipOverlapError,
    OwnAccountError,
    OwnMembershipError,
    RoleAboveOwnError,
    StaleMembershipError,
    change_membership,
    close_account,
    end_membership,
    grant_role,
    remove_factors,
    reopen_account,
)
from varn.accounts.queries import has_factor
from varn.audit.models import Entry

pytestmark = pytest.mark.django_db
TODAY = NOON.date()


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to(NOON, tick=False)


@pytest.fixture
def manager():
    """Somebody who manages people, and may see mandates."""
    return UserFactory(permissions=["accounts.manage", "mandate.view"])


def grant(**changed):
    values = {
        "role": RoleFactory(permissions=["mandate.view"]),
        "organisation": OrganisationFactory(),
        "starts_on": TODAY,
    }
    return Grant(**{**values, **changed})


def change(membership, **changed):
    values = {
        "membership_id": membership.pk,
        "version": membership.version,
        "role": membership.role,
        "ends_on": membership.ends_on,
    }
    return MembershipChange(**{**values, **changed})


def test_a_role_is_given_and_leaves_a_trace(manager, person):
    membership = grant_role(user=person, grant=grant(), by=manager, at=NOON)

    entry = Entry.objects.get(event="accounts.membership.granted")
    assert person.has_perm("mandate.view")
    assert entry.by == manager.email
    assert entry.subject == f"accounts.membership:{membership.pk}"


def test_nobody_gives_a_role_that_allows_more_than_their_own(manager, person):
    above = grant(role=RoleFactory(permissions=["mandate.view", "audit.view"]))

    with pytest.raises(RoleAboveOwnError):
        grant_role(user=person, grant=above, by=manager, at=NOON)

    assert not person.memberships.exists()
    assert not Entry.objects.exists()


def test_nobody_gives_themselves_a_role_not_even_a_lesser_one(manager):
    with pytest.raises(OwnMembershipError):
        grant_role(user=manager, grant=grant(), by=manager, at=NOON)


def test_a_right_that_has_ended_gives_no_right_to_give(person):
    over = UserFactory()
    MembershipFactory(user=over, role=RoleFactory(permissions=["mandate.view"]), over=True)

    with pytest.raises(RoleAboveOwnError):
        grant_role(user=person, grant=grant(), by=over, at=NOON)


def test_a_closed_account_gives_nothing(person):
    closed = UserFactory(closed=True, permissions=["mandate.view"])

    with pytest.raises(RoleAboveOwnError):
        grant_role(user=person, grant=grant(), by=closed, at=NOON)


def test_the_same_role_is_not_given_twice_at_one_time(manager, person):
    given = grant(ends_on=TODAY + timedelta(days=10))
    grant_role(user=person, grant=given, by=manager, at=NOON)
    meeting = grant(
        role=given.role, organisation=given.organisation, starts_on=TODAY + timedelta(days=10)
    )
    following = grant(
        role=given.role, organisation=given.organisation, starts_on=TODAY + timedelta(days=11)
    )

    with pytest.raises(MembershipOverlapError):
        grant_role(user=person, grant=meeting, by=manager, at=NOON)
    grant_role(user=person, grant=following, by=manager, at=NOON)

    assert person.memberships.count() == 2


def test_a_role_is_ended_at_once_and_once(manager):
    membership = MembershipFactory(role=RoleFactory(permissions=["mandate.view"]))

    end_membership(membership_id=membership.pk, by=manager, at=NOON)

    assert not membership.user.has_perm("mandate.view")
    with pytest.raises(MembershipEndedError):
        end_membership(membership_id=membership.pk, by=manager, at=NOON)
    assert Entry.objects.filter(event="accounts.membership.ended").count() == 1


def test_a_role_that_has_been_ended_can_be_given_again(manager):
    ended = MembershipFactory(role=RoleFactory(permissions=["mandate.view"]), ended=True)
    once_more = grant(role=ended.role, organisation=ended.organisation)

    grant_role(user=ended.user, grant=once_more, by=manager, at=NOON)

    assert ended.user.has_perm("mandate.view")


def test_nobody_ends_or_changes_their_own_role(manager):
    own = manager.memberships.get()

    with pytest.raises(OwnMembershipError):
        end_membership(membership_id=own.pk, by=manager, at=NOON)
    with pytest.raises(OwnMembershipError):
        change_membership(change=change(own, ends_on=None), by=manager, at=NOON)


def test_nobody_ends_or_changes_a_role_above_their_own(manager):
    above = AdministratorFactory().memberships.get()
    lesser = RoleFactory(permissions=["mandate.view"])

    with pytest.raises(RoleAboveOwnError):
        end_membership(membership_id=above.pk, by=manager, at=NOON)
    with pytest.raises(RoleAboveOwnError):
        change_membership(change=change(above, role=lesser), by=manager, at=NOON)


def test_nobody_changes_a_role_into_one_above_their_own(manager):
    membership = MembershipFactory()
    above = RoleFactory(permissions=["audit.view"])

    with pytest.raises(RoleAboveOwnError):
        change_membership(change=change(membership, role=above), by=manager, at=NOON)


def test_the_second_of_two_administrators_is_told_what_the_first_changed(manager):
    membership = MembershipFactory()
    seen_by_both = change(membership, ends_on=TODAY)
    change_membership(change=seen_by_both, by=manager, at=NOON)

    with pytest.raises(StaleMembershipError) as stale:
        change_membership(change=change(membership, ends_on=None), by=manager, at=NOON)

    membership.refresh_from_db()
    assert stale.value.membership.ends_on == TODAY
    assert membership.ends_on == TODAY
    assert Entry.objects.filter(event="accounts.membership.changed").count() == 1


def test_a_change_says_in_the_trail_what_it_was_and_became(manager):
    membership = MembershipFactory()
    role = RoleFactory(permissions=["mandate.view"])

    change_membership(change=change(membership, role=role), by=manager, at=NOON)

    details = Entry.objects.get(event="accounts.membership.changed").details
    assert details["role"] == [membership.role.slug, role.slug]


def test_an_account_is_closed_and_opened_again_by_somebody_else(manager, person):
    close_account(person_id=person.pk, by=manager, at=NOON)
    reopen_account(person_id=person.pk, by=manager, at=NOON)

    events = Entry.objects.order_by("pk").values_list("event", flat=True)
    assert list(events) == ["accounts.person.closed", "accounts.person.reopened"]


@pytest.mark.parametrize("action", [close_account, remove_factors])
def test_nobody_does_this_to_themselves_or_to_somebody_above(action, manager):
    above = AdministratorFactory()

    with pytest.raises(OwnAccountError):
        action(person_id=manager.pk, by=manager, at=NOON)
    with pytest.raises(RoleAboveOwnError):
        action(person_id=above.pk, by=manager, at=NOON)


def test_factors_that_were_lost_are_removed(manager):
    person = UserFactory(factor=True)

    remove_factors(person_id=person.pk, by=manager, at=NOON)

    assert not has_factor(person)
    assert Entry.objects.filter(event="accounts.factors.cleared").exists()
