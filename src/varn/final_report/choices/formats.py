"""The forms and languages that the report comes in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReportFormat(models.TextChoices):
    """A kind of file."""

    PDF = "pdf", _("PDF, for print and archive")
    DOCX = "docx", _("DOCX, to finish in a template of your own")
    HTML = "html", _("HTML, with links to the evidence")
    JSON = "json", _("JSON, for other systems")

    @property
    def media_type(self) -> str:
        """What the file is called on the web."""
        return {
            "pdf": "application/pdf",
            "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "html": "text/html; charset=utf-8",
            "json": "application/json",
        }[self.value]


class Language(models.TextChoices):
    """A language that the report can be written in; quotations stay as they were written."""

    SWEDISH = "sv", _("Swedish")
    ENGLISH = "en", _("English")
