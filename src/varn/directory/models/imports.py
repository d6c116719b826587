"""Files that were read to fill the directory, kept with what each row would do."""

from django.conf import settings
from django.db import models

from varn.directory.choices import ImportState
from varn.kernel.constraints import both_or_neither, one_of
from varn.kernel.privacy import classify


class ImportBatch(models.Model):
    """One file read row by row: first a preview, then brought in as a whole or not at all."""

    privacy = classify(
        internal=["file_name", "file_hash", "state", "read_at", "applied_at"],
        work=["rows", "read_by", "applied_by"],
    )
    wagtail_reference_index_ignore = True

    file_name = models.CharField(max_length=255)
    file_hash = models.CharField(max_length=64, help_text="SHA-256 of the file.")
    rows = models.JSONField(help_text="Each row with its number, values and outcome.")
    state = models.CharField(
        max_length=20, choices=ImportState.choices, default=ImportState.PREVIEWED
    )
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    read_at = models.DateTimeField()
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("state", ImportState),
            both_or_neither("applied_at", "applied_by"),
            models.CheckConstraint(
                condition=models.Q(state=ImportState.APPLIED, applied_at__isnull=False)
                | models.Q(state=ImportState.PREVIEWED, applied_at__isnull=True),
                name="directory_importbatch_applied_once",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name
