"""The desk's navigation: it follows the decision, and shows only what a person may open."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Entry:
    """One place in the navigation."""

    label: Promise
    view: str
    permission: str


ENTRIES = (
    Entry(_("Today"), "desk:today", "mandate.view"),
    Entry(_("Mandate"), "mandate:mandate_list", "mandate.view"),
    Entry(_("Report"), "final_report:final_report_list", "final_report.view"),
    Entry(_("Directory"), "directory:organisation_list", "directory.view"),
    Entry(_("People"), "accounts:person_list", "accounts.manage"),
    Entry(_("Audit trail"), "audit:entry_list", "audit.view"),
    Entry(_("Public pages"), "wagtailadmin_home", "wagtailadmin.access_admin"),
)


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
    return match is not None and match.namespace == entry.view.partition(":")[0]
