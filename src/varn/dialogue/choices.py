"""Closed lists used by meetings."""

from django.utils.translation import gettext_lazy as _

from varn.kernel.permissions import Permission


class DialoguePermission(Permission):
    VIEW = "dialogue.view", _("See meetings with agenda, decisions and minutes")
    CHANGE = "dialogue.change", _("Plan and record meetings")
