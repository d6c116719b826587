"""Who is reminded of what, and whose calendar a secret address opens."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import Q

from varn.accounts.queries.people import people
from varn.mandate.choices import MandatePermission, ObligationKind
from varn.mandate.models import CalendarFeed, MailChoice, Obligation, Reminder
from varn.mandate.rules.tokens import hash_of

if TYPE_CHECKING:
    from varn.accounts.models import User

CALENDAR_LOCK = 0x7661726E  # any number; the person is the other half
MONEY_KINDS = (
    ObligationKind.REQUISITION,
    ObligationKind.REPAYMENT,
    ObligationKind.FINANCIAL_ACCOUNT,
)
SIGNS_MONEY = "finance.sign"  # another capability's permission, known by its name


def lock_calendar_of(user: "User") -> None:
    """Let one at a time open or close a person's address, until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [CALENDAR_LOCK, user.pk])


def open_calendar_of(user: "User") -> CalendarFeed | None:
    return CalendarFeed.objects.filter(user=user, closed_at=None).first()


def reader_of(token: str) -> "User | None":
    """Whose calendar the secret opens, as long as that person may see mandates.

    The lookup is by hash, so its time says nothing about the secret.
    """
    found = CalendarFeed.objects.select_related("user").filter(
        token_hash=hash_of(token), closed_at=None
    )
    feed = found.first()
    if feed is None or not feed.user.is_active:
        return None
    return feed.user if feed.user.has_perm(MandatePermission.VIEW) else None


def mail_choice(user: "User") -> MailChoice:
    """Which mail a person wants; everything until they say otherwise."""
    return MailChoice.objects.filter(user=user).first() or MailChoice(user=user)


def people_to_remind(*, on: date) -> list["User"]:
    """Active people who lead mandates or sign for money today; one query and one each."""
    return [
        person
        for person in people(on=on).filter(is_active=True)
        if person.has_perm(MandatePermission.LEAD) or person.has_perm(SIGNS_MONEY)
    ]


def concerns(person: "User", obligation: Obligation) -> bool:
    """Whether a person is reminded of an obligation."""
    if person.has_perm(MandatePermission.LEAD):
        return True
    return obligation.kind in MONEY_KINDS and person.has_perm(SIGNS_MONEY)


def unwilling(*, of: str) -> frozenset[int]:
    """Keys of people who have switched a kind of mail off."""
    rows = MailChoice.objects.filter(Q(**{of: False})).values_list("user_id", flat=True)
    return frozenset(rows)


def already_reminded(obligations: Iterable[int]) -> frozenset[tuple[int, int, int]]:
    """Obligation, person and working days of each reminder that was sent."""
    rows = Reminder.objects.filter(obligation__in=list(obligations))
    return frozenset(rows.values_list("obligation_id", "user_id", "working_days"))
