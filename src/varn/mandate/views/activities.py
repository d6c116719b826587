"""Activities: adding, changing and looking at them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.kernel.access import StaffRequest, requires
from varn.mandate import actions
from varn.mandate.choices import OPEN_STATES, ActivityState, MandatePermission
from varn.mandate.forms.activities import ActivityForm, known_activity, new_activity
from varn.mandate.forms.assessment import answers_of
from varn.mandate.forms.suggestions import TARGET_GROUPS
from varn.mandate.models import Activity, Mandate, Requirement
from varn.mandate.queries import work
from varn.mandate.queries.mandates import involved_authorities
from varn.mandate.views.answers import or_404, status_of, typed
from varn.mandate.views.mandates import ROWS_A_PAGE

UNASSESSED = "unassessed"  # asked for beside the states


@requires(MandatePermission.VIEW)
def activity_detail(request: StaffRequest, activity_id: int) -> HttpResponse:
    activity = or_404(work.activity, activity_id)
    results = Paginator(work.results_of(activity), ROWS_A_PAGE)
    assessment = work.assessment_of(activity)
    context = {
        "activity": activity,
        "mandate": activity.requirement.mandate,
        "results": results.get_page(request.GET.get("page")),
        "assessment": assessment,
        "answers": answers_of(assessment) if assessment else (),
        "is_open": activity.state in OPEN_STATES,
        "may_change": request.user.has_perm(MandatePermission.CHANGE),
    }
    return render(request, "mandate/activity_detail.html", context)


@requires(MandatePermission.VIEW)
def activity_list(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = get_object_or_404(Mandate, pk=mandate_id)
    state = request.GET.get("state", "")
    if state not in ("", UNASSESSED, *ActivityState.values):
        raise Http404
    is_unassessed = state == UNASSESSED
    found = work.activities_in(
        mandate, state="" if is_unassessed else state, unassessed=is_unassessed
    )
    activities = Paginator(found, ROWS_A_PAGE)
    context = {
        "mandate": mandate,
        "activities": activities.get_page(request.GET.get("page")),
        "wanted": state,
        "states": [("", _("All")), *ActivityState.choices, (UNASSESSED, _("Not assessed"))],
        "may_change": request.user.has_perm(MandatePermission.CHANGE),
    }
    return render(request, "mandate/activity_list.html", context)


@requires(MandatePermission.CHANGE, writes=True)
def activity_add(request: StaffRequest, requirement_id: int) -> HttpResponse:
    requirement = or_404(work.requirement, requirement_id)
    is_sent = request.method == "POST"
    form = ActivityForm(
        request.POST if is_sent else None, mandate=requirement.mandate, initial=new_activity()
    )
    if form.is_valid() and not _lacks_submission(form):
        activity = actions.add_activity(
            requirement_id=requirement_id,
            values=form.values(),
            submission=form.cleaned_data["submission"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("The activity is added."))
        return redirect("mandate:activity_detail", activity.pk)
    return _page(request, form, requirement)


@requires(MandatePermission.CHANGE, writes=True)
def activity_edit(request: StaffRequest, activity_id: int) -> HttpResponse:
    activity = or_404(work.activity, activity_id)
    if activity.state not in OPEN_STATES:
        messages.info(request, _("The activity has ended. Take it up again to change it."))
        return redirect("mandate:activity_detail", activity_id)
    form, current = _form(request, activity), None
    if form.is_valid():
        try:
            actions.change_activity(
                activity_id=activity_id,
                values=form.values(),
                version=form.cleaned_data["version"] or 0,
                by=request.user,
                at=timezone.now(),
            )
        except actions.StaleVersionError as error:
            current = error.current
            form = _form(request, activity, version=error.current.version)
        except actions.ActivityEndedError:
            form.add_error(None, _("Somebody ended the activity while you were writing."))
        else:
            messages.success(request, _("The activity is saved."))
            return redirect("mandate:activity_detail", activity_id)
    return _page(request, form, activity.requirement, activity=activity, current=current)


def _form(request: StaffRequest, activity: Activity, version: int | None = None) -> ActivityForm:
    """The form as typed, else as the activity stands; a newer version makes it ready to save."""
    data, mandate = typed(request, version=version), activity.requirement.mandate
    return ActivityForm(data, mandate=mandate, initial=known_activity(activity))


def _lacks_submission(form: ActivityForm) -> bool:
    """A form without its number was not ours; send it again from the page."""
    lacks = form.cleaned_data["submission"] is None
    if lacks:
        form.add_error(None, _("The form was not complete. Send it once more."))
    return lacks


def _page(
    request: StaffRequest,
    form: ActivityForm,
    requirement: Requirement,
    *,
    activity: Activity | None = None,
    current: object = None,
) -> HttpResponse:
    context = {
        "form": form,
        "requirement": requirement,
        "mandate": requirement.mandate,
        "activity": activity,
        "current": current,
        "authorities": involved_authorities(requirement.mandate),
        "target_groups": TARGET_GROUPS,
    }
    status = status_of(form, is_stale=current is not None)
    return render(request, "mandate/activity_form.html", context, status=status)
