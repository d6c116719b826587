"""Reminders and digests as mail, in the reader's language, each naming its registry number."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varn.mandate.choices import ObligationStanding
from varn.mandate.queries.obligations import ObligationRow

if TYPE_CHECKING:
    from varn.accounts.models import User

NUMBERS_IN_SUBJECT = 3


def send_reminder(row: ObligationRow, *, to: "User", origin: str) -> None:
    """Remind a person of one obligation."""
    with translation.override(to.language):
        left = row.plan.working_days_left or 0
        words = ngettext("%(n)d working day left", "%(n)d working days left", left) % {"n": left}
        subject = (
            f"{row.obligation.mandate.registry_number}: "
            f"{row.obligation.get_kind_display()}, {words}"
        )
        context = {"row": row, "left": words, **_links(origin), "link": _link(row, origin)}
        _mail(subject, "mandate/mail/reminder.txt", context, to)


def send_digest(rows: Sequence[ObligationRow], *, to: "User", origin: str) -> None:
    """Say what is late and what comes near."""
    with translation.override(to.language):
        late = [each for each in rows if each.plan.standing == ObligationStanding.LATE]
        coming = [each for each in rows if each.plan.standing != ObligationStanding.LATE]
        subject = _("%(numbers)s: due and late this week") % {"numbers": _numbers(rows)}
        context = {
            "late": [(each, _link(each, origin)) for each in late],
            "coming": [(each, _link(each, origin)) for each in coming],
            **_links(origin),
        }
        _mail(subject, "mandate/mail/digest.txt", context, to)


def _mail(subject: str, template: str, context: dict[str, object], to: "User") -> None:
    text = render_to_string(template, context)
    on_one_line = " ".join(subject.split())  # a line break would end the header
    EmailMultiAlternatives(subject=on_one_line, body=text, to=[to.email]).send()


def _numbers(rows: Sequence[ObligationRow]) -> str:
    found = list(dict.fromkeys(each.obligation.mandate.registry_number for each in rows))
    more = " …" if len(found) > NUMBERS_IN_SUBJECT else ""
    return ", ".join(found[:NUMBERS_IN_SUBJECT]) + more


def _link(row: ObligationRow, origin: str) -> str:
    page = reverse("mandate:obligation_detail", args=[row.obligation.pk])
    return origin.rstrip("/") + page


def _links(origin: str) -> dict[str, object]:
    return {"choices": origin.rstrip("/") + reverse("mandate:calendar")}
