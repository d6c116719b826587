"""One worker: takes a job, does it, notes how it went, and takes the next."""

import logging
import os
import secrets
import socket
import threading
from datetime import datetime
from typing import Any

from django.db import close_old_connections, transaction
from django.tasks.base import TaskContext
from django.tasks.signals import task_finished, task_started
from django.utils import timezone
from django.utils.json import normalize_json
from django_tasks_db.models import DBTaskResult

from varn.project.jobs.attempts import wait_before_next
from varn.project.jobs.life import living_as

Job = DBTaskResult[..., Any]

logger = logging.getLogger("varn.jobs")
LONGEST_NAME = 64


def worker_name() -> str:
    """A name that no other worker has, on any machine."""
    return f"{os.getpid()}.{secrets.token_hex(4)}@{socket.gethostname()}"[:LONGEST_NAME]


def work(*, stop: threading.Event, parent: int, poll_seconds: float) -> None:
    """Do jobs until told to stop, or until the parent process or our session is gone."""
    name = worker_name()
    with living_as(name) as life:
        while not stop.is_set() and os.getppid() == parent and life.goes_on():
            job = claim(worker=name)
            if job:
                perform(job)
            else:
                close_old_connections()  # only when idle: a new one costs more than most jobs
                stop.wait(poll_seconds)


@transaction.atomic
def claim(*, worker: str) -> "Job | None":
    """Take the first job in the line that no other worker has taken."""
    job = DBTaskResult.objects.ready().get_locked()
    if job:
        job.claim(worker)
    return job


def perform(job: "Job") -> None:
    """Do a job that was claimed; whatever it raises is noted, and it is tried again later."""
    try:
        task, result = job.task, job.task_result
        task_started.send(sender=type(task.get_backend()), task_result=result)
        context = [TaskContext(task_result=result)] if task.takes_context else []
        value = task.call(*context, *result.args, **result.kwargs)
        job.set_successful(normalize_json(value))
        task_finished.send(sender=type(task.get_backend()), task_result=job.task_result)
    except Exception as error:  # noqa: BLE001 - a job may raise anything; the worker goes on
        note_failure(job, error, at=timezone.now())  # noqa: TID251 - the worker is its own clock


@transaction.atomic
def note_failure(job: "Job", error: Exception, *, at: datetime) -> None:
    """Write down what went wrong, and line the job up again unless it was tried often enough."""
    attempts = len(job.worker_ids)
    wait = wait_before_next(attempts)
    job.set_failed(error)
    if wait is not None:
        DBTaskResult.objects.filter(pk=job.pk).update(
            status="READY", run_after=at + wait, finished_at=None
        )
    logger.error(
        "job %s (%s) failed, attempt %d, %s", job.pk, job.task_path, attempts,
        f"again in {wait}" if wait else "given up", exc_info=error,
    )  # fmt: skip
