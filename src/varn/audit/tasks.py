"""The trail's own jobs: linking within seconds, a verification and an exported head every day."""

import logging

from django.tasks import task
from django.tasks.base import TASK_MAX_PRIORITY
from django.utils import timezone

from varn.audit import actions

logger = logging.getLogger("varn.audit")


@task(priority=TASK_MAX_PRIORITY)
def link_audit_entries() -> int:
    """Link what waits; before other jobs, since it is quick and lateness looks like tampering."""
    return actions.link_all_entries(at=timezone.now())


@task()
def verify_audit_chain() -> str:
    """Verify the whole chain; the audit page and the log say when it is broken."""
    finding = actions.verify_chain(at=timezone.now()).finding
    if finding:
        logger.critical("the audit trail: %s", finding)
    return str(finding or "")


@task()
def export_chain_head() -> int:
    """Export the chain's head, once there is a chain; return its position."""
    try:
        return actions.export_head(at=timezone.now()).head.position
    except actions.EmptyChainError:
        return 0
