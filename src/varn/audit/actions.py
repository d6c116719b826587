"""Writing to the audit trail."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Model

from varn.audit.models import Entry

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from varn.accounts.models import User


def record(
    event: str,
    *,
    subject: Model | str,
    by: "User | AnonymousUser | None",
    at: datetime,
    details: Mapping[str, object] | None = None,
) -> Entry:
    """Append one entry in the caller's transaction; `by` is None when the system itself acts.

    `details` holds what changed, never anything about a child, a suspect or a case.
    """
    if isinstance(subject, Model):
        subject = f"{subject._meta.label_lower}:{subject.pk}"
    return Entry.objects.create(
        event=event,
        subject=subject,
        by=by.get_username() if by else "",
        at=at,
        details=dict(details or {}),
    )
