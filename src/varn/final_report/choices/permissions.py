"""Who may read the final report."""

from django.utils.translation import gettext_lazy as _

from varn.kernel.permissions import Permission


class FinalReportPermission(Permission):
    """What a role can allow."""

    VIEW = "final_report.view", _("Read and download final reports")
