"""What people may do follows from the roles that they hold on the real day."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission as DjangoPermission
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.accounts.factories import (
    NOON,
    AdministratorFactory,
    MembershipFactory,
    RoleFactory,
    UserFactory,
)
from varn.accounts.actions import load_roles
from varn.accounts.models import Membership, Role, User
from varn.accounts.queries import demonstration_person, grantable_roles, person_page
from varn.accounts.queries.permissions import (
    UnknownPermissionError,
    ensure_known,
    known_permissions,
)
from varn.audit.models import Entry

pytestmark = pytest.mark.django_db


def again(user):
    """The person as the next request sees them."""
    return User.objects.get(pk=user.pk)


def test_a_person_may_do_the_union_of_what_their_roles_allow():
    user = UserFactory(permissions=["mandate.view"])
    MembershipFactory(user=user, role=RoleFactory(permissions=["directory.view"]))

    assert user.has_perms(["mandate.view", "directory.view"])
    assert not user.has_perm("mandate.change")


@pytest.mark.parametrize("trait", ["over", "coming", "ended"])
def test_a_role_counts_only_while_it_holds(trait):
    role = RoleFactory(permissions=["mandate.view"])
    membership = MembershipFactory(role=role, **{trait: True})

    assert not membership.user.has_perm("mandate.view")
    assert person_page(membership.user_id, on=timezone.localdate()).current == []


def test_a_role_holds_on_its_first_and_last_day_as_people_count_days_in_sweden():
    role = RoleFactory(permissions=["mandate.view"])
    membership = MembershipFactory(
        role=role, starts_on=NOON.date(), ends_on=NOON.date() + timedelta(days=1)
    )

    with time_machine.travel("2026-03-01T22:59:00Z", tick=False):
        assert not again(membership.user).has_perm("mandate.view")
    with time_machine.travel("2026-03-01T23:01:00Z", tick=False):
        assert again(membership.user).has_perm("mandate.view")
    with time_machine.travel("2026-03-03T22:59:00Z", tick=False):
        assert again(membership.user).has_perm("mandate.view")
    with time_machine.travel("2026-03-03T23:01:00Z", tick=False):
        assert not again(membership.user).has_perm("mandate.view")


def test_a_demonstration_date_changes_nobodys_rights(settings):
    settings.DEMONSTRATION_DATE = NOON.date() - timedelta(days=4000)

    assert UserFactory(permissions=["mandate.view"]).has_perm("mandate.view")


def test_a_closed_account_may_do_nothing():
    assert not UserFactory(closed=True, permissions=["mandate.view"]).has_perm("mandate.view")


def test_a_group_or_a_permission_of_djangos_own_gives_nothing():
    user = UserFactory()
    user.user_permissions.add(DjangoPermission.objects.get(codename="access_admin"))

    assert not again(user).has_perm("wagtailadmin.access_admin")


def test_permissions_are_asked_for_once_in_a_request(django_assert_num_queries):
    user = again(UserFactory(permissions=["mandate.view"]))

    with django_assert_num_queries(1):
        for _ in range(3):
            user.has_perm("mandate.view")
            user.has_perm("audit.view")


def test_the_database_refuses_the_same_role_twice_at_one_time():
    first = MembershipFactory()

    with pytest.raises(IntegrityError, match="accounts_membership_once_a_day"):
        MembershipFactory(user=first.user, role=first.role, organisation=first.organisation)


def test_the_database_refuses_a_role_that_ends_before_it_starts():
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(starts_on=NOON.date(), ends_on=NOON.date() - timedelta(days=1))


def test_the_standard_roles_are_loaded_once_and_brought_up_to_date():
    first = load_roles(at=NOON)
    Role.objects.filter(slug="chief").update(permissions=["accounts.manage"])

    changed = load_roles(at=NOON)
    unchanged = load_roles(at=NOON)

    assert len(first) == 6
    assert [role.slug for role in changed] == ["chief"]
    assert unchanged == []
    assert Entry.objects.filter(event="accounts.role.loaded").count() == 7


def test_standard_roles_are_described_in_both_languages_and_hold_known_permissions():
    load_roles(at=NOON)

    for role in Role.objects.all():
        assert role.name_sv
        assert role.name_en
        assert role.description_sv != role.description_en
        ensure_known(role.permissions)
    administrator = Role.objects.get(slug="administrator")
    assert set(administrator.permissions) == set(known_permissions())


def test_a_permission_that_no_capability_declares_is_refused():
    with pytest.raises(UnknownPermissionError, match=r"tips\.open"):
        ensure_known(["mandate.view", "tips.open"])


def test_an_editor_reaches_the_back_office_and_a_chief_does_not():
    load_roles(at=NOON)
    editor = MembershipFactory(role=Role.objects.get(slug="editor")).user
    chief = MembershipFactory(role=Role.objects.get(slug="chief")).user

    assert editor.has_perm("wagtailadmin.access_admin")
    assert not chief.has_perm("wagtailadmin.access_admin")


def test_only_roles_that_allow_no_more_than_ones_own_can_be_given():
    load_roles(at=NOON)
    coordinator = MembershipFactory(role=Role.objects.get(slug="national-coordinator")).user

    assert {role.slug for role in grantable_roles(coordinator)} == {
        "national-coordinator",
        "county-coordinator",
        "chief",
    }
    assert len(grantable_roles(again(AdministratorFactory()))) == Role.objects.count()


def test_the_demonstrations_person_is_found_by_role():
    membership = MembershipFactory(role=RoleFactory(slug="chief"))
    MembershipFactory(role=membership.role)

    assert demonstration_person("chief", on=timezone.localdate()) == membership.user
    assert demonstration_person("nobody", on=timezone.localdate()) is None
    assert Membership.objects.count() == 2
