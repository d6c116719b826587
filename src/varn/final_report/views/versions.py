"""Freezing the report, and its frozen versions with their files."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.final_report import actions
from varn.final_report.choices import FinalReportPermission
from varn.final_report.gateways.version_files import file_check
from varn.final_report.queries.versions import Version, version, versions
from varn.final_report.rules.missing import missing
from varn.final_report.rules.stored import fingerprint
from varn.final_report.views.found import LiveReport, live_report, mandate_found
from varn.final_report.views.lacking import lacking_groups
from varn.kernel.access import StaffRequest, requires
from varn.kernel.files import kept_file
from varn.mandate.actions import RegistryNumberMissingError
from varn.mandate.choices import ObligationKind

if TYPE_CHECKING:
    from varn.mandate.models import Mandate, Obligation, OutgoingFile


@requires(FinalReportPermission.FREEZE, writes=True)
def final_report_freeze(request: StaffRequest, mandate_id: int) -> HttpResponse:
    """What is missing, and the button that freezes what one has just seen."""
    report = live_report(mandate_id)
    if request.method != "POST":
        return _freeze_page(request, report)
    try:
        actions.freeze_report(
            mandate_id=mandate_id,
            seen=request.POST.get("seen", ""),
            by=request.user,
            at=timezone.now(),
        )
    except actions.AlreadyFrozenError as error:
        number = error.version.number
        messages.info(request, _("Version %(number)d holds exactly this.") % {"number": number})
    except (
        actions.ChangedSinceSeenError,
        actions.NotReadyError,
        RegistryNumberMissingError,
    ) as error:
        return _freeze_page(request, report, error)
    else:
        messages.success(request, _("The version is frozen. Nobody can change it."))
    return redirect("final_report:version_list", mandate_id)


@requires(FinalReportPermission.VIEW)
def version_list(request: StaffRequest, mandate_id: int) -> HttpResponse:
    """Every frozen version with its hash and files, who froze it and when."""
    mandate = mandate_found(mandate_id)
    context = {
        "mandate": mandate,
        "versions": versions(mandate),
        "to_fulfil": _to_fulfil(mandate),
        "may_write": request.user.has_perm(FinalReportPermission.WRITE),
        "may_freeze": request.user.has_perm(FinalReportPermission.FREEZE),
    }
    return render(request, "final_report/version_list.html", context)


@requires(FinalReportPermission.VIEW)
def version_check(request: StaffRequest, mandate_id: int, number: int) -> HttpResponse:
    """Each file made anew from the frozen content and compared with the one that was kept."""
    mandate = mandate_found(mandate_id)
    found = _version(mandate, number)
    checks = [file_check(file, found.document.content) for file in found.files]
    context = {
        "mandate": mandate,
        "version": found,
        "checks": checks,
        "is_same": all(each.is_same for each in checks),
    }
    return render(request, "final_report/version_check.html", context)


@requires(FinalReportPermission.VIEW)
def version_file(
    request: StaffRequest, mandate_id: int, number: int, file_id: int
) -> HttpResponseBase:
    """One file of a version, as it was frozen."""
    found = _version(mandate_found(mandate_id), number)
    file = next((each for each in found.files if each.pk == file_id), None)
    if file is None:
        raise Http404(str(file_id))
    return _download(file)


def _version(mandate: "Mandate", number: int) -> Version:
    found = version(mandate, number)
    if found is None:
        raise Http404(str(number))
    return found


def _to_fulfil(mandate: "Mandate") -> "Obligation | None":
    """The obligation that a version of the report does, while it is open."""
    kinds = (ObligationKind.FINAL_REPORT, ObligationKind.REPORT)
    found = mandate.obligations.filter(kind__in=kinds, fulfilled_at=None)
    return found.order_by("due_on", "number").first()


def _freeze_page(
    request: StaffRequest, report: LiveReport, error: Exception | None = None
) -> HttpResponse:
    found = missing(report.content)
    context = {
        "mandate": report.mandate,
        "content": report.content,
        "missing": lacking_groups(found, report.mandate),
        "is_ready": not any(each.blocks for each in found),
        "seen": fingerprint(report.content),
        "next_number": len(versions(report.mandate)) + 1,
        "has_changed": isinstance(error, actions.ChangedSinceSeenError),
        "without_number": getattr(error, "file_name", ""),
    }
    status = HTTPStatus.CONFLICT if error else HTTPStatus.OK
    return render(request, "final_report/final_report_freeze.html", context, status=status)


def _download(file: "OutgoingFile") -> FileResponse:
    response = FileResponse(
        kept_file(file.sha256).open("rb"),
        as_attachment=True,
        filename=file.file_name,
        content_type=file.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
