"""The parts of the report that people write, and what they can place in them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ReportPart(models.TextChoices):
    """A part with written text, in the order of the report; the fourth is one per assignment."""

    COVER_LETTER = "cover_letter", _("Cover letter")
    SUMMARY = "summary", _("Summary")
    MANDATE_UNDERSTOOD = "mandate_understood", _("How the mandate was understood")
    ASSIGNMENT = "assignment", _("Assignment")
    CHILD_RIGHTS = "child_rights", _("The rights of the child")
    DIALOGUE = "dialogue", _("Dialogue")
    ECONOMY = "economy", _("Economy")
    CONCLUSIONS = "conclusions", _("Conclusions")
    PROPOSALS = "proposals", _("Proposals")


class PlacedKind(models.TextChoices):
    """What stands on a line of its own in a text, as in {{table:grants}}."""

    FIGURE = "figure", _("Figure")
    TABLE = "table", _("Table")
    MAP = "map", pgettext_lazy("report", "Map")


class TextProblem(models.TextChoices):
    """What is wrong with a line of written text, and what to do about it."""

    HEADING = "heading", _("Line %(line)s: the report has its own headings. Take away the #.")
    NOT_ALONE = (
        "not_alone",
        _("Line %(line)s: %(name)s must stand on a line of its own, with empty lines around it."),
    )
    TWICE = (
        "twice",
        _("Line %(line)s: %(name)s stands in this text already. Take one of them away."),
    )
    UNKNOWN_KIND = (
        "unknown_kind",
        _("Line %(line)s: there is no %(name)s. What can be placed is: %(known)s."),
    )
    UNKNOWN_NAME = (
        "unknown_name",
        _("Line %(line)s: there is no %(name)s. There are: %(known)s."),
    )
    UNCLOSED = "unclosed", _("Line %(line)s: {{ and }} must come in pairs, on the same line.")
