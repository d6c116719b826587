"""Bringing a person's file into the directory: first a preview, then all of it or nothing."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from django.utils import timezone

from varn.audit.actions import record
from varn.directory.actions.import_writing import write_planned
from varn.directory.choices import DirectoryEvent, ImportState, RowOutcome, RowProblem
from varn.directory.models import ImportBatch
from varn.directory.queries.imports import known_about
from varn.directory.rules.import_plan import PROBLEMS_OF_THE_DIRECTORY, PlannedRow, plan
from varn.directory.rules.import_rows import ReadRow, RowValues, read_rows
from varn.kernel.tables import read_table

if TYPE_CHECKING:
    from varn.accounts.models import User

ONE_IMPORT_AT_A_TIME = 7_414_001  # number of the lock that makes imports wait for each other
LONGEST_FILE_NAME = 255


@transaction.atomic
def preview_import(*, file_name: str, content: bytes, by: "User", at: datetime) -> ImportBatch:
    """Read a file and say what each row would do; the same file again renews its preview.

    Raises `TableError` and `HeadingError`.
    """
    today = timezone.localdate(at)
    rows = read_rows(read_table(content), today=today)
    batch, _created = ImportBatch.objects.update_or_create(
        file_hash=hashlib.sha256(content).hexdigest(),
        state=ImportState.PREVIEWED,
        read_by=by,
        defaults={
            "file_name": file_name[:LONGEST_FILE_NAME],
            "rows": _as_json(_plan(rows, today)),
            "read_at": at,
        },
    )
    record(DirectoryEvent.IMPORT_PREVIEWED, subject=batch, by=by, at=at)
    return batch


class AlreadyAppliedError(Exception):
    """The file was brought in before."""


class RowsInErrorError(Exception):
    """Some rows must be corrected first; nothing was brought in."""


class NothingToApplyError(Exception):
    """Everything in the file is in the directory already."""


class PreviewOutdatedError(Exception):
    """The directory changed since the preview; the preview has been renewed."""


def apply_import(*, batch_id: int, by: "User", at: datetime) -> ImportBatch:
    """Bring in every row of a preview, or none.

    Raises `AlreadyAppliedError`, `RowsInErrorError`, `NothingToApplyError` or, with the preview
    renewed, `PreviewOutdatedError`.
    """
    with transaction.atomic():
        batch = _locked(batch_id)
        planned = _plan(_rows_of(batch), timezone.localdate(at))
        is_outdated = _as_json(planned) != batch.rows
        if is_outdated:
            batch.rows = _as_json(planned)
            batch.save(update_fields=["rows"])
        else:
            _refuse_without_effect(planned)
            write_planned(planned)
            batch.state, batch.applied_by, batch.applied_at = ImportState.APPLIED, by, at
            batch.save(update_fields=["state", "applied_by", "applied_at"])
            counts = Counter(row.outcome.value for row in planned)
            record(DirectoryEvent.IMPORT_APPLIED, subject=batch, by=by, at=at, details=counts)
    if is_outdated:
        raise PreviewOutdatedError(batch.file_name)
    return batch


def _locked(batch_id: int) -> ImportBatch:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_IMPORT_AT_A_TIME])
    batch = ImportBatch.objects.select_for_update().get(pk=batch_id)
    if batch.state == ImportState.APPLIED:
        raise AlreadyAppliedError(batch.file_name)
    return batch


def _refuse_without_effect(planned: Sequence[PlannedRow]) -> None:
    outcomes = {row.outcome for row in planned}
    if RowOutcome.ERROR in outcomes:
        raise RowsInErrorError
    if not outcomes & {RowOutcome.NEW, RowOutcome.CHANGED}:
        raise NothingToApplyError


def _plan(rows: Sequence[ReadRow], today: date) -> list[PlannedRow]:
    return plan(rows, known_about(rows, today=today))


def _as_json(planned: Sequence[PlannedRow]) -> list[dict[str, Any]]:
    """Rows as the database gives them back: no tuples."""
    return [
        {
            "number": row.number,
            "values": asdict(row.values),
            "outcome": row.outcome.value,
            "problems": [problem.value for problem in row.problems],
            "changes": {name: list(change) for name, change in row.changes.items()},
        }
        for row in planned
    ]


def _rows_of(batch: ImportBatch) -> list[ReadRow]:
    """The rows as they were read, without the problems that only the directory knows."""
    return [
        ReadRow(
            row["number"],
            RowValues(**row["values"]),
            tuple(
                RowProblem(problem)
                for problem in row["problems"]
                if problem not in PROBLEMS_OF_THE_DIRECTORY
            ),
        )
        for row in batch.rows
    ]
