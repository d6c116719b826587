"""Planning meetings: adding and changing them."""

from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varn.dialogue import actions
from varn.dialogue.choices import DialoguePermission, ToAsk
from varn.dialogue.forms.following import narrowed
from varn.dialogue.forms.meetings import MeetingForm, known_meeting, new_meeting
from varn.dialogue.forms.organisations import names_of
from varn.dialogue.models import Meeting
from varn.dialogue.queries import meetings as queries
from varn.dialogue.queries.turnout import to_ask
from varn.dialogue.views.answers import or_404, status_of
from varn.kernel.access import StaffRequest, requires
from varn.kernel.clock import business_today
from varn.mandate.actions import BeforeDecisionError
from varn.mandate.queries.mandates import mandates

if TYPE_CHECKING:
    from varn.mandate.models import Mandate


@requires(DialoguePermission.CHANGE, writes=True)
def meeting_add(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = get_object_or_404(mandates(), pk=mandate_id)
    if group := _group(request):
        initial = {**new_meeting(), **request.POST.dict()}
        form = MeetingForm(mandate=mandate, initial=_with(request, mandate, group, initial))
        return _page(request, form, mandate)
    data = request.POST if request.method == "POST" else None
    form = MeetingForm(data, mandate=mandate, initial=new_meeting())
    if form.is_valid():
        if form.cleaned_data["submission"] is None:
            form.add_error(None, _("The form was not complete. Send it once more."))
        else:
            meeting = actions.plan_meeting(
                values=form.values(),
                organisations=form.keys,
                submission=form.cleaned_data["submission"],
                by=request.user,
                at=timezone.now(),
            )
            messages.success(request, _("The meeting is planned."))
            return redirect("dialogue:meeting_detail", meeting.pk)
    return _page(request, form, mandate)


@requires(DialoguePermission.CHANGE, writes=True)
def meeting_edit(request: StaffRequest, meeting_id: int) -> HttpResponse:
    meeting = or_404(queries.meeting_page, meeting_id).meeting
    mandate = meeting.mandate
    if meeting.is_cancelled:
        messages.warning(request, _("The meeting has been called off and can't be changed."))
        return redirect("dialogue:meeting_detail", meeting_id)
    if group := _group(request):
        initial = {**known_meeting(meeting), **request.POST.dict()}
        initial = _with(request, mandate, group, initial)
        return _page(request, _form(meeting, initial=initial), mandate, meeting=meeting)
    current = None
    form = _form(meeting, request, initial=known_meeting(meeting))
    if form.is_valid():
        try:
            if _change(request, meeting, form):
                messages.success(request, _("The meeting is saved."))
                return redirect("dialogue:meeting_detail", meeting_id)
        except actions.StaleMeetingError as error:
            current = error.current
            form = _form(meeting, request, version=error.current.version)
    return _page(request, form, mandate, meeting=meeting, current=current)


def _change(request: StaffRequest, meeting: Meeting, form: MeetingForm) -> bool:
    """Whether the change was taken; else the form says why not."""
    try:
        actions.change_meeting(
            meeting_id=meeting.pk,
            values=form.values(),
            organisations=form.keys,
            version=form.cleaned_data["version"] or 0,
            by=request.user,
            at=timezone.now(),
        )
    except actions.CancelledError:
        form.add_error(None, _("The meeting has been called off and can't be changed."))
    except actions.NowhereError:
        form.add_error("place", _("Choose a place: the mandate's holder has none to count in."))
    except BeforeDecisionError as error:
        words = _("The day is before the decision, %(day)s. Check the day.")
        form.add_error("held_on", words % {"day": error.decided_on.isoformat()})
    return not form.errors


def _form(
    meeting: Meeting,
    request: StaffRequest | None = None,
    *,
    initial: dict[str, object] | None = None,
    version: int | None = None,
) -> MeetingForm:
    """The form as typed, else as it begins; a newer version makes it ready to save again."""
    data = request.POST.copy() if request and request.method == "POST" else None
    if data is not None and version is not None:
        data["version"] = str(version)
    return MeetingForm(data, mandate=meeting.mandate, meeting=meeting, initial=initial)


def _group(request: StaffRequest) -> ToAsk | None:
    """The group that somebody wants to add to the invitation: by a button, or by a link."""
    wanted = request.POST.get("ask") or request.GET.get("ask")
    if request.method == "POST" and "ask" not in request.POST:
        return None
    return ToAsk(wanted) if wanted in ToAsk.values else None


def _with(
    request: StaffRequest, mandate: "Mandate", group: ToAsk, initial: dict[str, object]
) -> dict[str, object]:
    """What was typed, with the group's names below those that stand there already."""
    on = _day(initial.get("held_on"))
    typed = str(initial.get("organisations") or "").splitlines()
    known = {line.strip().casefold() for line in typed}
    keys = to_ask(mandate, group, on=on, **narrowed(request.GET))
    new = [name for name in names_of(keys, on=on) if name.casefold() not in known]
    words = ngettext(
        "%(n)d organisation is added to the list. Nothing is saved yet.",
        "%(n)d organisations are added to the list. Nothing is saved yet.",
        len(new),
    )
    messages.success(request, words % {"n": len(new)})
    return {**initial, "organisations": "\n".join([*filter(str.strip, typed), *new])}


def _day(given: object) -> date:
    """The day that was typed, where it is one."""
    if isinstance(given, date):
        return given
    try:
        return parse_date(str(given or "")) or business_today()
    except ValueError:
        return business_today()


def _page(
    request: StaffRequest,
    form: MeetingForm,
    mandate: "Mandate",
    *,
    meeting: Meeting | None = None,
    current: Meeting | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "mandate": mandate,
        "meeting": meeting,
        "current": current,
        "groups": ToAsk,
        "has_activities": len(form.fields["activity"].choices) > 1,  # type: ignore[attr-defined]
    }
    status = status_of(form, is_stale=current is not None)
    return render(request, "dialogue/meeting_form.html", context, status=status)
