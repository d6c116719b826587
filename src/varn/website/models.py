"""The pages of the public site."""

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PagePermissionTester

from varn.cms.blocks import SectionBlock
from varn.cms.fields import BodyField
from varn.cms.models import BASE_PAGE_FIELDS, BasePage
from varn.kernel.privacy import classify
from varn.website.choices import CHANNELS, POLICE_ADDRESS, Audience

if TYPE_CHECKING:
    from varn.accounts.models import User


class StartPagePermissions(PagePermissionTester):  # type: ignore[misc]
    """What may be done with a start page: it can be written, never taken away or moved."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_move(self) -> bool:
        return False


class StartPage(BasePage):
    """The first page of the public site, one for each language."""

    privacy = classify(public=[*BASE_PAGE_FIELDS, "body"])

    body = BodyField([("section", SectionBlock())], blank=True, verbose_name=_("content"))

    template = "website/start_page.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types: list[str] = []
    max_count = 2  # one for each language
    content_panels = [FieldPanel("title"), FieldPanel("summary"), FieldPanel("body")]
    promote_panels: list[FieldPanel] = []

    class Meta(BasePage.Meta):
        verbose_name = _("start page")

    def permissions_for_user(self, user: "User") -> StartPagePermissions:
        """Without a start page the whole site would be gone, so nobody can take it away."""
        return StartPagePermissions(user, self)

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict[str, object]:
        """Add where to turn, which is no editor's to change, and the other languages."""
        context: dict[str, object] = super().get_context(request, *args, **kwargs)
        return context | {
            "police_address": POLICE_ADDRESS,
            "everyone_channels": [c for c in CHANNELS if c.audience is Audience.EVERYONE],
            "professional_channels": [c for c in CHANNELS if c.audience is Audience.PROFESSIONALS],
            "read_on": min(channel.read_on for channel in CHANNELS),
            "alternates": [
                (page.locale.language_code, request.build_absolute_uri(page.get_url(request)))
                for page in self.get_translations(inclusive=True).live().order_by("pk")
            ],
        }
