"""Show Värn with this mandate in it, on this machine."""

import socket
from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from varn.accounts.actions import load_roles
from varn.directory.actions import load_directory
from varn.project.database_roles import APPLICATION_ROLE
from varn.project.demo_arguments import DEFAULT_AS_OF, add_demo_arguments
from varn.project.demonstration.cast import PASSWORD, PEOPLE
from varn.project.demonstration.loading import (
    DatabaseInUseError,
    TooEarlyError,
    load_demonstration,
)
from varn.project.env import act_as_database_role
from varn.project.jobs.beside import worker_beside
from varn.project.management.commands.serve import serve
from varn.website.actions import load_start_pages

HOST = "127.0.0.1"
STYLES = Path("ui") / "static" / "ui" / "varn.css"
ASSETS_MISSING = (
    "The styles and scripts of the pages are not built. Run `make demo`, which builds them, or "
    "`npm ci && npm run build`."
)


class Command(BaseCommand):
    help = (
        "Show the demonstration: the mandate S2014/1695/FST with invented activities, as of a day. "
        "The first start loads it; a later day adds what happened since. Time goes forward only: "
        "for an earlier day name another folder, VARN_DATA=FOLDER varn demo --as-of DAY."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the day, the port and whether to serve."""
        add_demo_arguments(parser)

    def handle(self, *args: object, **options: object) -> None:
        """Load, say who can sign in, and serve until told to stop."""
        port, no_serve = int(str(options["port"])), bool(options["no_serve"])
        if not no_serve:
            _ensure_assets()
            _ensure_free(port)
        self._load(settings.DEMONSTRATION_DATE or DEFAULT_AS_OF)
        if no_serve:
            self._say_who()
            return
        call_command("collectstatic", interactive=False, verbosity=0)
        act_as_database_role(APPLICATION_ROLE)  # server and worker own nothing
        with worker_beside():
            self._say_where(port)
            serve(host=HOST, port=port, workers=2)
        self.stdout.write("Stopped.")

    def _load(self, as_of: date) -> None:
        self._say(f"Preparing the demonstration as of {as_of.isoformat()} …")
        now = timezone.now()
        call_command("migrate", interactive=False, verbosity=0)
        load_roles(at=now)
        load_directory(at=now)
        load_start_pages(at=now)
        try:
            loaded = load_demonstration(as_of=as_of)
        except TooEarlyError as error:
            raise CommandError(
                f"The mandate begins on {error}. Choose that day or later."
            ) from None
        except DatabaseInUseError:
            raise CommandError(
                "This database is in use by others than the demonstration. Point DATABASE_URL at "
                "an empty one, or leave it out."
            ) from None
        self._say(f"{loaded.activities} invented activities, {loaded.results} invented results.")

    def _say_where(self, port: int) -> None:
        self._say(f"\n  http://localhost:{port}\n")
        self._say_who()
        self._say("\nStop with Ctrl-C.")

    def _say_who(self) -> None:
        self._say(f"\nSign in with one click on the start page, or with the password {PASSWORD} as")
        for person in PEOPLE:
            self._say(f"  {person.email:<30} {person.name_en}, {person.organisation}")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _ensure_assets() -> None:
    if not (settings.PACKAGE / STYLES).exists():
        raise CommandError(ASSETS_MISSING)


def _ensure_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise CommandError(
                f"Port {port} is taken. Stop what uses it, or choose another: "
                f"varn demo --port {port + 1}"
            ) from None
