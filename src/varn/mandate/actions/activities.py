"""Adding and changing what is done under a requirement."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from varn.audit.actions import record
from varn.mandate.actions.errors import ActivityEndedError, StaleVersionError
from varn.mandate.choices import OPEN_STATES, ActivityState, MandateEvent
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
    audience: str = ""
    partner_ids: tuple[int, ...] = ()
    place_ids: tuple[int, ...] = ()

    def own(self) -> dict[str, object]:
        """What stands in the activity's own row."""
        others = ("partner_ids", "place_ids")
        return {name: value for name, value in asdict(self).items() if name not in others}


@transaction.atomic
def add_activity(
    *, requirement_id: int, values: ActivityValues, submission: UUID, by: "User", at: datetime
) -> Activity:
    """Add an activity under a requirement; the same submission again returns the first."""
    activity, is_new = Activity.objects.get_or_create(
        submission=submission,
        defaults={
            "requirement_id": requirement_id,
            **values.own(),
            "created_by": by,
            "created_at": at,
        },
    )
    if is_new:
        _name_others(activity, values)
        record(MandateEvent.ACTIVITY_ADDED, subject=activity, by=by, at=at, details=_said(values))
    return activity


@transaction.atomic
def change_activity(
    *, activity_id: int, values: ActivityValues, version: int, by: "User", at: datetime
) -> Activity:
    """Change an activity that nobody else has changed since.

    Raises `StaleVersionError` with the activity as it stands, or `ActivityEndedError`.
    """
    activity = locked_activity(activity_id, version)
    if activity.state not in OPEN_STATES:
        raise ActivityEndedError(activity)
    for name, value in values.own().items():
        setattr(activity, name, value)
    activity.version += 1
    activity.save()
    _name_others(activity, values)
    record(MandateEvent.ACTIVITY_CHANGED, subject=activity, by=by, at=at, details=_said(values))
    return activity


def locked_activity(activity_id: int, version: int) -> Activity:
    """The activity, held until the transaction ends. Raises `StaleVersionError`."""
    activity = (
        Activity.objects.select_for_update(of=("self",))
        .select_related("duty_bearer")
        .get(pk=activity_id)
    )
    if activity.version != version:
        raise StaleVersionError(activity)
    return activity


def _name_others(activity: Activity, values: ActivityValues) -> None:
    activity.partners.set(values.partner_ids)
    activity.places.set(values.place_ids)


def _said(values: ActivityValues) -> dict[str, object]:
    return {name: str(value) for name, value in asdict(values).items() if value not in (None, ())}
