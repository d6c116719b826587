"""Bring the standard roles up to what this version says."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from varn.accounts.actions import load_roles
from varn.accounts.queries.permissions import UnknownPermissionError


class Command(BaseCommand):
    help = "Load the standard roles. Safe to run again; after each upgrade it should be."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add what to do."""
        parser.add_argument("action", choices=["load"])

    def handle(self, *args: object, **options: object) -> None:
        """Load, and say what changed."""
        try:
            changed = load_roles(at=timezone.now())
        except UnknownPermissionError as error:
            raise CommandError(f"A role names a permission that does not exist: {error}") from error
        self.stdout.write(f"{len(changed)} roles changed: {', '.join(r.slug for r in changed)}")
