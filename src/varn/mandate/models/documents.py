"""What leaves the agency under a mandate: frozen when it is ready to sign."""

from django.conf import settings
from django.db import models

from varn.kernel.constraints import one_of
from varn.kernel.privacy import classify
from varn.mandate.choices import DocumentKind
from varn.mandate.models.base import SHA256_FORM, not_empty, numbered, stored_file
from varn.mandate.models.mandates import Mandate


class OutgoingDocument(models.Model):
    """A letter, account or report as it was sent. The database lets nobody change it (a trigger).

    A mended document is a new one with the next number.
    """

    privacy = classify(
        public=["mandate", "number", "kind", "title", "registry_number", "own_registry_number",
                "addressee", "dated_on", "content", "content_hash"],
        internal=["frozen_at"],
        work=["signed_by", "frozen_by"],
    )  # fmt: skip
    wagtail_reference_index_ignore = True

    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="documents")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=30, choices=DocumentKind.choices)
    title = models.CharField(max_length=300)
    registry_number = models.CharField(max_length=60, help_text="The government's, always cited.")
    own_registry_number = models.CharField(max_length=60, blank=True)
    addressee = models.CharField(max_length=300)
    dated_on = models.DateField()
    signed_by = models.CharField(
        max_length=200, blank=True, help_text="Name and title of the authorised officer."
    )
    content = models.JSONField(help_text="The figures as sent; empty for an uploaded file.")
    content_hash = models.CharField(max_length=64, help_text="SHA-256 of the content or file.")
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    frozen_at = models.DateTimeField()

    class Meta:
        constraints = [
            *numbered("mandate"),
            one_of("kind", DocumentKind),
            not_empty("title", "registry_number", "addressee"),
            models.CheckConstraint(
                condition=models.Q(content_hash__regex=SHA256_FORM),
                name="mandate_outgoingdocument_hash_form",
            ),
            models.UniqueConstraint(
                fields=["id", "mandate"], name="mandate_outgoingdocument_of_mandate"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"


class OutgoingFile(models.Model):
    """One form of an outgoing document, such as its PDF; never changed either."""

    privacy = classify(
        public=["document", "language", "file_name", "media_type", "size", "sha256"],
    )
    wagtail_reference_index_ignore = True

    document = models.ForeignKey(OutgoingDocument, on_delete=models.PROTECT, related_name="files")
    language = models.CharField(max_length=8, default="sv")
    file_name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, help_text="Where the file is kept.")

    class Meta:
        constraints = [
            *stored_file(),
            models.UniqueConstraint(
                fields=["document", "file_name"], name="mandate_outgoingfile_name"
            ),
        ]

    def __str__(self) -> str:
        return self.file_name
