"""Inviting people, and letting them in through a link that works once.

The link's secret is made when the mail is sent and stored as a hash only, so neither the
database nor its queue of jobs holds anything that lets somebody in.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from varn.accounts.actions.memberships import (
    Grant,
    MembershipOverlapError,
    OwnMembershipError,
    ensure_may_touch,
    grant_role,
)
from varn.accounts.actions.people import create_person
from varn.accounts.choices import AccountsEvent, InvitationState
from varn.accounts.models import Invitation, Role, User
from varn.accounts.queries.invitations import state_of
from varn.accounts.rules import hash_of
from varn.audit.actions import record

if TYPE_CHECKING:
    from varn.directory.models import Organisation, Unit

LIFETIME = timedelta(days=7)


class AlreadyInvitedError(ValueError):
    """An invitation to the same role at the same place waits already."""


class InvitationUnusableError(ValueError):
    """The link leads to no invitation that can be accepted; carries what became of it."""

    def __init__(self, state: InvitationState | None) -> None:
        self.state = state
        super().__init__(state)


class OtherPersonError(PermissionError):
    """The invitation is for somebody else than the person who is signed in."""


@dataclass(frozen=True, kw_only=True)
class Invited:
    """Who is invited, and to what."""

    email: str
    language: str
    role: Role
    organisation: "Organisation"
    unit: "Unit | None" = None
    ends_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class NewPerson:
    """What somebody says of themselves when they accept."""

    name: str
    password: str


@transaction.atomic
def invite(*, submission: UUID, invited: Invited, by: User | None, at: datetime) -> Invitation:
    """Offer a role to an address; the same form sent twice makes one invitation.

    Raises `OwnMembershipError`, `RoleAboveOwnError` or `AlreadyInvitedError`.
    """
    email = invited.email.lower()
    if by is not None and email == by.email:
        raise OwnMembershipError
    ensure_may_touch(user=None, roles=[invited.role], by=by, on=timezone.localdate(at))
    sent_before = Invitation.objects.filter(submission=submission).first()
    if sent_before:
        return sent_before
    _ensure_not_invited(email, invited)
    invitation, is_new = Invitation.objects.get_or_create(
        submission=submission,
        defaults={
            "email": email,
            "organisation": invited.organisation,
            "unit": invited.unit,
            "role": invited.role,
            "ends_on": invited.ends_on,
            "language": invited.language,
            "invited_by": by,
            "invited_at": at,
            "expires_at": at + LIFETIME,
        },
    )
    if is_new:
        details = {"role": invited.role.slug, "organisation": invited.organisation.pk}
        record(AccountsEvent.INVITED, subject=invitation, by=by, at=at, details=details)
    return invitation


def _ensure_not_invited(email: str, invited: Invited) -> None:
    waiting = Invitation.objects.filter(
        email=email,
        organisation=invited.organisation,
        unit=invited.unit,
        role=invited.role,
        accepted_at=None,
        revoked_at=None,
    )
    if waiting.exists():
        raise AlreadyInvitedError(email)


@transaction.atomic
def issue_link(*, invitation_id: int) -> str:
    """Make the secret of an invitation's link; every earlier one stops working.

    Raises `InvitationUnusableError` where it was accepted or revoked meanwhile.
    """
    invitation = _waiting(invitation_id)
    token = secrets.token_urlsafe(32)
    invitation.token_hash = hash_of(token)
    invitation.save(update_fields=["token_hash"])
    return token


@transaction.atomic
def mark_sent(*, invitation_id: int, at: datetime) -> None:
    """Note that the mail server took the mail."""
    Invitation.objects.filter(pk=invitation_id).update(sent_at=at)
    record(
        AccountsEvent.INVITATION_SENT,
        subject=f"accounts.invitation:{invitation_id}",
        by=None,
        at=at,
    )


@transaction.atomic
def renew_invitation(*, invitation_id: int, by: User, at: datetime) -> Invitation:
    """Give an invitation new days and make it ready to be sent again; the old link stops working.

    Raises `InvitationUnusableError`, `OwnMembershipError` or `RoleAboveOwnError`.
    """
    invitation = _waiting(invitation_id)
    _ensure_may_touch(invitation, by=by, at=at)
    invitation.expires_at = at + LIFETIME
    invitation.token_hash = ""
    invitation.sent_at = None
    invitation.invited_by = by
    invitation.save(update_fields=["expires_at", "token_hash", "sent_at", "invited_by"])
    record(AccountsEvent.INVITATION_RENEWED, subject=invitation, by=by, at=at)
    return invitation


@transaction.atomic
def revoke_invitation(*, invitation_id: int, by: User, at: datetime) -> Invitation:
    """Withdraw an invitation; its link stops working.

    Raises `InvitationUnusableError`, `OwnMembershipError` or `RoleAboveOwnError`.
    """
    invitation = _waiting(invitation_id)
    _ensure_may_touch(invitation, by=by, at=at)
    invitation.revoked_at, invitation.revoked_by = at, by
    invitation.save(update_fields=["revoked_at", "revoked_by"])
    record(AccountsEvent.INVITATION_REVOKED, subject=invitation, by=by, at=at)
    return invitation


@transaction.atomic
def create_account_and_accept(*, token: str, person: NewPerson, at: datetime) -> User:
    """Make the account of somebody who is new here, and give them the role.

    Raises `InvitationUnusableError`, or `OtherPersonError` where the address has an account.
    """
    invitation = _usable(token, at=at)
    if User.objects.filter(email=invitation.email).exists():
        raise OtherPersonError
    user = create_person(
        email=invitation.email,
        name=person.name,
        password=person.password,
        language=invitation.language,
        by=invitation.invited_by,
        at=at,
    )
    _accept(invitation, user=user, at=at)
    return user


@transaction.atomic
def accept_invitation(*, token: str, by: User, at: datetime) -> Invitation:
    """Give the role to somebody who has an account and is signed in.

    Raises `InvitationUnusableError` or `OtherPersonError`.
    """
    invitation = _usable(token, at=at)
    if invitation.email != by.email:
        raise OtherPersonError
    _accept(invitation, user=by, at=at)
    return invitation


def _accept(invitation: Invitation, *, user: User, at: datetime) -> None:
    grant = Grant(
        role=invitation.role,
        organisation=invitation.organisation,
        unit=invitation.unit,
        starts_on=timezone.localdate(at),
        ends_on=invitation.ends_on,
    )
    try:
        grant_role(user=user, grant=grant, by=invitation.invited_by, at=at)
    except MembershipOverlapError:
        pass  # the role was given in another way meanwhile; the invitation is answered all the same
    except PermissionError as error:  # whoever invited may no longer give this role
        raise InvitationUnusableError(InvitationState.REVOKED) from error
    invitation.accepted_at, invitation.accepted_by = at, user
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    record(AccountsEvent.INVITATION_ACCEPTED, subject=invitation, by=user, at=at)


def _usable(token: str, *, at: datetime) -> Invitation:
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("role", "organisation", "unit", "invited_by")
        .filter(token_hash=hash_of(token))
        .first()
    )
    state = state_of(invitation, at=at) if invitation else None
    if invitation is None or state not in (InvitationState.OPEN, InvitationState.WAITING):
        raise InvitationUnusableError(state)
    return invitation


def _waiting(invitation_id: int) -> Invitation:
    """An invitation that nobody has accepted or revoked; it may be too old."""
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("role")
        .get(pk=invitation_id)
    )
    if invitation.accepted_at:
        raise InvitationUnusableError(InvitationState.ACCEPTED)
    if invitation.revoked_at:
        raise InvitationUnusableError(InvitationState.REVOKED)
    return invitation


def _ensure_may_touch(invitation: Invitation, *, by: User, at: datetime) -> None:
    if invitation.email == by.email:
        raise OwnMembershipError
    ensure_may_touch(user=None, roles=[invitation.role], by=by, on=timezone.localdate(at))
