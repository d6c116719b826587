"""Migrate, and give the application's role what it needs on the tables of today."""

from django.core.management.base import CommandError
from django.core.management.commands.migrate import Command as MigrateCommand

from varn.project.database_roles import RoleMissingError, grant_to_application


class Command(MigrateCommand):
    """Django's own command, with the grants after it."""

    def handle(self, *args: object, **options: object) -> None:
        """Migrate; grants follow only when everything was migrated."""
        super().handle(*args, **options)
        if options.get("app_label") or options.get("plan") or options.get("check_unapplied"):
            return
        try:
            grant_to_application()
        except RoleMissingError as error:
            raise CommandError(str(error)) from error
