"""What the audit trail says about final reports."""

from django.utils.translation import gettext_lazy as _

from varn.kernel.events import Event


class FinalReportEvent(Event):
    """What can happen to a final report."""

    PART_WRITTEN = "final_report.part.written", _("Wrote in a part of the final report")
    PART_RESTORED = (
        "final_report.part.restored",
        _("Took back an earlier text in the final report"),
    )
    COVER_WRITTEN = "final_report.cover.written", _("Changed the cover of the final report")
    FROZEN = "final_report.report.frozen", _("Froze a version of the final report")
