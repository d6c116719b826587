"""Files with earlier activities and results, kept with what each row would do."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from varn.kernel.constraints import both_or_neither
from varn.kernel.privacy import classify
from varn.mandate.models.base import SHA256_FORM, not_empty
from varn.mandate.models.mandates import Mandate


class WorkImport(models.Model):
    """One file read row by row: first a preview, then brought in as a whole or not at all."""

    privacy = classify(
        internal=["mandate", "file_name", "file_hash", "columns", "read_at", "applied_at"],
        work=["rows", "read_by", "applied_by"],
    )
    wagtail_reference_index_ignore = True

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="work_imports")
    file_name = models.CharField(max_length=255)
    file_hash = models.CharField(max_length=64, help_text="SHA-256 of the file.")
    columns = models.JSONField(help_text="Which column stands where, so that cells can be named.")
    rows = models.JSONField(help_text="Each row with its number, values, outcome and problems.")
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
            both_or_neither("applied_at", "applied_by"),
            not_empty("file_name"),
            models.CheckConstraint(
                condition=Q(file_hash__regex=SHA256_FORM), name="mandate_workimport_hash_form"
            ),
            models.UniqueConstraint(
                fields=["mandate", "file_hash"],
                condition=Q(applied_at__isnull=True),
                name="mandate_workimport_one_preview",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name
