"""The coordinator's first page."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varn.desk.actions import mark_seen as mark
from varn.desk.choices import Step
from varn.desk.queries import today as queries
from varn.desk.queries.changes import changes
from varn.desk.rules.places import tone
from varn.desk.rules.steps import Suggestion
from varn.dialogue.choices import DialoguePermission
from varn.finance.choices import FinancePermission
from varn.kernel.access import StaffRequest, signed_in
from varn.kernel.clock import business_today
from varn.mandate.choices import MandatePermission
from varn.mandate.queries.mandates import mandates_by_next_day

if TYPE_CHECKING:
    from varn.desk.queries.counties import CountyRow
    from varn.mandate.models import Mandate

LEADS_TO = {
    Step.READ_DECISION: "mandate:decision_upload",
    Step.CHECK_DECISION: "mandate:decision_reading",
    Step.SEE_OBLIGATION: "mandate:obligation_detail",
    Step.SEE_MONEY: "finance:money",
    Step.ADD_ACTIVITY: "mandate:activity_add",
    Step.HAND_IN_MINUTES: "dialogue:meeting_record",
    Step.INVITE: "dialogue:turnout_list",
    Step.RECORD_RESULT: "mandate:result_record",
    Step.ADD_EVIDENCE: "mandate:result_edit",
    Step.JUDGE: "mandate:requirement_judge",
    Step.SEE_MANDATE: "mandate:mandate_detail",
}
NEEDS = {
    Step.READ_DECISION: MandatePermission.START,
    Step.CHECK_DECISION: MandatePermission.START,
    Step.SEE_MONEY: FinancePermission.VIEW,
    Step.ADD_ACTIVITY: MandatePermission.CHANGE,
    Step.HAND_IN_MINUTES: DialoguePermission.CHANGE,
    Step.INVITE: DialoguePermission.VIEW,
    Step.RECORD_RESULT: MandatePermission.CHANGE,
    Step.ADD_EVIDENCE: MandatePermission.CHANGE,
    Step.JUDGE: MandatePermission.LEAD,
}


@signed_in()
def today(request: StaffRequest) -> HttpResponse:
    """Show the day of the chosen mandate, else of the one due next; others see where to turn."""
    if not request.user.has_perm(MandatePermission.VIEW):
        return render(request, "desk/nothing_here.html")
    all_mandates = list(mandates_by_next_day(on=business_today()))
    chosen = _chosen(all_mandates, request.GET.get("mandate", ""))
    if chosen is None:
        suggestion = queries.suggestion_without_mandate()
        return render(request, "desk/no_mandate.html", _suggested(request, suggestion))
    day = queries.today(chosen, on=business_today(), may=request.user.has_perm)
    context = {
        "day": day,
        "mandate": day.mandate,
        "mandates": all_mandates,
        "today": business_today(),
        "tones": {each.code: tone(each.results) for each in day.reach.counties},
        "titles": {each.code: _title(each) for each in day.reach.counties},
        "changes": changes(request.user, today=business_today()),
        "now": timezone.now().isoformat(),
        **_suggested(request, queries.suggestion(day, on=business_today())),
    }
    return render(request, "desk/today.html", context)


@signed_in(writes=True)
def mark_seen(request: StaffRequest) -> HttpResponse:
    """Note that what the page showed is seen; what came after it was drawn stays new."""
    if request.method == "POST":
        now = timezone.now()
        shown = _moment(request.POST.get("until", "")) or now
        mark(until=shown, by=request.user, at=now)
        messages.success(request, _("Noted. From now on you see what is new from here."))
    return redirect("desk:today")


def _moment(text: str) -> datetime | None:
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment and timezone.is_aware(moment) else None


def _chosen(all_mandates: Sequence["Mandate"], wanted: str) -> "Mandate | None":
    named = [each for each in all_mandates if str(each.pk) == wanted]
    return next(iter(named or all_mandates), None)


def _suggested(request: StaffRequest, suggestion: Suggestion) -> dict[str, object]:
    """The step with where it leads, for those who may take it."""
    needed = NEEDS.get(suggestion.step, MandatePermission.VIEW)
    subject = [] if suggestion.subject is None else [suggestion.subject]
    return {
        "step": suggestion.step,
        "step_url": reverse(LEADS_TO[suggestion.step], args=subject),
        "may_take_step": request.user.has_perm(needed),
    }


def _title(county: "CountyRow") -> str:
    results = ngettext("%(n)d result", "%(n)d results", county.results) % {"n": county.results}
    return f"{county.name}: {results}"
