"""The audit trail."""

from django.db import models

from varn.kernel.privacy import classify


class Entry(models.Model):
    """One thing that happened. Never changed, never deleted with its subject."""

    privacy = classify(internal=["event", "subject", "at", "details"], work=["by"])

    event = models.CharField(max_length=80)
    subject = models.CharField(max_length=120)
    by = models.CharField(max_length=254, blank=True)
    at = models.DateTimeField()
    details = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.event} {self.subject}"
