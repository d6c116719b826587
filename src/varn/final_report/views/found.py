"""The mandate, report and part that an address names, or the page that says there is none."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import get_object_or_404

from varn.final_report.queries.reports import content_of
from varn.final_report.rules.content import ReportContent
from varn.final_report.rules.parts import PartKey, part_keys
from varn.mandate.queries.report import mandate_with_everything, reportable_mandates

if TYPE_CHECKING:
    from varn.mandate.models import Mandate


@dataclass(frozen=True)
class LiveReport:
    """A mandate with everything in it, and its report as it would be today."""

    mandate: "Mandate"
    content: ReportContent


def live_report(mandate_id: int) -> LiveReport:
    """The mandate and its report."""
    found = get_object_or_404(reportable_mandates(), pk=mandate_id)
    mandate = mandate_with_everything(found.registry_number)
    return LiveReport(mandate, content_of(mandate))


def mandate_found(mandate_id: int) -> "Mandate":
    """The mandate by itself, for pages that show nothing of its report."""
    return get_object_or_404(reportable_mandates(), pk=mandate_id)


def part_found(mandate: "Mandate", part: str) -> PartKey:
    """The written part that the address names, when the report has it."""
    try:
        key = PartKey.read(part)
    except ValueError as error:
        raise Http404(part) from error
    if key not in part_keys(each.number for each in mandate.assignments.all()):
        raise Http404(part)
    return key


def assignment_text(mandate: "Mandate", key: PartKey) -> str:
    """The government's words for the part of an assignment."""
    texts = {each.number: each.text for each in mandate.assignments.all()}
    return texts.get(key.assignment, "") if key.assignment else ""
