"""What the mandate does by the clock."""

from django.conf import settings
from django.tasks import task
from django.utils import timezone

from varn.kernel.clock import business_today
from varn.mandate.actions.reminders import send_digests, send_due_reminders

MONDAY = 0


@task()
def remind_of_obligations() -> int:
    """Send the reminders that are due, each once."""
    return send_due_reminders(on=business_today(), origin=_origin(), at=timezone.now())


@task()
def send_weekly_digest() -> int:
    """On Mondays, send what is due and late."""
    if timezone.localdate().weekday() != MONDAY:
        return 0
    return send_digests(on=business_today(), origin=_origin(), at=timezone.now())


def _origin() -> str:
    """Where links lead; on a laptop to the laptop."""
    return settings.ORIGIN or settings.WAGTAILADMIN_BASE_URL
