"""The trail, for those who may see who did what."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from varn.audit import queries
from varn.audit.choices import AuditEvent, AuditPermission
from varn.audit.forms import EntryFilterForm
from varn.audit.models import Entry
from varn.audit.rules.showing import shown
from varn.kernel.access import StaffRequest, requires
from varn.kernel.events import known_events


@dataclass(frozen=True, kw_only=True)
class ShownEntry:
    """An entry in the words of the page."""

    entry: Entry
    event: str
    details: dict[str, object]


@requires(AuditPermission.VIEW, audited=AuditEvent.TRAIL_READ)
def entry_list(request: StaffRequest) -> HttpResponse:
    """Show the trail, latest first; reading it is itself an entry in it."""
    form = EntryFilterForm(request.GET)
    page = queries.EntryPage()
    if form.is_valid():
        page = queries.entry_page(form.wanted(), before=form.cleaned_data["before"])
    context = {
        "form": form,
        "page": page,
        "entries": _shown(page.entries),
        "is_narrowed": any(request.GET.get(name) for name in ("event", "person", "day", "subject")),
        "chain": queries.chain_state(),
    }
    return render(request, "audit/entry_list.html", context)


def _shown(entries: tuple[Entry, ...]) -> list[ShownEntry]:
    words = known_events()
    return [
        ShownEntry(
            entry=entry, event=words.get(entry.event, entry.event), details=shown(entry.details)
        )
        for entry in entries
    ]
