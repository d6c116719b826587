"""Serve Värn over HTTP with granian."""

import multiprocessing
from argparse import ArgumentParser

from django.core.management import call_command
from django.core.management.base import BaseCommand
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

STOPS_WITHIN_SECONDS = 5  # a worker told to stop while it starts may not hear it


class Command(BaseCommand):
    help = "Serve Värn. In production, put a proxy that speaks https in front of it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add where to listen and with how many processes."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2)

    def handle(self, *args: object, **options: object) -> None:
        """Publish the static files, then serve until told to stop."""
        call_command("collectstatic", interactive=False, verbosity=0)
        serve(
            host=str(options["host"]),
            port=int(str(options["port"])),
            workers=int(str(options["workers"])),
        )


def serve(*, host: str, port: int, workers: int) -> None:
    """Run granian until it is told to stop; a worker that dies is started again.

    Workers are started anew, not forked: a fork would share our database connections, and leave
    behind the threads that typst sets its pages with.
    """
    multiprocessing.set_start_method("spawn", force=True)
    Server(
        "varn.project.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=8,
        respawn_failed_workers=True,
        workers_kill_timeout=STOPS_WITHIN_SECONDS,
        log_access=False,
        log_level=LogLevels.error,
    ).serve()
