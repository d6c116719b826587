"""A held meeting as a result of its activity; its minutes are the result's evidence."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from varn.dialogue.actions.errors import NowhereError
from varn.dialogue.models import Meeting
from varn.mandate.actions import NewFile, ResultValues, correct_result, record_result

if TYPE_CHECKING:
    from varn.accounts.models import User
    from varn.mandate.models import Result


def record_result_of(
    meeting: Meeting, *, files: Sequence[NewFile], by: "User", at: datetime
) -> "Result":
    """Record the result of a meeting that has just been held.

    Raises what `mandate.actions.record_result` raises, and `NowhereError`.
    """
    return record_result(
        activity_id=meeting.activity_id,
        values=_values(meeting),
        files=files,
        submission=meeting.submission,
        by=by,
        at=at,
    )


def correct_result_of(
    meeting: Meeting, *, files: Sequence[NewFile], by: "User", at: datetime
) -> "Result":
    """Let the result say what the meeting says now; new minutes are added to its evidence.

    Raises what `mandate.actions.correct_result` raises, and `NowhereError`.
    """
    assert meeting.result is not None  # noqa: S101 -- a held meeting has one; the database says so
    return correct_result(
        result_id=meeting.result.pk,
        values=_values(meeting),
        files=files,
        version=meeting.result.version,
        by=by,
        at=at,
    )


def _values(meeting: Meeting) -> ResultValues:
    """A digital meeting without a place counts where its mandate's holder is."""
    holder = meeting.mandate.holder
    place_id = meeting.place_id or (holder.place_id if holder else None)
    if place_id is None:
        raise NowhereError(meeting)
    return ResultValues(
        title=meeting.title,
        description=meeting.summary,
        place_id=place_id,
        occurred_on=meeting.held_on,
    )
