"""What is compared: how each lines up a job, and how its worker is started."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from bench.jobs import peer_tasks, tasks

DJANGO = (sys.executable, "-m", "django")


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One way of doing jobs."""

    name: str
    line_up: Callable[..., object]  # task name, then its arguments by name
    worker: tuple[str, ...]


def _by_django(task: str, **arguments: object) -> None:
    getattr(tasks, task).enqueue(**arguments)


def _by_procrastinate(task: str, **arguments: object) -> None:
    getattr(peer_tasks, task).defer(**arguments)


CANDIDATES = (
    Candidate(
        name="procrastinate",
        line_up=_by_procrastinate,
        worker=(*DJANGO, "procrastinate", "worker", "--concurrency", "2"),
    ),
    Candidate(
        name="django-tasks-db",
        line_up=_by_django,
        worker=(*DJANGO, "db_worker", "--queue-name", "*", "--no-startup-delay"),
    ),
    Candidate(
        name="varn worker",
        line_up=_by_django,
        worker=(*DJANGO, "worker", "--processes", "2"),
    ),
)
