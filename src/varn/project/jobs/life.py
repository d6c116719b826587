"""How it is known that a worker died: it lives as long as its session in PostgreSQL.

A worker holds an advisory lock on its own name. When its process is killed, or its machine
disappears, PostgreSQL ends the session and with it the lock. No clock, no heartbeat, and a job
may take as long as it needs. Through a pooler that shares sessions this can't work: workers
connect to PostgreSQL directly.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import psycopg
from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult

from varn.project.jobs.attempts import wait_after_death

WORKERS = 0x7661726E  # the class of our advisory locks on workers' names
NOTICE_A_LOST_MACHINE = (
    "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3"
)


class WorkerDiedError(Exception):
    """The workers that tried a job died of it, as many times as a job is tried."""


@dataclass(frozen=True)
class Life:
    """A worker's session."""

    session: psycopg.Connection

    def goes_on(self) -> bool:
        """Whether others still see this worker as alive."""
        try:
            self.session.execute("SELECT 1")
        except psycopg.Error:
            return False
        return True


@contextmanager
def living_as(worker: str) -> Iterator[Life]:
    """Be seen as alive under a name for as long as this process and its session last."""
    parameters = connection.get_connection_params()
    with psycopg.connect(**parameters, autocommit=True) as session:
        session.execute(NOTICE_A_LOST_MACHINE)
        session.execute("SELECT pg_advisory_lock(%s, hashtext(%s))", [WORKERS, worker])
        yield Life(session)


def take_back_jobs_of_the_dead(*, at: datetime) -> int:
    """Put jobs whose worker has died back in the line; return how many."""
    running = DBTaskResult.objects.running().order_by("pk")
    suspects = {job.worker_ids[-1] for job in running}
    dead = [worker for worker in sorted(suspects) if not _is_alive(worker)]
    return sum(_take_back(worker, at=at) for worker in dead)


def _is_alive(worker: str) -> bool:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, hashtext(%s))", [WORKERS, worker])
        (is_free,) = cursor.fetchone()
    return not is_free


@transaction.atomic
def _take_back(worker: str, *, at: datetime) -> int:
    abandoned = (
        DBTaskResult.objects.running()
        .filter(**{"worker_ids__-1": worker})
        .order_by("pk")
        .select_for_update(skip_locked=True)
    )
    jobs = list(abandoned)
    for job in jobs:
        wait = wait_after_death(len(job.worker_ids))
        if wait is None:
            job.set_failed(WorkerDiedError(worker))
        else:
            job.status = "READY"
            job.run_after = at + wait
            job.save(update_fields=["status", "run_after"])
    return len(jobs)
