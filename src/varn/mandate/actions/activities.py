"""Adding and changing what is done under a requirement."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from varn.audit.actions import record
from varn.mandate.actions.errors import StaleVersionError
from varn.mandate.choices import ActivityState, MandateEvent
from varn.mandate.models import Activity

if TYPE_CHECKING:
    from varn.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class ActivityValues:
    """What a person says about an activity."""

    title: str
    description: str
    target_group: str
    duty_bearer_id: int
    starts_on: date
    ends_on: date | None
    responsible: str
    state: ActivityState


@transaction.atomic
def add_activity(
    *, requirement_id: int, values: ActivityValues, submission: UUID, by: "User", at: datetime
) -> Activity:
    """Add an activity under a requirement; the same submission again returns the first."""
    activity, is_new = Activity.objects.get_or_create(
        submission=submission,
        defaults={
            "requirement_id": requirement_id,
            **asdict(values),
            "created_by": by,
            "created_at": at,
        },
    )
    if is_new:
        record(MandateEvent.ACTIVITY_ADDED, subject=activity, by=by, at=at, details=_said(values))
    return activity


@transaction.atomic
def change_activity(
    *, activity_id: int, values: ActivityValues, version: int, by: "User", at: datetime
) -> Activity:
    """Change an activity that nobody else has changed since.

    Raises `StaleVersionError` with the activity as it stands.
    """
    activity = (
        Activity.objects.select_for_update(of=("self",))
        .select_related("duty_bearer")
        .get(pk=activity_id)
    )
    if activity.version != version:
        raise StaleVersionError(activity)
    for name, value in asdict(values).items():
        setattr(activity, name, value)
    activity.version += 1
    activity.save()
    record(MandateEvent.ACTIVITY_CHANGED, subject=activity, by=by, at=at, details=_said(values))
    return activity


def _said(values: ActivityValues) -> dict[str, object]:
    return {name: str(value) for name, value in asdict(values).items() if value is not None}
