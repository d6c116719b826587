"""Results and their evidence: recording, correcting, downloading."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.kernel.access import StaffRequest, requires
from varn.kernel.clock import business_today
from varn.kernel.files import kept_file
from varn.mandate import actions
from varn.mandate.choices import MandatePermission
from varn.mandate.forms.results import ResultForm, known_result, new_result
from varn.mandate.models import Activity, Result
from varn.mandate.queries import work
from varn.mandate.views.answers import FILE_PROBLEMS, or_404, status_of


@requires(MandatePermission.CHANGE, writes=True)
def result_record(request: StaffRequest, activity_id: int) -> HttpResponse:
    activity = or_404(work.activity, activity_id)
    form = _form(request, activity, initial=new_result())
    if form.is_valid():
        if form.cleaned_data["submission"] is None:
            form.add_error(None, _("The form was not complete. Send it once more."))
        elif result := _record(request, activity, form):
            messages.success(request, _("The result is recorded."))
            return redirect(_place_of(result))
    return _page(request, form, activity)


@requires(MandatePermission.CHANGE, writes=True)
def result_edit(request: StaffRequest, result_id: int) -> HttpResponse:
    result = or_404(work.result, result_id)
    form, current = _form(request, result.activity, initial=known_result(result)), None
    if form.is_valid():
        try:
            actions.correct_result(
                result_id=result_id,
                values=form.values(),
                files=form.new_files(),
                version=form.cleaned_data["version"] or 0,
                by=request.user,
                at=timezone.now(),
            )
        except actions.StaleVersionError as error:
            current = error.current
            form = _form(request, result.activity, initial={}, version=error.current.version)
        except (actions.FileRefusedError, actions.TooManyFilesError) as error:
            form.add_error("documents", _file_problem(error))
        else:
            messages.success(request, _("The result is saved."))
            return redirect(_place_of(result))
    return _page(request, form, result.activity, result=result, current=current)


@requires(MandatePermission.VIEW)
def evidence_file(request: StaffRequest, evidence_id: int) -> HttpResponseBase:
    evidence = or_404(work.evidence, evidence_id)
    response = FileResponse(
        kept_file(evidence.sha256).open("rb"),
        as_attachment=True,
        filename=evidence.file_name,
        content_type=evidence.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _form(
    request: StaffRequest,
    activity: Activity,
    *,
    initial: dict[str, object],
    version: int | None = None,
) -> ResultForm:
    """The form as typed, else as it begins; a newer version makes it ready to save again."""
    data = request.POST.copy() if request.method == "POST" else None
    if data is not None and version is not None:
        data["version"] = str(version)
    return ResultForm(
        data,
        request.FILES if data is not None else None,
        decided_on=activity.requirement.mandate.decided_on,
        today=business_today(),
        initial=initial,
    )


def _record(request: StaffRequest, activity: Activity, form: ResultForm) -> Result | None:
    try:
        return actions.record_result(
            activity_id=activity.pk,
            values=form.values(),
            files=form.new_files(),
            submission=form.cleaned_data["submission"],
            by=request.user,
            at=timezone.now(),
        )
    except (actions.FileRefusedError, actions.TooManyFilesError) as error:
        form.add_error("documents", _file_problem(error))
    return None


def _file_problem(error: actions.FileRefusedError | actions.TooManyFilesError) -> str:
    if isinstance(error, actions.TooManyFilesError):
        return _(
            "Send at most %(limit)d files at a time; add the rest by correcting the result."
        ) % {"limit": error.limit}
    return str(FILE_PROBLEMS[error.problem]) % {"name": error.file_name}


def _place_of(result: Result) -> str:
    page = reverse("mandate:activity_detail", args=[result.activity_id])
    return f"{page}#result-{result.pk}"


def _page(
    request: StaffRequest,
    form: ResultForm,
    activity: Activity,
    *,
    result: Result | None = None,
    current: object = None,
) -> HttpResponse:
    context = {
        "form": form,
        "activity": activity,
        "mandate": activity.requirement.mandate,
        "result": result,
        "current": current,
    }
    status = status_of(form, is_stale=current is not None)
    return render(request, "mandate/result_form.html", context, status=status)
