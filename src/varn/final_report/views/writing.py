"""Writing the report: which parts it has and how far each has come, and its cover."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.final_report import actions
from varn.final_report.choices import FinalReportPermission
from varn.final_report.forms import CoverForm, known_cover
from varn.final_report.queries.drafting import cover_row, drafted, writers
from varn.final_report.queries.subjects import part_title
from varn.final_report.rules.markup import read
from varn.final_report.rules.missing import missing, written_parts
from varn.final_report.rules.parts import PartKey
from varn.final_report.rules.placeable import NAMES
from varn.final_report.views.answers import status_of
from varn.final_report.views.found import (
    LiveReport,
    assignment_text,
    live_report,
    mandate_found,
)
from varn.final_report.views.lacking import lacking_groups
from varn.kernel.access import StaffRequest, requires

if TYPE_CHECKING:
    from varn.final_report.models import PartClaim, PartText, ReportCover


@dataclass(frozen=True, kw_only=True)
class PartRow:
    """A part with how far it has come and who is in it."""

    key: PartKey
    title: str
    about: str  # the government's words, for an assignment
    saved: "PartText | None"
    claims: "Sequence[PartClaim]"
    problems: int

    @property
    def is_written(self) -> bool:
        return bool(self.saved and self.saved.text.strip())

    @property
    def words(self) -> int:
        return len(self.saved.text.split()) if self.saved else 0


@requires(FinalReportPermission.WRITE)
def final_report_write(request: StaffRequest, mandate_id: int) -> HttpResponse:
    """Every part of the report, how far it has come, and what is missing."""
    report = live_report(mandate_id)
    rows = _rows(report, at=timezone.now())
    found = missing(report.content)
    context = {
        "mandate": report.mandate,
        "rows": rows,
        "written": sum(row.is_written for row in rows),
        "next_row": next((row for row in rows if not row.is_written and not row.claims), None),
        "cover": report.content.cover,
        "missing": lacking_groups(found, report.mandate),
        "is_ready": not any(each.blocks for each in found),
        "may_freeze": request.user.has_perm(FinalReportPermission.FREEZE),
    }
    return render(request, "final_report/final_report_write.html", context)


@requires(FinalReportPermission.WRITE, writes=True)
def cover_write(request: StaffRequest, mandate_id: int) -> HttpResponse:
    """The agency's own number, who decided and who presented."""
    mandate = mandate_found(mandate_id)
    row, current = cover_row(mandate_id), None
    form = CoverForm(request.POST if request.method == "POST" else None, initial=known_cover(row))
    if form.is_valid():
        try:
            actions.write_cover(
                mandate_id=mandate_id,
                values=form.values(),
                version=form.cleaned_data["version"],
                by=request.user,
                at=timezone.now(),
            )
        except actions.StaleCoverError as error:
            current = error.current
            form = _ready_to_replace(request, current)
        else:
            messages.success(request, _("The cover is saved."))
            return redirect("final_report:final_report_write", mandate_id)
    context = {"form": form, "mandate": mandate, "current": current}
    status = status_of(form, is_stale=current is not None)
    return render(request, "final_report/cover_write.html", context, status=status)


def _rows(report: LiveReport, *, at: datetime) -> list[PartRow]:
    saved, claims = drafted(report.mandate.pk).parts, writers(report.mandate.pk, at=at)
    return [
        PartRow(
            key=key,
            title=part_title(key),
            about=assignment_text(report.mandate, key),
            saved=saved.get(key),
            claims=claims.get(key, ()),
            problems=len(read(report.content.texts.get(key, ""), NAMES).problems),
        )
        for key in written_parts(report.content)
    ]


def _ready_to_replace(request: StaffRequest, current: "ReportCover") -> CoverForm:
    """The form as typed, which replaces the newer cover when it is sent once more."""
    data = request.POST.copy()
    data["version"] = str(current.version)
    return CoverForm(data)
