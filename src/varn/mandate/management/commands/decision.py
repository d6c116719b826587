"""`varn decision read FILE...` prints what decisions say; `import` takes them in to be checked.

One JSON object for each file, in the order given; a file that can't be read says why.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from varn.kernel.documents import DEFAULT_LIMITS, DocumentError, TooLargeDocumentError, extract_text
from varn.mandate.actions import upload_decision
from varn.mandate.choices import MandatePermission
from varn.mandate.rules.reading import read_decision

if TYPE_CHECKING:
    from varn.accounts.models import User

type Json = dict[str, object]


class Command(BaseCommand):
    help = "Read decisions: print the facts that each file holds as JSON, or take the files in."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add what to do with which files."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
        read = actions.add_parser("read", help="print the facts of each file, in the order given")
        take_in = actions.add_parser("import", help="take files in, to be checked on the desk")
        take_in.add_argument("--by", required=True, metavar="EMAIL", help="who hands them in")
        for action in (read, take_in):
            action.add_argument(
                "files", nargs="+", type=Path, metavar="FILE", help="txt, md, html, docx or pdf"
            )

    def handle(self, *args: object, **options: object) -> None:
        """Read or take in every file; the exit code is 1 when one can't be read."""
        question = facts_of
        if options["action"] == "import":
            question = partial(imported, by=person(str(options["by"])), at=timezone.now())
        self.answer(cast("list[Path]", options["files"]), question)

    def answer(self, paths: list[Path], question: Callable[[Path], Json]) -> None:
        """Print one object for each file."""
        indent = 2 if self.stdout.isatty() else None
        failed = False
        for path in paths:
            facts = question(path)
            failed = failed or "error" in facts
            self.stdout.write(json.dumps(facts, ensure_ascii=False, indent=indent))
        if failed:
            sys.exit(1)


def facts_of(path: Path) -> Json:
    """What a file's decision says, or what is wrong with the file."""
    return answered(path, read)


def imported(path: Path, *, by: "User", at: datetime) -> Json:
    """How the decision in a file was taken in, or what is wrong with the file."""
    return answered(path, partial(take_in, by=by, at=at))


def answered(path: Path, question: Callable[[Path], Json]) -> Json:
    try:
        return {"file": str(path), **question(path)}
    except DocumentError as error:
        return failure(path, error.code, error.message)
    except OSError as error:
        return failure(path, "not_readable", f"The file can't be opened: {error.strerror}.")


def read(path: Path) -> Json:
    document = extract_text(content_of(path), filename=path.name)
    return read_decision(document.text).as_json()


def take_in(path: Path, *, by: "User", at: datetime) -> Json:
    decision = upload_decision(data=content_of(path), file_name=path.name, by=by, at=at)
    open_facts = decision.facts.filter(decided_at=None)
    return {
        "decision": decision.pk,
        "kind": decision.kind,
        "is_new": decision.uploaded_at == at,
        "facts": decision.facts.count(),
        "open": open_facts.count(),
        "to_check": open_facts.exclude(doubt="").count(),
    }


def person(email: str) -> "User":
    """Who hands in; the same permission as on the desk."""
    found = get_user_model().objects.filter(email=email.lower(), is_active=True).first()
    if found is None:
        raise CommandError(f"Nobody signs in as {email}. Give the address of somebody who does.")
    if not found.has_perm(MandatePermission.START):
        raise CommandError(f"{email} may not take decisions in. Give somebody who may.")
    return found


def content_of(path: Path) -> bytes:
    """A file's bytes; a file that is too large isn't read into memory."""
    if path.stat().st_size > DEFAULT_LIMITS.size:
        raise TooLargeDocumentError(f"The file is larger than {DEFAULT_LIMITS.size:,} bytes.")
    return path.read_bytes()


def failure(path: Path, code: str, message: str) -> Json:
    return {"file": str(path), "error": {"code": code, "message": message}}
