"""What every page of the public site has."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from varn.kernel.constraints import ends_after_start

BASE_PAGE_FIELDS = ("page_ptr", "summary", "reviewed_on", "review_due_on")


class BasePage(Page):  # type: ignore[misc]
    """A page with a summary, and the day when somebody with the right knowledge read it."""

    summary = models.CharField(
        _("summary"),
        max_length=300,
        help_text=_("One or two sentences. Shown first on the page and by search engines."),
    )
    reviewed_on = models.DateField(
        _("reviewed on"),
        null=True,
        blank=True,
        help_text=_("The day when somebody with the right knowledge last read the whole page."),
    )
    review_due_on = models.DateField(_("next review"), null=True, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [FieldPanel("slug")]
    settings_panels = [FieldPanel("reviewed_on"), FieldPanel("review_due_on")]

    class Meta:
        abstract = True
        constraints = [ends_after_start("reviewed_on", "review_due_on")]
