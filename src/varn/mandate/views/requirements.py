"""Requirements: looking at one, saying who is responsible, judging it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.kernel.access import StaffRequest, requires
from varn.kernel.clock import business_today
from varn.mandate import actions
from varn.mandate.choices import Judgement, MandatePermission
from varn.mandate.forms.running import JudgementForm, ResponsibleForm, Versioned, known_judgement
from varn.mandate.models import Requirement
from varn.mandate.queries import work
from varn.mandate.queries.progress import standing_of
from varn.mandate.views.answers import or_404, status_of, typed
from varn.mandate.views.mandates import ROWS_A_PAGE


@requires(MandatePermission.VIEW)
def requirement_detail(request: StaffRequest, requirement_id: int) -> HttpResponse:
    requirement = or_404(work.requirement, requirement_id)
    activities = Paginator(work.activities_of(requirement), ROWS_A_PAGE)
    context = {
        "requirement": requirement,
        "mandate": requirement.mandate,
        "row": standing_of(requirement),
        "activities": activities.get_page(request.GET.get("page")),
        "today": business_today(),
        "may_change": request.user.has_perm(MandatePermission.CHANGE),
        "may_lead": request.user.has_perm(MandatePermission.LEAD),
    }
    return render(request, "mandate/requirement_detail.html", context)


@requires(MandatePermission.LEAD, writes=True)
def requirement_responsible(request: StaffRequest, requirement_id: int) -> HttpResponse:
    requirement = or_404(work.requirement, requirement_id)
    initial = {"responsible": requirement.responsible, "version": requirement.version}
    form, current = ResponsibleForm(typed(request), initial=initial), None
    if form.is_valid():
        try:
            actions.name_responsible(
                requirement_id=requirement_id,
                responsible=form.cleaned_data["responsible"],
                version=form.known_version(),
                by=request.user,
                at=timezone.now(),
            )
        except actions.StaleVersionError as error:
            current = error.current
            form = ResponsibleForm(typed(request, version=error.current.version))
        else:
            messages.success(request, _("Saved."))
            return redirect("mandate:requirement_detail", requirement_id)
    return _page(request, form, requirement, "mandate/requirement_responsible.html", current)


@requires(MandatePermission.LEAD, writes=True)
def requirement_judge(request: StaffRequest, requirement_id: int) -> HttpResponse:
    requirement = or_404(work.requirement, requirement_id)
    form, current = _judgement(request, requirement), None
    if form.is_valid():
        try:
            _judge(request, requirement_id, form)
        except actions.StaleVersionError as error:
            current = error.current
            form = _judgement(request, requirement, version=error.current.version)
        except actions.NothingShowsItError:
            form.add_error("judgement", form.nothing_shows_it())
        else:
            messages.success(request, _("The requirement is judged."))
            return redirect("mandate:requirement_detail", requirement_id)
    return _page(request, form, requirement, "mandate/requirement_judge.html", current)


@requires(MandatePermission.LEAD, writes=True)
def requirement_withdraw(request: StaffRequest, requirement_id: int, version: int) -> HttpResponse:
    or_404(work.requirement, requirement_id)
    if request.method == "POST":
        try:
            actions.withdraw_judgement(
                requirement_id=requirement_id, version=version, by=request.user, at=timezone.now()
            )
        except actions.StaleVersionError:
            messages.warning(request, _("Somebody else changed it meanwhile. This stands now."))
        except actions.NotJudgedError:
            messages.info(request, _("Nobody has judged it."))
        else:
            messages.success(request, _("The judgement is withdrawn."))
    return redirect("mandate:requirement_detail", requirement_id)


def _judgement(
    request: StaffRequest, requirement: Requirement, version: int | None = None
) -> JudgementForm:
    return JudgementForm(
        typed(request, version=version),
        may_be_met=standing_of(requirement).may_be_met,
        initial=known_judgement(requirement),
    )


def _judge(request: StaffRequest, requirement_id: int, form: JudgementForm) -> None:
    actions.judge_requirement(
        requirement_id=requirement_id,
        judgement=Judgement(form.cleaned_data["judgement"]),
        because=form.cleaned_data["because"],
        version=form.known_version(),
        by=request.user,
        at=timezone.now(),
    )


def _page(
    request: StaffRequest, form: Versioned, requirement: Requirement, template: str, current: object
) -> HttpResponse:
    context = {
        "form": form,
        "requirement": requirement,
        "mandate": requirement.mandate,
        "row": standing_of(requirement),
        "current": current,
        "today": business_today(),
    }
    status = status_of(form, is_stale=current is not None)
    return render(request, template, context, status=status)
