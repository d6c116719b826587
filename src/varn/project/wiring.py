"""The one table that says what reacts to what across capabilities."""

from typing import TYPE_CHECKING

from allauth.mfa import signals as mfa_signals
from django.http import HttpRequest
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from varn.accounts import actions
from varn.accounts.choices import AccountsPermission
from varn.accounts.queries.permissions import declare_permissions
from varn.audit.actions import record
from varn.audit.choices import AuditPermission
from varn.cms.choices import CmsPermission
from varn.dialogue.choices import DialoguePermission
from varn.directory.choices import DirectoryPermission
from varn.final_report.choices import FinalReportPermission
from varn.finance.choices import FinancePermission
from varn.kernel import access
from varn.kernel.permissions import Permission
from varn.mandate.choices import MandatePermission

if TYPE_CHECKING:
    from varn.accounts.models import User

PERMISSIONS: tuple[Permission, ...] = (
    *MandatePermission,
    *FinancePermission,
    *DialoguePermission,
    *FinalReportPermission,
    *DirectoryPermission,
    *CmsPermission,
    *AccountsPermission,
    *AuditPermission,
)


def connect() -> None:
    """Make the connections, once, when Django is ready."""
    access.record_reads_with(record_sensitive_read)
    declare_permissions(PERMISSIONS)
    mfa_signals.authentication_failed.connect(record_code_refused, dispatch_uid="accounts")
    autodiscover_modules("choices")  # every capability's permissions and events are known from now


def record_sensitive_read(event: str, *, request: HttpRequest, captured: dict[str, object]) -> None:
    """Write the audit entry of a sensitive read before the page is made."""
    record(
        event,
        subject=request.path,
        by=request.user,
        at=timezone.now(),  # noqa: TID251 - stands in for the view
        details={name: str(value) for name, value in captured.items()},
    )


def record_code_refused(*, user: "User", **sent: object) -> None:
    """Write that somebody with the right password gave a wrong code; allauth only signals it."""
    actions.record_code_refused(
        user=user,
        at=timezone.now(),  # noqa: TID251 - stands in for the view
    )
