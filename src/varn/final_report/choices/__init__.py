"""The closed lists of the final report."""

from varn.final_report.choices.events import FinalReportEvent
from varn.final_report.choices.formats import Language, ReportFormat
from varn.final_report.choices.missing import BLOCKS, Lack
from varn.final_report.choices.parts import PlacedKind, ReportPart, TextProblem
from varn.final_report.choices.permissions import FinalReportPermission

__all__ = [
    "BLOCKS",
    "FinalReportEvent",
    "FinalReportPermission",
    "Lack",
    "Language",
    "PlacedKind",
    "ReportFormat",
    "ReportPart",
    "TextProblem",
]
