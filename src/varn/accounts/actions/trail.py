"""What sign-in leaves in the audit trail. What a stranger typed is never kept."""

from datetime import datetime

from varn.accounts.choices import AccountsEvent
from varn.accounts.models import User
from varn.audit.actions import record

UNKNOWN_PERSON = "accounts.user:unknown"


def record_sign_in(*, user: User, ways: list[str], at: datetime) -> None:
    """Somebody signed in, by these ways: password, mfa …"""
    record(AccountsEvent.SIGNED_IN, subject=user, by=user, at=at, details={"ways": ways})


def record_sign_in_refused(*, email: str, at: datetime) -> None:
    """Somebody tried a wrong password; the address is kept only where it is a person's of ours."""
    user = User.objects.filter(email__iexact=email).first()
    record(AccountsEvent.SIGN_IN_REFUSED, subject=user or UNKNOWN_PERSON, by=None, at=at)


def record_code_refused(*, user: User, at: datetime) -> None:
    """Somebody knew the password and gave a wrong code."""
    record(AccountsEvent.CODE_REFUSED, subject=user, by=None, at=at)


def record_sign_out(*, user: User, at: datetime) -> None:
    """Somebody signed out."""
    record(AccountsEvent.SIGNED_OUT, subject=user, by=user, at=at)


def record_factor(*, user: User, event: AccountsEvent, at: datetime) -> None:
    """A password or a second step was set, added or removed by the person themselves."""
    record(event, subject=user, by=user, at=at)
