"""Giving, changing and ending roles.

Nobody widens their own rights: a person touches only roles that allow no more than their own
roles do, and never their own memberships. `by=None` is the system itself (demonstration, command).
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from varn.accounts.choices import AccountsEvent
from varn.accounts.models import Membership, Role, User
from varn.accounts.queries.roles import permissions_of
from varn.accounts.rules import may_grant
from varn.audit.actions import record

if TYPE_CHECKING:
    from varn.directory.models import Organisation, Unit


class RoleAboveOwnError(PermissionError):
    """The role allows something that the person who gives, changes or ends it may not do."""


class OwnMembershipError(PermissionError):
    """Nobody gives, changes or ends their own role."""


class MembershipOverlapError(ValueError):
    """The person already has this role at this place on some of these days."""


class MembershipEndedError(ValueError):
    """The membership has been taken back already; it carries who and when."""


class StaleMembershipError(ValueError):
    """Somebody else changed the membership since the page was opened; it carries the new state."""

    def __init__(self, membership: Membership) -> None:
        self.membership = membership
        super().__init__(membership.pk)


@dataclass(frozen=True, kw_only=True)
class Grant:
    """A role at a place for a time."""

    role: Role
    organisation: "Organisation"
    unit: "Unit | None" = None
    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class MembershipChange:
    """Another role and last day, and the version of the membership that the change builds on."""

    membership_id: int
    version: int
    role: Role
    ends_on: date | None


@transaction.atomic
def grant_role(*, user: User, grant: Grant, by: User | None, at: datetime) -> Membership:
    """Give a person a role.

    Raises `OwnMembershipError`, `RoleAboveOwnError` or `MembershipOverlapError`.
    """
    ensure_may_touch(user=user, roles=[grant.role], by=by, on=timezone.localdate(at))
    User.objects.select_for_update().get(pk=user.pk)
    _ensure_no_overlap(user, grant)
    membership = Membership.objects.create(
        user=user,
        organisation=grant.organisation,
        unit=grant.unit,
        role=grant.role,
        starts_on=grant.starts_on,
        ends_on=grant.ends_on,
        granted_by=by,
        granted_at=at,
    )
    details = {"role": grant.role.slug, "organisation": grant.organisation.pk, "user": user.pk}
    record(AccountsEvent.ROLE_GRANTED, subject=membership, by=by, at=at, details=details)
    return membership


@transaction.atomic
def change_membership(*, change: MembershipChange, by: User, at: datetime) -> Membership:
    """Change role and last day of a membership, unless somebody else did so meanwhile.

    Raises `StaleMembershipError`, `MembershipEndedError`, `OwnMembershipError`,
    `RoleAboveOwnError` or `MembershipOverlapError`.
    """
    current = _locked(change.membership_id)
    if current.version != change.version:
        raise StaleMembershipError(current)
    roles = [current.role, change.role]
    ensure_may_touch(user=current.user, roles=roles, by=by, on=timezone.localdate(at))
    changed = Grant(
        role=change.role,
        organisation=current.organisation,
        unit=current.unit,
        starts_on=current.starts_on,
        ends_on=change.ends_on,
    )
    _ensure_no_overlap(current.user, changed, other_than=current.pk)
    details = {
        "role": [current.role.slug, change.role.slug],
        "ends_on": [str(current.ends_on or ""), str(change.ends_on or "")],
    }
    current.role, current.ends_on = change.role, change.ends_on
    current.version += 1
    current.save(update_fields=["role", "ends_on", "version"])
    record(AccountsEvent.ROLE_CHANGED, subject=current, by=by, at=at, details=details)
    return current


@transaction.atomic
def end_membership(*, membership_id: int, by: User, at: datetime) -> Membership:
    """Take a role back at once.

    Raises `MembershipEndedError`, `OwnMembershipError` or `RoleAboveOwnError`.
    """
    membership = _locked(membership_id)
    ensure_may_touch(
        user=membership.user, roles=[membership.role], by=by, on=timezone.localdate(at)
    )
    membership.ended_at, membership.ended_by = at, by
    membership.version += 1
    membership.save(update_fields=["ended_at", "ended_by", "version"])
    details = {"role": membership.role.slug, "user": membership.user_id}
    record(AccountsEvent.ROLE_ENDED, subject=membership, by=by, at=at, details=details)
    return membership


def ensure_may_touch(*, user: User | None, roles: list[Role], by: User | None, on: date) -> None:
    """Raise unless `by` may give, change or end these roles of this person on this day."""
    if by is None:
        return
    if user is not None and user.pk == by.pk:
        raise OwnMembershipError
    if by.is_superuser and by.is_active:
        return
    held = permissions_of(by, on=on) if by.is_active else frozenset()
    for role in roles:
        if not may_grant(held=held, wanted=set(role.permissions)):
            raise RoleAboveOwnError(role.slug)


def _locked(membership_id: int) -> Membership:
    """The membership, nobody else changing it until we are done."""
    membership = (
        Membership.objects.select_for_update(of=("self",))
        .select_related("user", "role", "organisation", "unit")
        .get(pk=membership_id)
    )
    if membership.ended_at:
        raise MembershipEndedError(membership.pk)
    return membership


def _ensure_no_overlap(user: User, grant: Grant, *, other_than: int = 0) -> None:
    starts_before_end = Q() if grant.ends_on is None else Q(starts_on__lte=grant.ends_on)
    ends_after_start = Q(ends_on__isnull=True) | Q(ends_on__gte=grant.starts_on)
    overlapping = Membership.objects.filter(
        starts_before_end & ends_after_start,
        user=user,
        organisation=grant.organisation,
        unit=grant.unit,
        role=grant.role,
        ended_at=None,
    ).exclude(pk=other_than)
    if overlapping.exists():
        raise MembershipOverlapError(user.pk)
