"""The child-rights impact assessment of an activity."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.kernel.access import StaffRequest, requires
from varn.mandate import actions
from varn.mandate.choices import MandatePermission
from varn.mandate.forms.assessment import AssessmentForm, answers_of, known_assessment
from varn.mandate.models import ChildRightsAssessment
from varn.mandate.queries import work
from varn.mandate.views.answers import or_404, status_of, typed


@requires(MandatePermission.CHANGE, writes=True)
def activity_assess(request: StaffRequest, activity_id: int) -> HttpResponse:
    activity = or_404(work.activity, activity_id)
    known = work.assessment_of(activity)
    form = AssessmentForm(typed(request), initial=known_assessment(known))
    current: ChildRightsAssessment | None = None
    if form.is_valid():
        try:
            actions.assess_child_rights(
                activity_id=activity_id,
                values=form.values(),
                version=form.known_version(),
                by=request.user,
                at=timezone.now(),
            )
        except actions.StaleVersionError as error:
            current = work.assessment_of(or_404(work.activity, activity_id))
            form = AssessmentForm(typed(request, version=error.current.version))
        else:
            messages.success(request, _("The assessment is saved."))
            return redirect("mandate:activity_detail", activity_id)
    context = {
        "form": form,
        "activity": activity,
        "requirement": activity.requirement,
        "mandate": activity.requirement.mandate,
        "assessment": known,
        "current": current,
        "answers": answers_of(current) if current else (),
    }
    status = status_of(form, is_stale=current is not None)
    return render(request, "mandate/activity_assess.html", context, status=status)
