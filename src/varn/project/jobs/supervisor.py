"""Keeps worker processes up, lines up what the schedule says, and takes back jobs of the dead.

The supervisor does no job itself, so it is never late. Any number of them may run, on any number
of machines: what they share stands in PostgreSQL.
"""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from django.db import Error, close_old_connections, connections
from django.utils import timezone

from varn.project.jobs.life import take_back_jobs_of_the_dead
from varn.project.jobs.scheduling import Scheduled, line_up_due

logger = logging.getLogger("varn.jobs")
TICK_SECONDS = 1.0
POLL_SECONDS = 0.5
GRACE_SECONDS = 30.0  # for the job at hand, when told to stop


@dataclass
class Supervisor:
    """Some worker processes, and the clock beside them."""

    processes: int
    schedule: Sequence[Scheduled]
    poll_seconds: float = POLL_SECONDS
    stop: threading.Event = field(default_factory=threading.Event)
    children: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    def run(self, *, goes_on: Callable[[], bool] = lambda: True) -> None:
        """Work until told to stop, or until `goes_on` says no; then let the jobs at hand finish."""
        try:
            while not self.stop.is_set() and goes_on():
                self.tick()
                self.stop.wait(TICK_SECONDS)
        finally:
            self._end_children()
            connections.close_all()

    def tick(self) -> None:
        """Start workers that are missing, then see to the schedule and to abandoned jobs."""
        self.children = [child for child in self.children if child.poll() is None]
        while len(self.children) < self.processes:
            self.children.append(self._start_child())
        close_old_connections()
        now = timezone.now()  # noqa: TID251 - the supervisor is the schedule's clock
        try:
            taken_back = take_back_jobs_of_the_dead(at=now)
            line_up_due(self.schedule, at=now)
        except Error:
            logger.exception("the database is away; trying again")
            connections.close_all()
            return
        if taken_back:
            logger.warning("%d jobs taken back from workers that died", taken_back)

    def _start_child(self) -> "subprocess.Popen[bytes]":
        program = [sys.executable, "-m", "varn.project.jobs.process"]
        return subprocess.Popen([*program, str(os.getpid()), str(self.poll_seconds)])  # noqa: S603

    def _end_children(self) -> None:
        for child in self.children:
            child.terminate()
        for child in self.children:
            with suppress(subprocess.TimeoutExpired):
                child.wait(timeout=GRACE_SECONDS)
            child.kill()  # its job, if any, is taken back by the next supervisor
            child.wait()
