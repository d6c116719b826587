"""Recording a meeting that was held, and correcting what was recorded."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.dialogue import actions
from varn.dialogue.choices import Attendance, DialoguePermission
from varn.dialogue.forms.outcome_rows import known_outcome
from varn.dialogue.forms.recording import OutcomeForm
from varn.dialogue.queries import meetings as queries
from varn.dialogue.queries.meetings import MeetingPage
from varn.dialogue.views.answers import file_problem, or_404, status_of
from varn.kernel.access import StaffRequest, requires
from varn.kernel.clock import business_today
from varn.mandate.actions import BeforeDecisionError, FileRefusedError, TooManyFilesError


@requires(DialoguePermission.CHANGE, writes=True)
def meeting_record(request: StaffRequest, meeting_id: int) -> HttpResponse:
    page = or_404(queries.meeting_page, meeting_id)
    if page.meeting.is_cancelled:
        messages.warning(request, _("The meeting was called off. There is nothing to record."))
        return redirect("dialogue:meeting_detail", meeting_id)
    if "all-came" in request.POST:
        return _page(request, _all_came(request, page), page)
    form, is_stale = _form(request, page), False
    if form.is_valid():
        try:
            if _record(request, page, form):
                messages.success(request, _("The meeting is recorded."))
                return redirect("dialogue:meeting_detail", meeting_id)
        except actions.StaleMeetingError as error:
            page, is_stale = or_404(queries.meeting_page, meeting_id), True
            form = _form(request, page, version=error.current.version)
    return _page(request, form, page, is_stale=is_stale)


def _record(request: StaffRequest, page: MeetingPage, form: OutcomeForm) -> bool:
    try:
        actions.record_meeting(
            meeting_id=page.meeting.pk,
            outcome=form.outcome(),
            minutes=form.minutes(),
            version=form.cleaned_data["version"] or 0,
            by=request.user,
            at=timezone.now(),
        )
    except (FileRefusedError, TooManyFilesError) as error:
        form.add_error("documents", file_problem(error))
    except BeforeDecisionError as error:
        words = _("The day is before the decision, %(day)s. Check the day.")
        form.add_error("held_on", words % {"day": error.decided_on.isoformat()})
    except actions.NowhereError:
        form.add_error(
            None, _("The meeting has no place to count in. Change the meeting and choose one.")
        )
    except actions.CancelledError:
        form.add_error(None, _("The meeting was called off. There is nothing to record."))
    else:
        return True
    return False


def _form(request: StaffRequest, page: MeetingPage, *, version: int | None = None) -> OutcomeForm:
    """The form as typed, else as the meeting stands; a newer version makes it ready to save."""
    data = request.POST.copy() if request.method == "POST" else None
    if data is not None and version is not None:
        data["version"] = str(version)
    return OutcomeForm(
        data,
        request.FILES if data is not None else None,
        page=page,
        today=business_today(),
        initial=known_outcome(page.meeting, page.seats, page.decisions),
    )


def _all_came(request: StaffRequest, page: MeetingPage) -> OutcomeForm:
    """What was typed, and everybody of whom nothing is said has come. Nothing is saved."""
    typed: dict[str, object] = dict(request.POST.items())
    for seat in page.seats:
        name = f"state_{seat.organisation_id}"
        typed[name] = typed.get(name) or Attendance.CAME
    messages.success(request, _("All without an answer are marked as come. Nothing is saved yet."))
    return OutcomeForm(
        page=page,
        today=business_today(),
        initial=typed,
    )


def _page(
    request: StaffRequest, form: OutcomeForm, page: MeetingPage, *, is_stale: bool = False
) -> HttpResponse:
    context = {
        "form": form,
        "page": page,
        "meeting": page.meeting,
        "mandate": page.meeting.mandate,
        "is_stale": is_stale,
    }
    status = status_of(form, is_stale=is_stale)
    return render(request, "dialogue/meeting_record.html", context, status=status)
