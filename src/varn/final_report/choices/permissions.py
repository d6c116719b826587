"""Who may read, write and freeze the final report."""

from django.utils.translation import gettext_lazy as _

from varn.kernel.permissions import Permission


class FinalReportPermission(Permission):
    """What a role can allow."""

    VIEW = "final_report.view", _("Read and download final reports")
    WRITE = "final_report.write", _("Write the parts of the final report")
    FREEZE = "final_report.freeze", _("Freeze a version of the final report to be signed")
