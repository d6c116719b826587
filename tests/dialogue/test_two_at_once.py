"""Two people, or one impatient person, at the same moment, with real commits."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connections

from tests.dialogue.factories import MeetingFactory, hold, meeting_values, organisations
from tests.mandate.factories import NOON, CoordinatorFactory
from varn.dialogue.actions import (
    CancelledError,
    NotPlannedError,
    StaleMeetingError,
    cancel_meeting,
    plan_meeting,
)
from varn.dialogue.models import Meeting, Participation
from varn.mandate.models import Result


def at_once(*calls):
    def answer(call):
        try:
            return call()
        except (StaleMeetingError, CancelledError, NotPlannedError) as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(answer, calls))


@pytest.mark.usefixtures("shared_database")
def test_one_form_sent_twice_plans_one_meeting():
    by, values, submission = CoordinatorFactory(), meeting_values(), uuid4()
    asked = [each.pk for each in organisations("Polisen", "Skolverket")]

    def plan():
        return plan_meeting(
            values=values, organisations=asked, submission=submission, by=by, at=NOON
        )

    first, second = at_once(plan, plan)

    assert first == second
    assert Participation.objects.count() == 2


@pytest.mark.usefixtures("shared_database")
def test_a_meeting_recorded_by_two_at_once_is_one_result():
    by = CoordinatorFactory()
    meeting = MeetingFactory(by=by)

    answers = at_once(*[lambda: hold(meeting, by=by)] * 2)

    assert sorted(type(answer).__name__ for answer in answers) == ["Meeting", "StaleMeetingError"]
    assert Result.objects.count() == 1


@pytest.mark.usefixtures("shared_database")
def test_a_meeting_is_either_held_or_called_off():
    by = CoordinatorFactory()
    meeting = MeetingFactory(by=by)

    def cancel():
        return cancel_meeting(meeting_id=meeting.pk, because="Sjukdom", version=1, by=by, at=NOON)

    answers = at_once(lambda: hold(meeting, by=by), cancel)

    assert sum(isinstance(answer, Meeting) for answer in answers) == 1
    assert Meeting.objects.get().is_held == Result.objects.exists()
