"""Writing planned rows of earlier work, many at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from varn.mandate.choices import WorkOutcome
from varn.mandate.models import Activity, Result
from varn.mandate.rules.work_plan import PlannedWork, open_state

if TYPE_CHECKING:
    from varn.accounts.models import User

WRITTEN_AT_A_TIME = 500


@dataclass(frozen=True)
class Written:
    """The keys of what was added, for the trail."""

    activities: list[int]
    results: list[int]


def write_work(planned: Sequence[PlannedWork], *, today: date, by: "User", at: datetime) -> Written:
    """Add the activities and results of rows without errors; what is there stays as it is."""
    new = [each for each in planned if each.outcome == WorkOutcome.NEW]
    activities = Activity.objects.bulk_create(
        [_activity(each, today=today, by=by, at=at) for each in new], batch_size=WRITTEN_AT_A_TIME
    )
    keys: dict[UUID, int] = {each.submission: each.pk for each in activities}
    _name_others(new, keys)
    results = Result.objects.bulk_create(
        [
            _result(each, each.result, each.known_activity or keys[each.activity], by, at)
            for each in planned
            if each.result and each.outcome in (WorkOutcome.NEW, WorkOutcome.RESULT)
        ],
        batch_size=WRITTEN_AT_A_TIME,
    )
    return Written([each.pk for each in activities], [each.pk for each in results])


def _activity(planned: PlannedWork, *, today: date, by: "User", at: datetime) -> Activity:
    values = planned.row.values
    return Activity(
        requirement_id=planned.requirement_id,
        title=values.title,
        description=values.description,
        target_group=values.target_group,
        duty_bearer_id=planned.duty_bearer_id,
        audience=values.audience,
        starts_on=date.fromisoformat(values.starts_on),
        ends_on=date.fromisoformat(values.ends_on) if values.ends_on else None,
        responsible=values.responsible,
        state=open_state(values, today=today),
        submission=planned.activity,
        created_by=by,
        created_at=at,
    )


def _name_others(planned: Sequence[PlannedWork], keys: dict[UUID, int]) -> None:
    partners, places = Activity.partners.through, Activity.places.through
    partners.objects.bulk_create(
        partners(activity_id=keys[each.activity], organisation_id=pk)
        for each in planned
        for pk in each.partner_ids
    )
    places.objects.bulk_create(
        places(activity_id=keys[each.activity], place_id=pk)
        for each in planned
        for pk in each.place_ids
    )


def _result(
    planned: PlannedWork, submission: UUID, activity_id: int, by: "User", at: datetime
) -> Result:
    values = planned.row.values
    return Result(
        activity_id=activity_id,
        title=values.result,
        description=values.result_description,
        place_id=planned.result_place_id,
        occurred_on=date.fromisoformat(values.result_on),
        submission=submission,
        recorded_by=by,
        recorded_at=at,
    )
