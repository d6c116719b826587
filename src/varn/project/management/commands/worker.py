"""Do jobs and keep the schedule."""

import os
import signal
import threading
from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from varn.project.jobs.supervisor import POLL_SECONDS, Supervisor
from varn.project.schedule import SCHEDULE


class Command(BaseCommand):
    help = "Do jobs and keep the schedule, until told to stop. Run as many as you like."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add how many, how eager, and beside whom."""
        parser.add_argument(
            "--processes", type=int, default=2, help="jobs done at the same time (2)"
        )
        parser.add_argument(
            "--poll", type=float, default=POLL_SECONDS, metavar="SECONDS",
            help="how long an idle worker waits before it looks again (%(default)s)",
        )  # fmt: skip
        parser.add_argument(
            "--beside", type=int, metavar="PID", help="stop when this parent process is gone"
        )

    def handle(self, *args: object, **options: object) -> None:
        """Run until SIGTERM or SIGINT; jobs at hand are finished first."""
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        beside = options["beside"]
        Supervisor(
            processes=int(str(options["processes"])),
            schedule=SCHEDULE,
            poll_seconds=float(str(options["poll"])),
            stop=stop,
        ).run(goes_on=lambda: beside is None or os.getppid() == beside)
