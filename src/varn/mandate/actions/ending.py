"""Completing and cancelling an activity, and taking it up again."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from varn.audit.actions import record
from varn.mandate.actions.activities import locked_activity
from varn.mandate.actions.errors import (
    ActivityEndedError,
    ActivityOpenError,
    EndsBeforeStartError,
    EndsInFutureError,
    NotAssessedError,
    ReasonMissingError,
)
from varn.mandate.choices import OPEN_STATES, ActivityState, MandateEvent
from varn.mandate.models import Activity, ChildRightsAssessment

if TYPE_CHECKING:
    from varn.accounts.models import User


@transaction.atomic
def complete_activity(
    *, activity_id: int, ended_on: date, version: int, by: "User", at: datetime
) -> Activity:
    """Say that an activity is over and when it ended; what comes of it can still be recorded.

    Raises `StaleVersionError`, `ActivityEndedError`, `NotAssessedError`, `EndsInFutureError` or
    `EndsBeforeStartError`.
    """
    activity = _open_activity(activity_id, version)
    if not ChildRightsAssessment.objects.filter(activity=activity).exists():
        raise NotAssessedError(activity)
    if ended_on > timezone.localdate(at):
        raise EndsInFutureError(ended_on)
    if ended_on < activity.starts_on:
        raise EndsBeforeStartError(activity.starts_on)
    activity.ends_on = ended_on
    activity.state = ActivityState.COMPLETED
    details = {"ends_on": ended_on.isoformat()}
    return _ended(activity, MandateEvent.ACTIVITY_COMPLETED, by, at, details)


@transaction.atomic
def cancel_activity(
    *, activity_id: int, because: str, version: int, by: "User", at: datetime
) -> Activity:
    """Say that an activity doesn't take place, or not to its end, and why.

    Raises `StaleVersionError`, `ActivityEndedError` or `ReasonMissingError`.
    """
    activity = _open_activity(activity_id, version)
    if not because.strip():
        raise ReasonMissingError
    activity.state = ActivityState.CANCELLED
    activity.ended_because = because.strip()
    details = {"because": activity.ended_because}
    return _ended(activity, MandateEvent.ACTIVITY_CANCELLED, by, at, details)


@transaction.atomic
def reopen_activity(*, activity_id: int, version: int, by: "User", at: datetime) -> Activity:
    """Take a completed or cancelled activity up again. Its assessment stays.

    Raises `StaleVersionError` or `ActivityOpenError`.
    """
    activity = locked_activity(activity_id, version)
    if activity.state in OPEN_STATES:
        raise ActivityOpenError(activity)
    details = {"from": activity.state, "because": activity.ended_because}
    activity.state = ActivityState.UNDER_WAY
    activity.ended_because = ""
    activity.ended_by = activity.ended_at = None
    return _saved(activity, MandateEvent.ACTIVITY_REOPENED, by, at, details)


def _open_activity(activity_id: int, version: int) -> Activity:
    activity = locked_activity(activity_id, version)
    if activity.state not in OPEN_STATES:
        raise ActivityEndedError(activity)
    return activity


def _ended(
    activity: Activity, event: MandateEvent, by: "User", at: datetime, details: dict[str, str]
) -> Activity:
    activity.ended_by, activity.ended_at = by, at
    return _saved(activity, event, by, at, details)


def _saved(
    activity: Activity, event: MandateEvent, by: "User", at: datetime, details: dict[str, str]
) -> Activity:
    activity.version += 1
    activity.save()
    record(event, subject=activity, by=by, at=at, details=details)
    return activity
