"""What the desk remembers of each person."""

from django.conf import settings
from django.db import models

from varn.kernel.privacy import classify


class Visit(models.Model):
    """When somebody last said that they have seen what is new."""

    privacy = classify(internal=["seen_at"], work=["user"])
    wagtail_reference_index_ignore = True

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.user_id} {self.seen_at:%Y-%m-%d %H:%M}"
