"""Following up what meetings decided."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.dialogue import actions
from varn.dialogue.choices import DialoguePermission
from varn.dialogue.forms.following import DoneForm
from varn.dialogue.queries import meetings as queries
from varn.dialogue.views.answers import or_404, status_of
from varn.kernel.access import StaffRequest, requires
from varn.kernel.clock import business_today


@requires(DialoguePermission.CHANGE, writes=True)
def decision_complete(request: StaffRequest, decision_id: int) -> HttpResponse:
    decision, today = or_404(queries.decision, decision_id), business_today()
    data = request.POST if request.method == "POST" else None
    form = DoneForm(data, today=today, initial={"done_on": today})
    if form.is_valid():
        done_on = form.cleaned_data["done_on"]
        try:
            actions.complete_decision(
                decision_id=decision_id, done_on=done_on, by=request.user, at=timezone.now()
            )
        except actions.DecisionDoneError:
            messages.info(request, _("The decision was marked as done already."))
        else:
            messages.success(request, _("The decision is marked as done."))
        return redirect("dialogue:meeting_detail", decision.meeting_id)
    context = {"form": form, "decision": decision, "mandate": decision.meeting.mandate}
    return render(request, "dialogue/decision_complete.html", context, status=status_of(form))


@requires(DialoguePermission.CHANGE, writes=True)
def decision_reopen(request: StaffRequest, decision_id: int) -> HttpResponse:
    decision = or_404(queries.decision, decision_id)
    if request.method == "POST":
        try:
            actions.reopen_decision(decision_id=decision_id, by=request.user, at=timezone.now())
        except actions.DecisionOpenError:
            messages.info(request, _("The decision is open already."))
        else:
            messages.success(request, _("The decision is open again."))
    return redirect("dialogue:meeting_detail", decision.meeting_id)
