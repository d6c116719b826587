"""Who may work with pages: those whose role holds our permission, everywhere in the tree.

Wagtail asks its own groups. Groups would be a second place where rights are given, outside
roles, memberships and the audit trail, so they are never asked here.
"""

from typing import TYPE_CHECKING

from django.contrib.auth.models import Permission
from wagtail.models import GroupPagePermission, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from varn.cms.choices import CmsPermission

if TYPE_CHECKING:
    from varn.accounts.models import User

VERBS = ("add", "change", "publish", "lock", "unlock")  # no bulk deletion


class EditorPagePolicy(PagePermissionPolicy):  # type: ignore[misc]
    """Gives holders of `cms.edit` every page, and nobody else any."""

    def get_all_permissions_for_user(self, user: "User") -> list[GroupPagePermission]:
        """Answer in Wagtail's own terms: a permission on the root reaches every page below."""
        root = Page.get_first_root_node()
        if root is None or not user.is_active or not user.has_perm(CmsPermission.EDIT):
            return []
        return [
            GroupPagePermission(page=root, permission=Permission(codename=f"{verb}_page"))
            for verb in VERBS
        ]
