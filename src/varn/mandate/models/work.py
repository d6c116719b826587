"""The work under a mandate: activities, what came of them, and the evidence."""

from django.conf import settings
from django.db import models

from varn.kernel.constraints import ends_after_start, one_of
from varn.kernel.privacy import classify
from varn.mandate.choices import ActivityState
from varn.mandate.models.base import not_empty, stored_file
from varn.mandate.models.mandates import Requirement


class Activity(models.Model):
    """Something done to meet a requirement, for a target group and a duty-bearing authority."""

    privacy = classify(
        public=["requirement", "title", "description", "target_group", "duty_bearer", "starts_on",
                "ends_on", "responsible", "state"],
        internal=["submission", "version", "created_at"],
        work=["created_by"],
    )  # fmt: skip
    wagtail_reference_index_ignore = True

    requirement = models.ForeignKey(
        Requirement, on_delete=models.PROTECT, related_name="activities"
    )
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    target_group = models.CharField(max_length=200, help_text="Of the government's action plan.")
    duty_bearer = models.ForeignKey(
        "directory.Organisation",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The authority with the public responsibility that this serves.",
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    responsible = models.CharField(max_length=120, help_text="A role, never a person's name.")
    state = models.CharField(
        max_length=20, choices=ActivityState.choices, default=ActivityState.PLANNED
    )
    submission = models.UUIDField(unique=True)
    version = models.PositiveIntegerField(default=1, help_text="Grows by one with each change.")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("state", ActivityState),
            ends_after_start("starts_on", "ends_on"),
            not_empty("title", "target_group", "responsible"),
        ]

    def __str__(self) -> str:
        return self.title


class Result(models.Model):
    """Something that came of an activity, on a day and in a place.

    The database also refuses a day before the decision (a trigger in migration 0002).
    """

    privacy = classify(
        public=["activity", "title", "description", "place", "occurred_on"],
        internal=["submission", "version", "recorded_at"],
        work=["recorded_by"],
    )
    wagtail_reference_index_ignore = True

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="results")
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    place = models.ForeignKey("directory.Place", on_delete=models.PROTECT, related_name="+")
    occurred_on = models.DateField()
    submission = models.UUIDField(unique=True)
    version = models.PositiveIntegerField(default=1, help_text="Grows by one with each change.")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [not_empty("title")]
        indexes = [models.Index(fields=["-occurred_on", "-id"], name="mandate_result_latest")]

    def __str__(self) -> str:
        return self.title


class Evidence(models.Model):
    """A document that shows a result: minutes, a list of participants without names, a plan."""

    privacy = classify(
        public=["result", "file_name", "media_type", "size", "sha256", "description"],
        internal=["added_at"],
        work=["added_by"],
    )
    wagtail_reference_index_ignore = True

    result = models.ForeignKey(Result, on_delete=models.PROTECT, related_name="evidence")
    file_name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, help_text="Where the file is kept.")
    description = models.CharField(max_length=300, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            *stored_file(),
            models.UniqueConstraint(fields=["result", "sha256"], name="mandate_evidence_once"),
        ]

    def __str__(self) -> str:
        return self.file_name
