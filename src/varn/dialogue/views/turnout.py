"""Who was asked, came, never came: on the page and as a file."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from varn.dialogue.choices import DialoguePermission, TurnoutList
from varn.dialogue.forms.following import TurnoutForm, narrowed
from varn.dialogue.queries.turnout import OrganisationTurnout, Turnout, turnout
from varn.dialogue.views.answers import ROWS_A_PAGE
from varn.kernel.access import StaffRequest, requires
from varn.kernel.clock import business_today
from varn.kernel.tables import write_csv, write_xlsx
from varn.mandate.queries.mandates import mandates

if TYPE_CHECKING:
    from varn.mandate.models import Mandate

CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@requires(DialoguePermission.VIEW)
def turnout_list(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = get_object_or_404(mandates(), pk=mandate_id)
    found, wanted = _wanted(request, mandate)
    rows = Paginator(_listed(found, wanted), ROWS_A_PAGE)
    context = {
        "mandate": mandate,
        "form": TurnoutForm(request.GET),
        "page": rows.get_page(request.GET.get("page")),
        "wanted": wanted,
        "lists": TurnoutList,
        "counts": [(each, len(_listed(found, each))) for each in TurnoutList],
        "query": request.GET.urlencode(),
        "ask": _asking(request, wanted),
        "may_change": request.user.has_perm(DialoguePermission.CHANGE),
    }
    return render(request, "dialogue/turnout_list.html", context)


@requires(DialoguePermission.VIEW)
def turnout_download(request: StaffRequest, mandate_id: int, form: str) -> HttpResponse:
    if form not in CONTENT_TYPES:
        raise Http404(form)
    mandate = get_object_or_404(mandates(), pk=mandate_id)
    found, wanted = _wanted(request, mandate)
    rows = [_heading(), *_rows(_listed(found, wanted))]
    title = str(wanted.label)
    content = write_csv(rows) if form == "csv" else write_xlsx(rows, title=title)
    name = f"{_('turnout')}-{wanted.value}.{form}"
    return HttpResponse(
        content,
        content_type=CONTENT_TYPES[form],
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )


def _wanted(request: StaffRequest, mandate: "Mandate") -> tuple[Turnout, TurnoutList]:
    found = turnout(mandate, on=business_today(), **narrowed(request.GET))
    show = request.GET.get("show")
    return found, TurnoutList(show) if show in TurnoutList.values else TurnoutList.ALL


def _asking(request: StaffRequest, wanted: TurnoutList) -> str:
    """What the address of a new meeting says so that it asks those who are listed."""
    if wanted not in (TurnoutList.NEVER_CAME, TurnoutList.NEVER_ASKED):
        return ""
    return urlencode({"ask": wanted.value, **narrowed(request.GET)})


def _listed(found: Turnout, wanted: TurnoutList) -> Sequence[OrganisationTurnout]:
    lists = {
        TurnoutList.ALL: found.rows,
        TurnoutList.CAME: found.have_come,
        TurnoutList.NEVER_CAME: found.never_came,
        TurnoutList.NEVER_ASKED: found.never_asked,
    }
    return lists[wanted]


def _heading() -> list[str]:
    return [
        _("Organisation"),
        _("Kind of organisation"),
        _("Place"),
        _("Asked to meetings held"),
        _("Came"),
        _("Asked to meetings ahead"),
        _("Came last"),
        _("Address"),
    ]


def _rows(found: Iterable[OrganisationTurnout]) -> Iterable[list[str]]:
    for row in found:
        yield [
            row.name,
            row.organisation.get_kind_display(),
            row.organisation.place.name if row.organisation.place else "",
            str(row.asked),
            str(row.came),
            str(row.ahead),
            row.last_came_on.isoformat() if row.last_came_on else "",
            row.organisation.email,
        ]
