"""Check and compile the translations."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from varn.project.messages import compile_all, problems


class Command(BaseCommand):
    help = "Check that everything is said in Swedish too, or compile the translations."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add what to do."""
        parser.add_argument("action", choices=["check", "compile"])

    def handle(self, *args: object, **options: object) -> None:
        """Do it; `check` fails with one line for each gap."""
        if options["action"] == "compile":
            self.stdout.write(f"{compile_all()} catalogues compiled")
            return
        found = problems()
        if found:
            raise CommandError("\n".join(found))
        self.stdout.write("every text is in Swedish too")
