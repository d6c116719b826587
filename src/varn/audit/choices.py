"""The trail's permission, its own events, and the ways in which its chain can be broken."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varn.kernel.events import Event
from varn.kernel.permissions import Permission


class AuditPermission(Permission):
    VIEW = "audit.view", _("See who did what, and when")


class AuditEvent(Event):
    TRAIL_READ = "audit.trail.read", _("Read the audit trail")
    HEAD_EXPORTED = "audit.head.exported", _("Exported the head of the chain")
    CHAIN_VERIFIED = "audit.chain.verified", _("Verified the chain: whole")
    CHAIN_BROKEN = "audit.chain.broken", _("Verified the chain: broken")


class Break(models.TextChoices):
    """What can be wrong with the chain; the label is a sentence to be filled in."""

    MISSING = "missing", _("Link %(position)s or its entry has been removed.")
    ORDER = "order", _("Link %(position)s does not continue the link before it.")
    CONTENT = (
        "content",
        _("Link %(position)s does not match its entry: one of them has been changed."),
    )
    UNLINKED = (
        "unlinked",
        _("Entry %(position)s has not been linked. Is the worker running? Try: varn audit link"),
    )
    HEAD_UNREADABLE = "head_unreadable", _("The exported head %(name)s can't be read.")
    HEAD_SIGNATURE = (
        "head_signature",
        _("The exported head %(name)s is not signed by a key that is trusted here."),
    )
    HEAD_BEYOND = (
        "head_beyond",
        _("The exported head %(name)s covers link %(position)s: the end has been removed."),
    )
    HEAD_OFF_CHAIN = (
        "head_off_chain",
        _("The exported head %(name)s has another link %(position)s: the chain is rewritten."),
    )
