"""Write a mandate's final report to a file."""
# ruff: noqa: N999 - the command is called final-report

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from varn.final_report.choices import Language, ReportFormat
from varn.final_report.gateways.report_files import report_file
from varn.final_report.queries import UnknownRegistryNumberError, report_content
from varn.kernel.files import FILE_FOR_ALL, write_whole


class Command(BaseCommand):
    help = "Write the final report of a mandate as PDF, HTML or JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add which mandate, in which form, and where to."""
        parser.add_argument("registry_number", metavar="REGISTRY-NUMBER")
        parser.add_argument("--format", choices=ReportFormat.values, default=ReportFormat.PDF.value)
        parser.add_argument("--out", type=Path, required=True, metavar="FILE")
        parser.add_argument("--language", choices=Language.values, default=Language.SWEDISH.value)

    def handle(self, *args: object, **options: object) -> None:
        """Make the whole report first, then write the file."""
        out = Path(str(options["out"]))
        _check_writable(out)
        try:
            content = report_content(str(options["registry_number"]))
        except UnknownRegistryNumberError as error:
            raise CommandError(_unknown(error)) from error
        form = ReportFormat(str(options["format"]))
        report = report_file(content, form=form, language=str(options["language"]))
        try:
            write_whole(out, report, mode=FILE_FOR_ALL)
        except OSError as error:
            raise CommandError(f"Could not write {out}: {error.strerror}.") from error
        self.stdout.write(f"Wrote {out} ({len(report)} bytes).")


def _check_writable(out: Path) -> None:
    """Say what is wrong with the place before any work is done."""
    if out.is_dir():
        raise CommandError(f"{out} is a folder. Name a file in it: --out {out / 'report.pdf'}")
    if not out.parent.is_dir():
        raise CommandError(f"The folder {out.parent} does not exist. Make it, or name another.")


def _unknown(error: UnknownRegistryNumberError) -> str:
    if not error.known:
        return "No mandate is started yet. Start one from a decision on the desk."
    numbers = "\n".join(f"  {number}" for number in error.known)
    return f"No mandate has the registry number {error.registry_number}. Known:\n{numbers}"
