"""The app's place in Django, where the rule of who edits pages is registered."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "varn.cms"

    def ready(self) -> None:
        """Let our own permission, not Wagtail's groups, say who edits pages."""
        from wagtail.models import Page
        from wagtail.permissions import register_permission_policy

        from varn.cms.page_policy import EditorPagePolicy

        register_permission_policy(Page, EditorPagePolicy(Page))
