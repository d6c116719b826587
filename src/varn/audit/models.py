"""The audit trail and the chain that makes a change in it visible.

PostgreSQL itself refuses UPDATE, DELETE and TRUNCATE on entries and links (migration 0003).
"""

from django.db import models

from varn.kernel.privacy import classify


class Entry(models.Model):
    """One thing that happened. Never changed, never deleted with its subject."""

    privacy = classify(internal=["event", "subject", "at", "details"], work=["by"])
    wagtail_reference_index_ignore = True

    event = models.CharField(max_length=80)
    subject = models.CharField(max_length=120)
    by = models.CharField(max_length=254, blank=True)
    at = models.DateTimeField()
    details = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["event", "id"], name="audit_entry_by_event"),
            models.Index(fields=["by", "id"], name="audit_entry_by_person"),
            models.Index(fields=["subject", "id"], name="audit_entry_by_subject"),
            models.Index(fields=["at"], name="audit_entry_by_moment"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.event} {self.subject}"


class ChainLink(models.Model):
    """An entry's place in the chain, in the order of linking, with a hash over all before it."""

    privacy = classify(
        internal=["position", "entry", "format", "previous_hash", "hash", "linked_at"]
    )
    wagtail_reference_index_ignore = True

    position = models.BigIntegerField(primary_key=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="link")
    format = models.PositiveSmallIntegerField()
    previous_hash = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64)
    linked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(position__gt=0), name="audit_chainlink_starts_at_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.hash[:12]}"


class Unlinked(models.Model):
    """An entry that waits for its link. PostgreSQL writes it with the entry; linking removes it.

    Only a shortcut, so that linking needn't search the whole trail: verification doesn't trust it.
    """

    privacy = classify(internal=["entry"])
    wagtail_reference_index_ignore = True

    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, primary_key=True, related_name="+"
    )

    def __str__(self) -> str:
        return str(self.entry_id)
