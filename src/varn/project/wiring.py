"""The one table that says what reacts to what across capabilities."""

from django.http import HttpRequest
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from varn.audit.actions import record
from varn.kernel import access


def connect() -> None:
    """Make the connections, once, when Django is ready."""
    access.record_reads_with(record_sensitive_read)
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
