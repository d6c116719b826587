"""Handing in decisions and reading them."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varn.kernel.access import StaffRequest, requires
from varn.kernel.documents import DocumentError
from varn.kernel.files import kept_file
from varn.mandate import actions
from varn.mandate.choices import FactKind, MandatePermission
from varn.mandate.forms.uploads import DecisionUploadForm
from varn.mandate.models import Decision
from varn.mandate.queries import decisions as queries
from varn.mandate.views.answers import or_404, status_of

WHAT_TO_DO = {
    "unsupported_type": gettext_lazy(
        "This kind of file is not read. Save the decision as PDF, Word (docx), HTML or text."
    ),
    "scanned_without_text": gettext_lazy(
        "The pages are pictures, so there is no text to read. Run text recognition (OCR) on the "
        "file, or ask the registrar for the decision as Word or PDF with text."
    ),
    "too_large": gettext_lazy(
        "The file is too large. Hand in the decision alone, at most 20 MB, without appendices."
    ),
    "broken": gettext_lazy(
        "The file can't be read: it is empty, damaged or not what its name says. Open it, save it "
        "anew and try again."
    ),
    "suspicious_archive": gettext_lazy(
        "The file unpacks to far more than a decision, so it was not opened. Save it anew as PDF."
    ),
}


@requires(MandatePermission.VIEW)
def decision_list(request: StaffRequest) -> HttpResponse:
    return render(request, "mandate/decision_list.html", {"decisions": queries.decisions()})


@requires(MandatePermission.START, writes=True)
def decision_upload(request: StaffRequest) -> HttpResponse:
    is_sent = request.method == "POST"
    form = DecisionUploadForm(*((request.POST, request.FILES) if is_sent else ()))
    if form.is_valid():
        file, now = form.cleaned_data["file"], timezone.now()
        try:
            decision = actions.upload_decision(
                data=file.read(), file_name=file.name, by=request.user, at=now
            )
        except DocumentError as error:
            form.add_error("file", str(WHAT_TO_DO.get(error.code, WHAT_TO_DO["broken"])))
        else:
            if decision.uploaded_at != now:
                messages.info(request, _("This file was read before. Here is that reading."))
            return redirect("mandate:decision_reading", decision.pk)
    return render(request, "mandate/decision_upload.html", {"form": form}, status=status_of(form))


@requires(MandatePermission.VIEW)
def decision_reading(request: StaffRequest, decision_id: int) -> HttpResponse:
    page = or_404(queries.reading_page, decision_id)
    mandate = getattr(page.decision, "mandate", None)
    context = {
        "page": page,
        "mandate": mandate,
        "may_settle": mandate is None and request.user.has_perm(MandatePermission.START),
        "kinds": FactKind,
    }
    return render(request, "mandate/decision_reading.html", context)


@requires(MandatePermission.VIEW)
def decision_file(request: StaffRequest, decision_id: int) -> HttpResponseBase:
    decision = get_object_or_404(Decision.objects.defer("text", "reading"), pk=decision_id)
    return FileResponse(
        kept_file(decision.sha256).open("rb"), as_attachment=True, filename=decision.file_name
    )


@requires(MandatePermission.START, writes=True)
def facts_confirm(request: StaffRequest, decision_id: int) -> HttpResponse:
    if request.method == "POST":
        try:
            count = or_404(
                lambda pk: actions.confirm_all_clear_facts(
                    decision_id=pk, by=request.user, at=timezone.now()
                ),
                decision_id,
            )
        except actions.AlreadyStartedError as error:
            messages.info(request, _("The mandate has started, so its facts no longer change."))
            return redirect("mandate:mandate_detail", error.mandate.pk)
        messages.success(request, _("%(count)d facts are confirmed.") % {"count": count})
    return redirect("mandate:decision_reading", decision_id)


@requires(MandatePermission.START, writes=True)
def mandate_start(request: StaffRequest, decision_id: int) -> HttpResponse:
    if request.method != "POST":
        return redirect("mandate:decision_reading", decision_id)
    try:
        mandate = or_404(
            lambda pk: actions.start_mandate(decision_id=pk, by=request.user, at=timezone.now()),
            decision_id,
        )
    except actions.AlreadyStartedError as error:
        return redirect("mandate:mandate_detail", error.mandate.pk)
    except actions.NotCompleteError as error:
        for lacking in error.missing:
            messages.warning(request, str(lacking.label))
    except actions.RegistryNumberTakenError as error:
        messages.error(
            request,
            _("%(title)s has the registry number already. Check the number.")
            % {"title": error.mandate.title},
        )
    else:
        messages.success(request, _("The mandate has started."))
        return redirect("mandate:mandate_detail", mandate.pk)
    return redirect("mandate:decision_reading", decision_id)
