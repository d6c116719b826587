"""Sending reminders, each once, and the weekly digest."""

import logging
from datetime import date, datetime
from smtplib import SMTPRecipientsRefused
from typing import TYPE_CHECKING

from django.db import transaction

from varn.mandate.choices import ObligationStanding
from varn.mandate.gateways.mail import send_digest, send_reminder
from varn.mandate.models import Reminder
from varn.mandate.queries.obligations import ObligationRow, open_obligation_rows
from varn.mandate.queries.reminders import (
    already_reminded,
    concerns,
    people_to_remind,
    unwilling,
)
from varn.mandate.rules.reminding import STEPS, reminder_step

if TYPE_CHECKING:
    from varn.accounts.models import User

DIGEST_WORKING_DAYS = max(STEPS)
logger = logging.getLogger("varn.mandate")


def send_due_reminders(*, on: date, origin: str, at: datetime) -> int:
    """Send every reminder that is due and not sent; return how many were.

    A mail server that is away raises its `OSError`; what was not sent is due at the next run.
    """
    due = [(row, step) for row in open_obligation_rows(on=on) if (step := _step(row))]
    known = already_reminded(row.obligation.pk for row, _step_ in due)
    refusers = unwilling(of="wants_reminders")
    readers = [each for each in people_to_remind(on=at.date()) if each.pk not in refusers]
    return sum(
        _remind(row, step, to=person, origin=origin, at=at)
        for row, step in due
        for person in readers
        if concerns(person, row.obligation) and (row.obligation.pk, person.pk, step) not in known
    )


def send_digests(*, on: date, origin: str, at: datetime) -> int:
    """Tell each person what is late and what comes near; return how many were told."""
    rows = [each for each in open_obligation_rows(on=on) if _is_in_digest(each)]
    refusers = unwilling(of="wants_digest")
    readers = [each for each in people_to_remind(on=at.date()) if each.pk not in refusers]
    return sum(_digest(rows, to=person, origin=origin) for person in readers)


@transaction.atomic
def _remind(row: ObligationRow, step: int, *, to: "User", origin: str, at: datetime) -> bool:
    """Note the reminder and send it, both or neither; another process may be quicker."""
    _reminder, is_new = Reminder.objects.get_or_create(
        obligation=row.obligation, user=to, working_days=step, defaults={"sent_at": at}
    )
    if not is_new:
        return False
    try:
        send_reminder(row, to=to, origin=origin)
    except SMTPRecipientsRefused:  # this address only; the others still want theirs
        logger.warning("the mail server refuses the address of person %s", to.pk)
    return True


def _digest(rows: list[ObligationRow], *, to: "User", origin: str) -> bool:
    mine = [each for each in rows if concerns(to, each.obligation)]
    if not mine:
        return False
    try:
        send_digest(mine, to=to, origin=origin)
    except SMTPRecipientsRefused:
        logger.warning("the mail server refuses the address of person %s", to.pk)
        return False
    return True


def _step(row: ObligationRow) -> int | None:
    left = row.plan.working_days_left
    return None if left is None else reminder_step(left)


def _is_in_digest(row: ObligationRow) -> bool:
    left = row.plan.working_days_left
    is_near = left is not None and left <= DIGEST_WORKING_DAYS
    return is_near or row.plan.standing == ObligationStanding.LATE
