"""How far the report of each mandate has come."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from varn.final_report.choices import ReportPart
from varn.final_report.models import PartText
from varn.mandate.choices import DocumentKind
from varn.mandate.queries.report import reportable_mandates

if TYPE_CHECKING:
    from varn.mandate.models import Mandate

PARTS_BESIDE_ASSIGNMENTS = len(ReportPart) - 1


@dataclass(frozen=True, kw_only=True)
class ReportState:
    """A mandate, how many of its report's parts are written, and how many versions are frozen."""

    mandate: "Mandate"
    written: int
    parts: int
    versions: int


def mandates_to_report() -> "QuerySet[Mandate]":
    """Every mandate that can be reported on, with its assignments and frozen reports counted."""
    frozen = Q(documents__kind=DocumentKind.FINAL_REPORT)
    return reportable_mandates().annotate(
        assignment_count=Count("assignments", distinct=True),
        version_count=Count("documents", filter=frozen, distinct=True),
    )


def report_states(mandates: "Sequence[Mandate]") -> list[ReportState]:
    """How far each report has come, in one query for them all; of `mandates_to_report`."""
    written = _written_parts([each.pk for each in mandates])
    return [
        ReportState(
            mandate=each,
            written=written[each.pk],
            parts=PARTS_BESIDE_ASSIGNMENTS + getattr(each, "assignment_count", 0),
            versions=getattr(each, "version_count", 0),
        )
        for each in mandates
    ]


def _written_parts(mandates: Sequence[int]) -> Mapping[int, int]:
    """How many parts of each mandate hold any text now."""
    latest = (
        PartText.objects.filter(mandate_id__in=mandates)
        .order_by("mandate_id", "part", "-number")
        .distinct("mandate_id", "part")
        .values_list("mandate_id", "text")
    )
    return Counter(mandate for mandate, text in latest if text.strip())
