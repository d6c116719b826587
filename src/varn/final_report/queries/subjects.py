"""What the report's written parts and cover are called when the trail tells of them."""

from collections.abc import Mapping

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


def _part(row: PartText) -> Hit:
    title = part_title(PartKey.read(row.part))
    return Hit(kind="", title=title, url_name="final_report:part_history",
               url_args=(row.mandate_id, row.part))  # fmt: skip


def _cover(row: ReportCover) -> Hit:
    title = row.own_registry_number or _("The cover of the report")
    return Hit(kind="", title=title, url_name="final_report:final_report_write",
               url_args=(row.mandate_id,))  # fmt: skip


KNOWN: Mapping[str, Known] = {
    "final_report.parttext": Known(PartText, _part),
    "final_report.reportcover": Known(ReportCover, _cover),
}
