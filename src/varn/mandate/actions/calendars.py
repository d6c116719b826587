"""Opening and closing the secret address under which a calendar reads the obligations."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from varn.audit.actions import record
from varn.mandate.choices import MandateEvent
from varn.mandate.models import CalendarFeed, MailChoice
from varn.mandate.queries.reminders import lock_calendar_of
from varn.mandate.rules.tokens import hash_of, new_token

if TYPE_CHECKING:
    from varn.accounts.models import User


@transaction.atomic
def open_calendar(*, by: "User", at: datetime) -> str:
    """Make a new secret address, close the one before it, and return its secret, only now."""
    lock_calendar_of(by)
    _close(by, at)
    token = new_token()
    feed = CalendarFeed.objects.create(user=by, token_hash=hash_of(token), opened_at=at)
    record(MandateEvent.CALENDAR_OPENED, subject=feed, by=by, at=at)
    return token


@transaction.atomic
def close_calendar(*, by: "User", at: datetime) -> bool:
    """Close a person's address; whether there was one."""
    lock_calendar_of(by)
    return _close(by, at)


@transaction.atomic
def choose_mail(*, wants_reminders: bool, wants_digest: bool, by: "User") -> MailChoice:
    """Keep which mail a person wants."""
    choice, _ = MailChoice.objects.update_or_create(
        user=by, defaults={"wants_reminders": wants_reminders, "wants_digest": wants_digest}
    )
    return choice


def _close(by: "User", at: datetime) -> bool:
    feed = CalendarFeed.objects.filter(user=by, closed_at=None).first()
    if feed is None:
        return False
    feed.closed_at = at
    feed.save(update_fields=["closed_at"])
    record(MandateEvent.CALENDAR_CLOSED, subject=feed, by=by, at=at)
    return True
