"""Bringing in earlier activities and results from a file: a preview, then all of it or nothing."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from varn.audit.actions import record
from varn.kernel.tables import read_table
from varn.mandate.actions.work_writing import write_work
from varn.mandate.choices import MandateEvent, WorkOutcome, WorkProblem
from varn.mandate.models import Mandate, WorkImport
from varn.mandate.queries.work_imports import known_work
from varn.mandate.rules.files import plain_name
from varn.mandate.rules.work_plan import PROBLEMS_OF_THE_MANDATE, PlannedWork, plan_work
from varn.mandate.rules.work_rows import CellProblem, Frame, WorkRow, WorkValues, read_work

if TYPE_CHECKING:
    from varn.accounts.models import User


class WorkAlreadyImportedError(Exception):
    """The file was brought in before."""


class WorkRowsInErrorError(Exception):
    """Some rows must be corrected first; nothing was brought in."""


class NoWorkToImportError(Exception):
    """Everything in the file is there already."""


class WorkPreviewOutdatedError(Exception):
    """Something changed since the preview; the preview has been renewed."""


@transaction.atomic
def preview_work(
    *, mandate_id: int, file_name: str, content: bytes, today: date, by: "User", at: datetime
) -> WorkImport:
    """Read a file and say what each row would do; the same file again renews its preview.

    Raises `TableError` and `WorkHeadingError`.
    """
    mandate = Mandate.objects.select_for_update(of=("self",)).get(pk=mandate_id)
    frame = Frame(decided_on=mandate.decided_on, today=today)
    columns, rows = read_work(read_table(content), frame)
    batch, _created = WorkImport.objects.update_or_create(
        mandate=mandate,
        file_hash=hashlib.sha256(content).hexdigest(),
        applied_at=None,
        defaults={
            "file_name": plain_name(file_name),
            "columns": columns,
            "rows": _as_json(_plan(mandate, rows, today)),
            "read_by": by,
            "read_at": at,
        },
    )
    record(MandateEvent.WORK_PREVIEWED, subject=batch, by=by, at=at, details=_file(batch))
    return batch


def apply_work(*, import_id: int, today: date, by: "User", at: datetime) -> WorkImport:
    """Bring in every row of a preview, or none.

    Raises `WorkAlreadyImportedError`, `WorkRowsInErrorError`, `NoWorkToImportError` or, with the
    preview renewed, `WorkPreviewOutdatedError`.
    """
    with transaction.atomic():
        batch = _locked(import_id)
        planned = _plan(batch.mandate, _rows_of(batch), today)
        is_outdated = _as_json(planned) != batch.rows
        if is_outdated:
            batch.rows = _as_json(planned)
            batch.save(update_fields=["rows"])
        else:
            _refuse_without_effect(planned)
            details = _file(batch) | asdict(write_work(planned, today=today, by=by, at=at))
            batch.applied_by, batch.applied_at = by, at
            batch.save(update_fields=["applied_by", "applied_at"])
            record(MandateEvent.WORK_IMPORTED, subject=batch, by=by, at=at, details=details)
    if is_outdated:
        raise WorkPreviewOutdatedError(batch.file_name)
    return batch


def _locked(import_id: int) -> WorkImport:
    """The file, with its mandate held so that imports wait for each other."""
    mandate_id = WorkImport.objects.values_list("mandate_id", flat=True).get(pk=import_id)
    mandate = Mandate.objects.select_for_update(of=("self",)).get(pk=mandate_id)
    batch = WorkImport.objects.select_for_update(of=("self",)).get(pk=import_id)
    batch.mandate = mandate
    if batch.applied_at:
        raise WorkAlreadyImportedError(batch.file_name)
    return batch


def _refuse_without_effect(planned: Sequence[PlannedWork]) -> None:
    outcomes = Counter(each.outcome for each in planned)
    if outcomes[WorkOutcome.ERROR]:
        raise WorkRowsInErrorError
    if outcomes[WorkOutcome.KNOWN] == len(planned):
        raise NoWorkToImportError


def _plan(mandate: Mandate, rows: Sequence[WorkRow], today: date) -> list[PlannedWork]:
    return plan_work(rows, known_work(mandate, rows, today=today))


def _file(batch: WorkImport) -> dict[str, object]:
    return {"file_name": batch.file_name, "sha256": batch.file_hash}


def _as_json(planned: Sequence[PlannedWork]) -> list[dict[str, Any]]:
    """Rows as the database gives them back: no tuples."""
    return [
        {
            "number": each.row.number,
            "values": asdict(each.row.values),
            "outcome": each.outcome.value,
            "problems": [[p.column, p.problem.value, p.said, p.near] for p in each.problems],
        }
        for each in planned
    ]


def _rows_of(batch: WorkImport) -> list[WorkRow]:
    """The rows as they were read, without the problems that only mandate and directory know."""
    return [
        WorkRow(
            row["number"],
            WorkValues(**row["values"]),
            tuple(
                CellProblem(column, WorkProblem(problem), said, near)
                for column, problem, said, near in row["problems"]
                if not _is_of_the_mandate(row, column, problem)
            ),
        )
        for row in batch.rows
    ]


def _is_of_the_mandate(row: dict[str, Any], column: str, problem: str) -> bool:
    """Whether a renewed plan says it anew; a requirement that is no number never becomes one."""
    is_no_number = column == "requirement" and not row["values"]["requirement"].isdigit()
    return problem in PROBLEMS_OF_THE_MANDATE and not is_no_number
