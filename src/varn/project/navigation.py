"""The desk's navigation: it follows the decision, and shows only what a person may open."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from varn.accounts.choices import AccountsPermission
from varn.audit.choices import AuditPermission
from varn.cms.choices import CmsPermission
from varn.directory.choices import DirectoryPermission
from varn.final_report.choices import FinalReportPermission
from varn.kernel.permissions import Permission
from varn.mandate.choices import MandatePermission


@dataclass(frozen=True)
class Entry:
    """One place in the navigation."""

    label: Promise
    view: str
    permission: Permission


ENTRIES = (
    Entry(_("Today"), "desk:today", MandatePermission.VIEW),
    Entry(_("Mandate"), "mandate:mandate_list", MandatePermission.VIEW),
    Entry(_("Report"), "final_report:final_report_list", FinalReportPermission.VIEW),
    Entry(_("Directory"), "directory:organisation_list", DirectoryPermission.VIEW),
    Entry(_("People"), "accounts:person_list", AccountsPermission.MANAGE),
    Entry(_("Audit trail"), "audit:entry_list", AuditPermission.VIEW),
    Entry(_("Public pages"), "wagtailadmin_home", CmsPermission.EDIT),
)


INSIDE = {"finance": "mandate", "dialogue": "mandate"}  # tabs of a mandate


def desk_navigation(request: HttpRequest) -> list[dict[str, object]]:
    """What the signed-in person can go to; empty for a stranger."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    return [
        {"url": reverse(entry.view), "label": entry.label, "current": _is_here(entry, request)}
        for entry in ENTRIES
        if user.has_perm(entry.permission)
    ]


def _is_here(entry: Entry, request: HttpRequest) -> bool:
    match = request.resolver_match
    if match is None:
        return False
    return INSIDE.get(match.namespace, match.namespace) == entry.view.partition(":")[0]
