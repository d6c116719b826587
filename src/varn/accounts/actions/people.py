"""Accounts of people: made, described, closed, and helped when a factor is lost."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone

from varn.accounts.actions.memberships import ensure_may_touch
from varn.accounts.choices import AccountsEvent
from varn.accounts.models import Membership, User
from varn.audit.actions import record


class OwnAccountError(PermissionError):
    """Nobody closes their own account or removes their own factors this way."""


@transaction.atomic
def create_person(
    *, email: str, name: str, password: str | None, language: str, by: User | None, at: datetime
) -> User:
    """Make an account whose address is known to be the person's; no role yet."""
    user = User.objects.create_user(email, password, name=name, language=language)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    record(AccountsEvent.PERSON_CREATED, subject=user, by=by, at=at)
    return user


@transaction.atomic
def change_profile(*, user: User, name: str, language: str, at: datetime) -> User:
    """Change one's own name and language of mail."""
    user.name, user.language = name, language
    user.save(update_fields=["name", "language"])
    record(AccountsEvent.PROFILE_CHANGED, subject=user, by=user, at=at)
    return user


@transaction.atomic
def close_account(*, person_id: int, by: User, at: datetime) -> User:
    """Let nobody sign in with an account any more; what its person did stays.

    Raises `OwnAccountError` or `RoleAboveOwnError`.
    """
    return _set_active(person_id, is_active=False, by=by, at=at)


@transaction.atomic
def reopen_account(*, person_id: int, by: User, at: datetime) -> User:
    """Let a person sign in again, with the roles that still hold.

    Raises `OwnAccountError` or `RoleAboveOwnError`.
    """
    return _set_active(person_id, is_active=True, by=by, at=at)


@transaction.atomic
def remove_factors(*, person_id: int, by: User, at: datetime) -> User:
    """Remove all factors of somebody who lost theirs; they set up new ones at the next sign-in.

    Raises `OwnAccountError` or `RoleAboveOwnError`.
    """
    person = _person_to_touch(person_id, by=by, at=at)
    removed, _each = Authenticator.objects.filter(user=person).delete()
    record(
        AccountsEvent.FACTORS_CLEARED, subject=person, by=by, at=at, details={"factors": removed}
    )
    return person


def _set_active(person_id: int, *, is_active: bool, by: User, at: datetime) -> User:
    person = _person_to_touch(person_id, by=by, at=at)
    person.is_active = is_active
    person.save(update_fields=["is_active"])
    event = AccountsEvent.PERSON_REOPENED if is_active else AccountsEvent.PERSON_CLOSED
    record(event, subject=person, by=by, at=at)
    return person


def _person_to_touch(person_id: int, *, by: User, at: datetime) -> User:
    """Somebody else, all of whose lasting roles `by` may touch."""
    if person_id == by.pk:
        raise OwnAccountError
    person = User.objects.select_for_update().get(pk=person_id)
    held = Membership.objects.filter(user=person, ended_at=None).select_related("role")
    roles = [membership.role for membership in held]
    ensure_may_touch(user=person, roles=roles, by=by, on=timezone.localdate(at))
    return person
