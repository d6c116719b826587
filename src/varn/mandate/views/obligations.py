"""Obligations on a timeline, each with what does it; and everything that was sent."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.kernel.access import StaffRequest, requires
from varn.kernel.clock import business_today
from varn.kernel.documents import DocumentError
from varn.kernel.files import kept_file
from varn.mandate import actions
from varn.mandate.choices import MandatePermission
from varn.mandate.forms.obligations import (
    SENT_LATER,
    SENT_TOO_SOON,
    ChosenDocumentForm,
    UploadedDocumentForm,
)
from varn.mandate.models import Mandate, Obligation, OutgoingFile
from varn.mandate.queries import obligations as queries
from varn.mandate.rules.files import problem
from varn.mandate.rules.outgoing import readable_kinds
from varn.mandate.views.answers import FILE_PROBLEMS, UNREADABLE, or_404, status_of
from varn.mandate.views.mandates import ROWS_A_PAGE

type DoneForm = ChosenDocumentForm | UploadedDocumentForm


@requires(MandatePermission.VIEW)
def obligation_list(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = get_object_or_404(Mandate.objects.select_related("holder"), pk=mandate_id)
    rows = Paginator(queries.obligation_rows(mandate, on=business_today()), ROWS_A_PAGE)
    context = {
        "mandate": mandate,
        "rows": rows.get_page(request.GET.get("page")),
        "today": business_today(),
        "may_lead": request.user.has_perm(MandatePermission.LEAD),
    }
    return render(request, "mandate/obligation_list.html", context)


@requires(MandatePermission.VIEW)
def obligation_detail(request: StaffRequest, obligation_id: int) -> HttpResponse:
    obligation = or_404(queries.obligation, obligation_id)
    context = {
        "row": queries.row_of(obligation, on=business_today()),
        "obligation": obligation,
        "mandate": obligation.mandate,
        "today": business_today(),
        "files": _files(request, obligation),
        "may_lead": request.user.has_perm(MandatePermission.LEAD),
    }
    return render(request, "mandate/obligation_detail.html", context)


@requires(MandatePermission.LEAD, writes=True)
def obligation_fulfil(request: StaffRequest, obligation_id: int) -> HttpResponse:
    obligation = or_404(queries.obligation, obligation_id)
    way = request.POST.get("way", "")
    typed = request.POST if request.method == "POST" else None
    today = business_today()
    chosen = ChosenDocumentForm(
        typed if way == "chosen" else None, obligation=obligation, today=today
    )
    uploaded = UploadedDocumentForm(
        *((typed, request.FILES) if way == "uploaded" else (None, None)),
        obligation=obligation,
        today=today,
    )
    try:
        is_done = _chosen(request, obligation, chosen) or _uploaded(request, obligation, uploaded)
    except (actions.AlreadyFulfilledError, actions.PassesByItselfError):
        messages.info(request, _("This is done already. Nothing was changed."))
        return redirect("mandate:obligation_detail", obligation_id)
    if is_done:
        messages.success(request, _("The obligation is marked as done."))
        return redirect("mandate:obligation_detail", obligation_id)
    context = {
        "obligation": obligation,
        "mandate": obligation.mandate,
        "row": queries.row_of(obligation, on=today),
        "chosen": chosen,
        "has_documents": queries.documents_that_do(obligation).exists(),
        "uploaded": uploaded,
        "today": today,
    }
    status = status_of(chosen if chosen.is_bound else uploaded)
    return render(request, "mandate/obligation_fulfil.html", context, status=status)


@requires(MandatePermission.VIEW)
def document_list(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = get_object_or_404(Mandate, pk=mandate_id)
    documents = Paginator(queries.documents_of(mandate), ROWS_A_PAGE)
    context = {
        "mandate": mandate,
        "documents": documents.get_page(request.GET.get("page")),
        "readable": readable_kinds(request.user.has_perm),
    }
    return render(request, "mandate/document_list.html", context)


@requires(MandatePermission.VIEW)
def outgoing_file(request: StaffRequest, file_id: int) -> HttpResponseBase:
    file = or_404(queries.outgoing_file, file_id)
    if file.document.kind not in readable_kinds(request.user.has_perm):
        raise PermissionDenied
    response = FileResponse(
        kept_file(file.sha256).open("rb"),
        as_attachment=True,
        filename=file.file_name,
        content_type=file.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _files(request: StaffRequest, obligation: Obligation) -> list[OutgoingFile]:
    """The files of what was sent, for those who may open them."""
    document = obligation.document
    if document is None or document.kind not in readable_kinds(request.user.has_perm):
        return []
    return list(document.files.order_by("file_name", "pk"))


def _chosen(request: StaffRequest, obligation: Obligation, form: ChosenDocumentForm) -> bool:
    if not form.is_valid():
        return False
    try:
        actions.fulfil_obligation(
            obligation_id=obligation.pk,
            document_id=form.cleaned_data["document"].pk,
            sent_on=form.cleaned_data["sent_on"],
            by=request.user,
            at=timezone.now(),
        )
    except (actions.SentBeforeDocumentError, actions.SentInFutureError) as error:
        _explain_day(form, error)
        return False
    return True


def _uploaded(request: StaffRequest, obligation: Obligation, form: UploadedDocumentForm) -> bool:
    if not form.is_valid():
        return False
    file = form.uploaded()
    if found := problem(file.name, file.data):
        form.add_error("file", str(FILE_PROBLEMS[found]) % {"name": file.name})
        return False
    try:
        actions.fulfil_with_upload(
            obligation_id=obligation.pk,
            letter=form.letter(),
            file=file,
            sent_on=form.cleaned_data["sent_on"],
            by=request.user,
            at=timezone.now(),
        )
    except actions.RegistryNumberMissingError as error:
        form.add_error("file", _uncited(error.file_name, obligation))
    except DocumentError as error:
        form.add_error("file", str(UNREADABLE.get(error.code, UNREADABLE["broken"])))
    except (actions.SentBeforeDocumentError, actions.SentInFutureError) as error:
        _explain_day(form, error)
    return form.is_valid()


def _uncited(file_name: str, obligation: Obligation) -> str:
    words = _(
        "%(name)s does not cite %(number)s. Write the registry number of the decision in the "
        "document and choose it again. What you typed is still here."
    )
    return words % {"name": file_name, "number": obligation.mandate.registry_number}


def _explain_day(
    form: DoneForm, error: actions.SentBeforeDocumentError | actions.SentInFutureError
) -> None:
    is_early = isinstance(error, actions.SentBeforeDocumentError)
    form.add_error("sent_on", str(SENT_TOO_SOON if is_early else SENT_LATER))
