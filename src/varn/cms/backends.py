"""Opens Wagtail's door for those whose role lets them edit."""

from typing import TYPE_CHECKING

from django.contrib.auth.backends import BaseBackend
from django.db.models import Model

from varn.cms.choices import CmsPermission

if TYPE_CHECKING:
    from varn.accounts.models import User

DOOR = "wagtailadmin.access_admin"


class EditorBackend(BaseBackend):
    """Grants entry to the back office to holders of `cms.edit`; signs nobody in."""

    def has_perm(self, user_obj: "User", perm: str, obj: Model | None = None) -> bool:  # type: ignore[override]
        """Translate Wagtail's door into our permission."""
        return perm == DOOR and user_obj.is_active and user_obj.has_perm(CmsPermission.EDIT)
