"""The final report on the desk: which there are, a preview, and the files."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from varn.final_report.choices import FinalReportPermission, Language, ReportFormat
from varn.final_report.gateways.report_files import report_file, report_in_words
from varn.final_report.queries import report_content
from varn.final_report.queries.overview import mandates_to_report, report_states
from varn.final_report.rules.content import ReportContent
from varn.kernel.access import StaffRequest, requires
from varn.kernel.printing.text import file_name
from varn.mandate.queries.report import reportable_mandates
from varn.mandate.queries.work import evidence_of

REPORTS_A_PAGE = 50


@requires(FinalReportPermission.VIEW)
def final_report_list(request: StaffRequest) -> HttpResponse:
    """Every mandate that can be reported on."""
    mandates = Paginator(mandates_to_report(), REPORTS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": mandates,
        "reports": report_states(list(mandates)),
        "may_write": request.user.has_perm(FinalReportPermission.WRITE),
    }
    return render(request, "final_report/final_report_list.html", context)


@requires(FinalReportPermission.VIEW)
def final_report_show(request: StaffRequest, mandate_id: int) -> HttpResponse:
    """The report in the language of the page, with its files to download."""
    mandate = get_object_or_404(reportable_mandates(), pk=mandate_id)
    context = {
        "report": report_in_words(report_content(mandate.registry_number), language=_language()),
        "stored": {
            each.sha256: reverse("mandate:evidence_file", args=[each.pk])
            for each in evidence_of(mandate)
        },
        "files": _files(mandate_id),
        "mandate": mandate,
        "may_write": request.user.has_perm(FinalReportPermission.WRITE),
    }
    return render(request, "final_report/final_report_show.html", context)


@requires(FinalReportPermission.VIEW)
def final_report_download(request: StaffRequest, mandate_id: int, form: str) -> HttpResponse:
    """One file, in the language of the page."""
    if form not in ReportFormat.values:
        raise Http404(form)
    wanted = ReportFormat(form)
    content = _content(mandate_id)
    name = file_name(content.decision.registry_number, word=_("final-report"), extension=form)
    return HttpResponse(
        report_file(content, form=wanted, language=_language()),
        content_type=wanted.media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _content(mandate_id: int) -> ReportContent:
    mandate = get_object_or_404(reportable_mandates(), pk=mandate_id)
    return report_content(mandate.registry_number)


def _language() -> str:
    current = get_language() or ""
    return current if current in Language.values else Language.SWEDISH.value


def _files(mandate_id: int) -> list[dict[str, str]]:
    return [
        {
            "label": _("Download %(form)s") % {"form": form.value.upper()},
            "url": reverse("final_report:final_report_download", args=[mandate_id, form.value]),
        }
        for form in ReportFormat
    ]
