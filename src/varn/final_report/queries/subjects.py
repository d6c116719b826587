"""What the report's written parts and cover are called when the trail tells of them."""

from collections.abc import Mapping
from typing import TypedDict

from django.utils.translation import gettext as _

from varn.final_report.choices import ReportPart
from varn.final_report.models import PartText, ReportCover
from varn.final_report.rules.parts import PartKey
from varn.kernel.search import Hit
from varn.kernel.subjects import Known


def part_title(key: PartKey) -> str:
    """What the part is called: "Summary", "Assignment 2"."""
    label = str(ReportPart(key.part).label)
    if key.assignment is None:
        return label
    return _("%(part)s %(number)d") % {"part": label, "number": key.assignment}


class _Where(TypedDict):
    url_name: str
    url_args: tuple[int]


def _report(mandate_id: int) -> _Where:
    """The report itself, which everybody who hears of its parts may read."""
    return {"url_name": "final_report:final_report_show", "url_args": (mandate_id,)}


def _part(row: PartText) -> Hit:
    title = part_title(PartKey.read(row.part))
    return Hit(kind="", title=title, **_report(row.mandate_id))


def _cover(row: ReportCover) -> Hit:
    title = row.own_registry_number or _("The cover of the report")
    return Hit(kind="", title=title, **_report(row.mandate_id))


KNOWN: Mapping[str, Known] = {
    "final_report.parttext": Known(PartText, _part),
    "final_report.reportcover": Known(ReportCover, _cover),
}
