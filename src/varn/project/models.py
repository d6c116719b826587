"""What the installation itself remembers."""

from django.db import models

from varn.kernel.privacy import classify


class ScheduledRun(models.Model):
    """A line of the schedule, and the latest of its times that was seen to."""

    privacy = classify(internal=["name", "slot"])
    wagtail_reference_index_ignore = True

    name = models.CharField(max_length=200, unique=True)
    slot = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.name} {self.slot}"
