"""Recording what came of an activity, with its evidence."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from varn.audit.actions import record
from varn.kernel.files import keep_file
from varn.mandate.actions.errors import (
    BeforeDecisionError,
    FileRefusedError,
    StaleVersionError,
    TooManyFilesError,
)
from varn.mandate.choices import MandateEvent
from varn.mandate.models import Activity, Evidence, Result
from varn.mandate.rules.files import MOST_FILES, media_type, plain_name, problem

if TYPE_CHECKING:
    from varn.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class ResultValues:
    """What a person says about a result."""

    title: str
    description: str
    place_id: int
    occurred_on: date


@dataclass(frozen=True, kw_only=True)
class NewFile:
    """A document to keep as evidence."""

    name: str
    data: bytes
    description: str = ""


@transaction.atomic
def record_result(
    *,
    activity_id: int,
    values: ResultValues,
    files: Sequence[NewFile] = (),
    submission: UUID,
    by: "User",
    at: datetime,
) -> Result:
    """Record a result; the same submission again returns the first.

    Raises `BeforeDecisionError`, `FileRefusedError` and `TooManyFilesError`.
    """
    activity = Activity.objects.select_related("requirement__mandate").get(pk=activity_id)
    _check(activity, values, files)
    result, is_new = Result.objects.get_or_create(
        submission=submission,
        defaults={
            "activity": activity,
            **asdict(values),
            "recorded_by": by,
            "recorded_at": at,
        },
    )
    if is_new:
        kept = _keep_evidence(result, files, by, at)
        details = {**_said(values), "evidence": kept}
        record(MandateEvent.RESULT_RECORDED, subject=result, by=by, at=at, details=details)
    return result


@transaction.atomic
def correct_result(
    *,
    result_id: int,
    values: ResultValues,
    files: Sequence[NewFile] = (),
    version: int,
    by: "User",
    at: datetime,
) -> Result:
    """Correct a result that nobody else has changed since; new files are added to its evidence.

    Raises `StaleVersionError` and what `record_result` raises.
    """
    result = (
        Result.objects.select_for_update(of=("self",))
        .select_related("activity__requirement__mandate", "place")
        .get(pk=result_id)
    )
    if result.version != version:
        raise StaleVersionError(result)
    _check(result.activity, values, files)
    for name, value in asdict(values).items():
        setattr(result, name, value)
    result.version += 1
    result.save()
    kept = _keep_evidence(result, files, by, at)
    details = {**_said(values), "evidence": kept}
    record(MandateEvent.RESULT_CORRECTED, subject=result, by=by, at=at, details=details)
    return result


def _check(activity: Activity, values: ResultValues, files: Sequence[NewFile]) -> None:
    decided_on = activity.requirement.mandate.decided_on
    if values.occurred_on < decided_on:
        raise BeforeDecisionError(decided_on)
    if len(files) > MOST_FILES:
        raise TooManyFilesError(MOST_FILES)
    for file in files:
        if found := problem(file.name, file.data):
            raise FileRefusedError(file.name, found)


def _keep_evidence(result: Result, files: Sequence[NewFile], by: "User", at: datetime) -> list[str]:
    kept = []
    for file in files:
        evidence, _ = Evidence.objects.get_or_create(
            result=result,
            sha256=keep_file(file.data),
            defaults={
                "file_name": plain_name(file.name),
                "media_type": media_type(file.name),
                "size": len(file.data),
                "description": file.description,
                "added_by": by,
                "added_at": at,
            },
        )
        kept.append(evidence.sha256)
    return kept


def _said(values: ResultValues) -> dict[str, object]:
    return {name: str(value) for name, value in asdict(values).items()}
