"""What an editor may do."""

from django.utils.translation import gettext_lazy as _

from varn.kernel.permissions import Permission


class CmsPermission(Permission):
    EDIT = "cms.edit", _("Write and publish the pages of the public site")
