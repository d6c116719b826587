"""Writing the parts and the cover of a report."""

from varn.final_report.forms.cover import CoverForm, known_cover
from varn.final_report.forms.part import PartForm

__all__ = ["CoverForm", "PartForm", "known_cover"]
