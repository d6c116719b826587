"""Write a mandate's final report to a file, or a frozen version of it; check that it is unchanged.

varn final-report S2014/1695/FST --out report.pdf
varn final-report S2014/1695/FST --version 2 --format html --out report.html
varn final-report S2014/1695/FST --version 2 --check
varn final-report S2014/1695/FST --version 2 --format content --out content.json
varn final-report --content content.json --format pdf --out report.pdf

The last two need no mandate where the report is rebuilt: the content file holds all of it.
"""
# ruff: noqa: N999 - the command is called final-report

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from varn.final_report.choices import Language, ReportFormat
from varn.final_report.gateways.report_files import report_file
from varn.final_report.gateways.version_files import file_check
from varn.final_report.queries import UnknownRegistryNumberError, report_content
from varn.final_report.queries.versions import (
    UnknownVersionError,
    Version,
    version_of_number,
)
from varn.final_report.rules.content import ReportContent
from varn.final_report.rules.stored import UnreadableContentError, restored, stored
from varn.kernel.files import FILE_FOR_ALL, write_whole

CONTENT = "content"  # everything that the report is made from, to rebuild it elsewhere


class Command(BaseCommand):
    help = "Write the final report of a mandate as a file, as of now or as a version was frozen."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:  # noqa: ANN401
        """Let --version mean the report's; Django's own option of that name shows Django's."""
        return super().create_parser(prog_name, subcommand, conflict_handler="resolve", **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add which mandate and version, in which form, and where to."""
        parser.add_argument("registry_number", metavar="REGISTRY-NUMBER", nargs="?")
        parser.add_argument(
            "--content", type=Path, metavar="FILE", help="Build from a content file instead."
        )
        forms = [*ReportFormat.values, CONTENT]
        parser.add_argument("--format", choices=forms, default=ReportFormat.PDF.value)
        parser.add_argument("--out", type=Path, metavar="FILE")
        parser.add_argument("--language", choices=Language.values, default=Language.SWEDISH.value)
        parser.add_argument("--version", type=int, metavar="N", help="Build a frozen version.")
        parser.add_argument(
            "--check",
            action="store_true",
            help="Build every file of the version anew and compare it with the kept one.",
        )

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ANN401 - of many types
        """Make the whole report first, then write the file."""
        _check_source(options)
        if options["check"]:
            self._check(_version(options))
            return
        if options["out"] is None:
            raise CommandError("Say where to write: --out FILE")
        out = Path(options["out"])
        _check_writable(out)
        report = _made(_content(options), options)
        try:
            write_whole(out, report, mode=FILE_FOR_ALL)
        except OSError as error:
            raise CommandError(f"Could not write {out}: {error.strerror}.") from error
        self.stdout.write(f"Wrote {out} ({len(report)} bytes).")

    def _check(self, version: Version) -> None:
        """Say of each file whether it is the same; end with an error when any is not."""
        checks = [file_check(each, version.document.content) for each in version.files]
        for check in checks:
            self.stdout.write(f"{'same   ' if check.is_same else 'DIFFERS'}  {check.name}")
        if not all(check.is_same for check in checks):
            raise CommandError(
                "Some files differ: this Värn sets the same content in another way than the one "
                "that froze it. The kept files are unchanged and are what counts."
            )


def _check_source(options: dict[str, Any]) -> None:
    """Exactly one source: a mandate by its number, or a content file."""
    if options["registry_number"] is None and options["content"] is None:
        raise CommandError("Name a mandate by its registry number, or a file: --content FILE")
    if options["content"] and (options["registry_number"] or options["version"] is not None):
        raise CommandError("A content file holds its own mandate and version: name only the file.")
    if options["content"] and options["check"]:
        raise CommandError("Only versions on the desk can be checked: REGISTRY-NUMBER --version N")


def _made(content: ReportContent, options: dict[str, Any]) -> bytes:
    if options["format"] == CONTENT:
        kept = json.dumps(stored(content), ensure_ascii=False, indent=2, sort_keys=True)
        return f"{kept}\n".encode()
    form = ReportFormat(options["format"])
    return report_file(content, form=form, language=options["language"])


def _read(path: Path) -> ReportContent:
    try:
        saved = json.loads(path.read_bytes())
    except OSError as error:
        raise CommandError(f"Could not read {path}: {error.strerror}.") from error
    except ValueError as error:
        raise CommandError(f"{path} is no content file: it isn't JSON.") from error
    if not isinstance(saved, dict):
        raise CommandError(f"{path} is no content file. Make one with --format content.")
    try:
        return restored(saved)
    except UnreadableContentError as error:
        raise CommandError(
            f"{path} is no content file that this Värn can read. Make one with --format content."
        ) from error


def _content(options: dict[str, Any]) -> ReportContent:
    if options["content"] is not None:
        return _read(Path(options["content"]))
    try:
        if options["version"] is None:
            return report_content(options["registry_number"])
        return restored(_version(options).document.content)
    except UnknownRegistryNumberError as error:
        raise CommandError(_unknown(error)) from error
    except UnreadableContentError as error:
        raise CommandError(
            "This Värn can't read the frozen content. Take the kept file from the desk."
        ) from error


def _version(options: dict[str, Any]) -> Version:
    if options["version"] is None:
        raise CommandError("Say which version to check: --version N")
    try:
        return version_of_number(options["registry_number"], options["version"])
    except UnknownRegistryNumberError as error:
        raise CommandError(_unknown(error)) from error
    except UnknownVersionError as error:
        known = ", ".join(str(number) for number in error.known) or "none"
        raise CommandError(f"No version {error.number} is frozen. Frozen: {known}.") from error


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
