"""The one table of what happens by the clock. Times are Swedish."""

from datetime import time, timedelta

from varn.audit.queries import has_unlinked_entries
from varn.audit.tasks import export_chain_head, link_audit_entries, verify_audit_chain
from varn.mandate.tasks import remind_of_obligations, send_weekly_digest
from varn.project.jobs.scheduling import Daily, Every, Scheduled
from varn.project.tasks import clear_what_has_expired

SCHEDULE = (
    Scheduled(
        task=link_audit_entries,
        times=Every(timedelta(seconds=5)),
        only_if=has_unlinked_entries,
    ),
    Scheduled(task=verify_audit_chain, times=Daily(time(2, 30))),
    Scheduled(task=export_chain_head, times=Daily(time(3, 0))),
    Scheduled(task=clear_what_has_expired, times=Daily(time(4, 0))),
    Scheduled(task=remind_of_obligations, times=Daily(time(7, 0))),
    Scheduled(task=send_weekly_digest, times=Daily(time(7, 0))),
)
