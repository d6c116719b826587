"""What the calendar and the mail remember: secret addresses, and what has been reminded of."""

from django.conf import settings
from django.db import models

from varn.kernel.privacy import classify
from varn.mandate.models.base import SHA256_FORM
from varn.mandate.models.mandates import Obligation


class CalendarFeed(models.Model):
    """A secret address under which one person's calendar reads the obligations."""

    privacy = classify(internal=["opened_at", "closed_at"], work=["user"], secret=["token_hash"])
    wagtail_reference_index_ignore = True

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True, help_text="Only its SHA-256 is kept.")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(token_hash__regex=SHA256_FORM),
                name="mandate_calendarfeed_hash_form",
            ),
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(closed_at__isnull=True),
                name="mandate_calendarfeed_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}"


class Reminder(models.Model):
    """A person was reminded of an obligation so many working days ahead; never twice."""

    privacy = classify(internal=["obligation", "working_days", "sent_at"], work=["user"])
    wagtail_reference_index_ignore = True

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="reminders")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    working_days = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "user", "working_days"], name="mandate_reminder_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.obligation_id} -{self.working_days}"


class MailChoice(models.Model):
    """Which mail a person wants about obligations; without a row: reminders and a weekly digest."""

    privacy = classify(internal=["wants_reminders", "wants_digest"], work=["user"])
    wagtail_reference_index_ignore = True

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    wants_reminders = models.BooleanField(default=True)
    wants_digest = models.BooleanField(default=True)

    def __str__(self) -> str:
        return f"{self.user_id}"
