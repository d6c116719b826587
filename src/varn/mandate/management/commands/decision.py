"""`varn decision read FILE...`: print what each decision says, one JSON object for each file."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import cast

from django.core.management.base import BaseCommand

from varn.kernel.documents import DEFAULT_LIMITS, DocumentError, TooLargeDocumentError, extract_text
from varn.mandate.rules.reading import read_decision

type Json = dict[str, object]


class Command(BaseCommand):
    help = "Read decisions: print the facts that each file holds as JSON."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add what to do with which files."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
        read = actions.add_parser("read", help="print the facts of each file, in the order given")
        read.add_argument(
            "files", nargs="+", type=Path, metavar="FILE", help="txt, md, html, docx or pdf"
        )

    def handle(self, *args: object, **options: object) -> None:
        """Read every file; a file that can't be read says why, and the exit code is 1."""
        indent = 2 if self.stdout.isatty() else None
        failed = False
        for path in cast("list[Path]", options["files"]):
            facts = facts_of(path)
            failed = failed or "error" in facts
            self.stdout.write(json.dumps(facts, ensure_ascii=False, indent=indent))
        if failed:
            sys.exit(1)


def facts_of(path: Path) -> Json:
    """What a file's decision says, or what is wrong with the file."""
    try:
        document = extract_text(content_of(path), filename=path.name)
    except DocumentError as error:
        return failure(path, error.code, error.message)
    except OSError as error:
        return failure(path, "not_readable", f"The file can't be opened: {error.strerror}.")
    return {"file": str(path), **read_decision(document.text).as_json()}


def content_of(path: Path) -> bytes:
    """A file's bytes; a file that is too large isn't read into memory."""
    if path.stat().st_size > DEFAULT_LIMITS.size:
        raise TooLargeDocumentError(f"The file is larger than {DEFAULT_LIMITS.size:,} bytes.")
    return path.read_bytes()


def failure(path: Path, code: str, message: str) -> Json:
    return {"file": str(path), "error": {"code": code, "message": message}}
