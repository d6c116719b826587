"""The meetings of a mandate, and one meeting."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from varn.dialogue.choices import DialoguePermission
from varn.dialogue.models import Meeting
from varn.dialogue.queries import meetings as queries
from varn.dialogue.queries.named import NamedBody, named_bodies
from varn.dialogue.queries.turnout import Turnout, turnout
from varn.dialogue.views.answers import ROWS_A_PAGE, or_404
from varn.directory.choices import OrganisationKind
from varn.kernel.access import StaffRequest, requires
from varn.kernel.clock import business_today
from varn.mandate.queries.mandates import mandates


@dataclass(frozen=True, kw_only=True)
class Gaps:
    """What the dialogue lacks: leaders, municipalities, civil society, named bodies, minutes."""

    turnout: Turnout
    named: list[NamedBody]
    has_met_leaders: bool
    without_minutes: list[Meeting]
    overdue: list[Meeting]

    @property
    def not_met(self) -> list[NamedBody]:
        return [body for body in self.named if not body.is_met]

    @property
    def no_municipality(self) -> bool:
        return not self._has_come(OrganisationKind.MUNICIPALITY)

    @property
    def no_civil_society(self) -> bool:
        return not self._has_come(OrganisationKind.CIVIL_SOCIETY)

    def _has_come(self, kind: OrganisationKind) -> bool:
        return any(row.organisation.kind == kind for row in self.turnout.have_come)


@requires(DialoguePermission.VIEW)
def meeting_list(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate, today = get_object_or_404(mandates(), pk=mandate_id), business_today()
    planned = list(queries.planned_meetings(mandate))
    past = Paginator(queries.past_meetings(mandate), ROWS_A_PAGE)
    decisions = list(queries.open_decisions(mandate)[: ROWS_A_PAGE + 1])
    context = {
        "mandate": mandate,
        "planned": planned,
        "held_count": queries.held_meetings(mandate).count(),
        "past": past.get_page(request.GET.get("page")),
        "decisions": decisions[:ROWS_A_PAGE],
        "has_more_decisions": len(decisions) > ROWS_A_PAGE,
        "gaps": Gaps(
            turnout=turnout(mandate, on=today),
            named=named_bodies(mandate, on=today),
            has_met_leaders=queries.has_met_leaders(mandate),
            without_minutes=list(queries.meetings_without_minutes(mandate)[:ROWS_A_PAGE]),
            overdue=[each for each in planned if each.held_on < today],
        ),
        "today": today,
        "may_change": request.user.has_perm(DialoguePermission.CHANGE),
    }
    return render(request, "dialogue/meeting_list.html", context)


@requires(DialoguePermission.VIEW)
def meeting_detail(request: StaffRequest, meeting_id: int) -> HttpResponse:
    page = or_404(queries.meeting_page, meeting_id)
    context = {
        "page": page,
        "meeting": page.meeting,
        "mandate": page.meeting.mandate,
        "today": business_today(),
        "may_change": request.user.has_perm(DialoguePermission.CHANGE),
    }
    return render(request, "dialogue/meeting_detail.html", context)
