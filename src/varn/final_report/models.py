"""What people write in a final report: its cover, its texts, and who is writing just now."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from varn.kernel.privacy import classify

PART_FORM = r"^[a-z_]+(:[1-9][0-9]*)?$"  # such as summary or assignment:2


class ReportCover(models.Model):
    """What the letter in front of the report says: own number, who decided, who presented."""

    privacy = classify(
        public=["mandate", "own_registry_number", "decided_by", "decided_on", "presented_by",
                "present"],
        internal=["version", "changed_at"],
        work=["changed_by"],
    )  # fmt: skip
    wagtail_reference_index_ignore = True

    mandate = models.OneToOneField("mandate.Mandate", on_delete=models.PROTECT, related_name="+")
    own_registry_number = models.CharField(max_length=60, blank=True)
    decided_by = models.CharField(max_length=200, blank=True, help_text="Name and title.")
    decided_on = models.DateField(null=True, blank=True)
    presented_by = models.CharField(max_length=200, blank=True, help_text="Name and title.")
    present = ArrayField(
        models.CharField(max_length=200), default=list, blank=True, help_text="Names and titles."
    )
    version = models.PositiveIntegerField(default=1, help_text="Grows by one with each change.")
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.own_registry_number


class PartText(models.Model):
    """A part of the report as somebody saved it; the highest number is what stands.

    Each save is a new row and the database lets nobody change one (a trigger), so everything
    that was ever written can be taken back.
    """

    privacy = classify(
        public=["mandate", "part", "number", "text"],
        internal=["written_at"],
        work=["written_by"],
    )
    wagtail_reference_index_ignore = True

    mandate = models.ForeignKey("mandate.Mandate", on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="final_report_parttext_number_from_one"
            ),
            models.CheckConstraint(
                condition=models.Q(part__regex=PART_FORM), name="final_report_parttext_part_form"
            ),
            models.UniqueConstraint(
                fields=["mandate", "part", "number"], name="final_report_parttext_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.number}"


class PartClaim(models.Model):
    """Somebody has a part open to write in it; it locks nothing and lapses by itself."""

    privacy = classify(
        public=["mandate", "part"],
        internal=["opened_at", "seen_at"],
        work=["person"],
    )
    wagtail_reference_index_ignore = True

    mandate = models.ForeignKey("mandate.Mandate", on_delete=models.CASCADE, related_name="+")
    part = models.CharField(max_length=60)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField(help_text="Last saved, previewed or opened.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mandate", "part", "person"], name="final_report_partclaim_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.opened_at}"
