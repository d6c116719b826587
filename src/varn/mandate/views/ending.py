"""Completing, cancelling and taking up activities."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.kernel.access import StaffRequest, requires
from varn.kernel.clock import business_today
from varn.mandate import actions
from varn.mandate.choices import OPEN_STATES, MandatePermission
from varn.mandate.forms.running import (
    CancellationForm,
    CompletionForm,
    Versioned,
    known_completion,
)
from varn.mandate.models import Activity
from varn.mandate.queries import work
from varn.mandate.views.answers import or_404, status_of, typed

REFUSALS = (
    actions.EndsBeforeStartError,
    actions.EndsInFutureError,
    actions.NotAssessedError,
)


@requires(MandatePermission.CHANGE, writes=True)
def activity_complete(request: StaffRequest, activity_id: int) -> HttpResponse:
    activity = or_404(work.activity, activity_id)
    if activity.state not in OPEN_STATES:
        return _ended_before(request, activity_id)
    form, is_stale = CompletionForm(typed(request), initial=known_completion(activity)), False
    if form.is_valid() and not _is_still_to_come(form):
        try:
            actions.complete_activity(
                activity_id=activity_id,
                ended_on=form.cleaned_data["ended_on"],
                version=form.known_version(),
                by=request.user,
                at=timezone.now(),
            )
        except actions.StaleVersionError as error:
            activity, is_stale = or_404(work.activity, activity_id), True
            form = CompletionForm(typed(request, version=error.current.version))
        except REFUSALS as error:
            form.add_error(*_refusal(error))
        except actions.ActivityEndedError:
            return _ended_before(request, activity_id)
        else:
            messages.success(request, _("The activity is completed."))
            return redirect("mandate:activity_detail", activity_id)
    return _page(request, form, activity, "mandate/activity_complete.html", is_stale=is_stale)


@requires(MandatePermission.CHANGE, writes=True)
def activity_cancel(request: StaffRequest, activity_id: int) -> HttpResponse:
    activity = or_404(work.activity, activity_id)
    if activity.state not in OPEN_STATES:
        return _ended_before(request, activity_id)
    form = CancellationForm(typed(request), initial={"version": activity.version})
    is_stale = False
    if form.is_valid():
        try:
            actions.cancel_activity(
                activity_id=activity_id,
                because=form.cleaned_data["because"],
                version=form.known_version(),
                by=request.user,
                at=timezone.now(),
            )
        except actions.StaleVersionError as error:
            activity, is_stale = or_404(work.activity, activity_id), True
            form = CancellationForm(typed(request, version=error.current.version))
        except actions.ActivityEndedError:
            return _ended_before(request, activity_id)
        else:
            messages.success(request, _("The activity is cancelled."))
            return redirect("mandate:activity_detail", activity_id)
    return _page(request, form, activity, "mandate/activity_cancel.html", is_stale=is_stale)


@requires(MandatePermission.CHANGE, writes=True)
def activity_reopen(request: StaffRequest, activity_id: int, version: int) -> HttpResponse:
    or_404(work.activity, activity_id)
    if request.method == "POST":
        try:
            actions.reopen_activity(
                activity_id=activity_id, version=version, by=request.user, at=timezone.now()
            )
        except actions.StaleVersionError:
            messages.warning(request, _("Somebody else changed it meanwhile. This stands now."))
        except actions.ActivityOpenError:
            messages.info(request, _("The activity is under way already."))
        else:
            messages.success(request, _("The activity is taken up again."))
    return redirect("mandate:activity_detail", activity_id)


def _is_still_to_come(form: CompletionForm) -> bool:
    is_to_come: bool = form.cleaned_data["ended_on"] > business_today()
    if is_to_come:
        form.add_error("ended_on", _still_to_come())
    return is_to_come


def _refusal(error: Exception) -> tuple[str | None, str]:
    """The field and the words that say why an activity can't be completed."""
    if isinstance(error, actions.EndsBeforeStartError):
        return "ended_on", _("It ends before it starts. Correct one of the days.")
    if isinstance(error, actions.EndsInFutureError):
        return "ended_on", _still_to_come()
    return None, _("Make the child-rights impact assessment first.")


def _still_to_come() -> str:
    return _("The day is still to come. Complete the activity when it is over.")


def _ended_before(request: StaffRequest, activity_id: int) -> HttpResponse:
    messages.info(request, _("The activity has ended already."))
    return redirect("mandate:activity_detail", activity_id)


def _page(
    request: StaffRequest, form: Versioned, activity: Activity, template: str, *, is_stale: bool
) -> HttpResponse:
    context = {
        "form": form,
        "activity": activity,
        "requirement": activity.requirement,
        "mandate": activity.requirement.mandate,
        "assessment": work.assessment_of(activity),
        "is_stale": is_stale,
    }
    status = status_of(form, is_stale=is_stale)
    return render(request, template, context, status=status)
