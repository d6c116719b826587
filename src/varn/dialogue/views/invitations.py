"""Calling a meeting off, and answers to invitations."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.dialogue import actions
from varn.dialogue.choices import Attendance, DialoguePermission
from varn.dialogue.forms.meetings import CancelForm
from varn.dialogue.queries import meetings as queries
from varn.dialogue.views.answers import or_404, status_of
from varn.kernel.access import StaffRequest, requires


@requires(DialoguePermission.CHANGE, writes=True)
def meeting_cancel(request: StaffRequest, meeting_id: int) -> HttpResponse:
    meeting = or_404(queries.meeting_page, meeting_id).meeting
    if not meeting.is_planned:
        messages.warning(request, _("Only a planned meeting can be called off."))
        return redirect("dialogue:meeting_detail", meeting_id)
    data = request.POST if request.method == "POST" else None
    form = CancelForm(data, initial={"version": meeting.version})
    if form.is_valid():
        try:
            actions.cancel_meeting(
                meeting_id=meeting_id,
                because=form.cleaned_data["because"],
                version=form.cleaned_data["version"] or 0,
                by=request.user,
                at=timezone.now(),
            )
        except actions.StaleMeetingError:
            form.add_error(None, _("Somebody else changed the meeting. Look at it first."))
        except (actions.NotPlannedError, actions.CancelledError):
            form.add_error(None, _("Only a planned meeting can be called off."))
        else:
            messages.success(request, _("The meeting is called off."))
            return redirect("dialogue:meeting_detail", meeting_id)
    context = {"form": form, "meeting": meeting, "mandate": meeting.mandate}
    return render(request, "dialogue/meeting_cancel.html", context, status=status_of(form))


@requires(DialoguePermission.CHANGE, writes=True)
def invitation_answer(request: StaffRequest, participation_id: int, answer: str) -> HttpResponse:
    seat = or_404(queries.participation_at, participation_id)
    if answer not in (Attendance.DECLINED, Attendance.INVITED):
        raise Http404(answer)
    if request.method == "POST":
        try:
            actions.answer_invitation(
                participation_id=participation_id,
                has_declined=answer == Attendance.DECLINED,
                by=request.user,
                at=timezone.now(),
            )
        except actions.NotPlannedError:
            messages.warning(request, _("The meeting is no longer planned. Nothing was changed."))
        else:
            messages.success(request, _("The answer is noted."))
    return redirect("dialogue:meeting_detail", seat.meeting_id)
