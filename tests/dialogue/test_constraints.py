from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from tests.dialogue.factories import MeetingFactory, organisations
from tests.mandate.factories import ActivityFactory, ResultFactory
from varn.dialogue.models import Meeting, MeetingDecision, Participation

pytestmark = pytest.mark.django_db


def refused(queryset, **changes):
    try:
        with transaction.atomic():
            queryset.update(**changes)
            connection.check_constraints()
    except DatabaseError as error:
        return str(error)
    return "nothing was refused"


def test_a_meeting_is_of_its_activitys_mandate():
    MeetingFactory()

    said = refused(Meeting.objects, activity=ActivityFactory())

    assert "is not of mandate" in said


def test_a_held_meeting_has_a_result_of_its_own_activity():
    meeting = MeetingFactory()
    itself = Meeting.objects.filter(pk=meeting.pk)

    assert "held_is_a_result" in refused(itself, state="held")
    assert "is not of activity" in refused(itself, state="held", result=ResultFactory())


def test_a_held_meeting_stays_held():
    meetings = Meeting.objects.filter(pk=MeetingFactory(held=True).pk)
    itself = meetings.get()

    assert "was held" in refused(meetings, state="planned", result=None)
    assert "was held" in refused(meetings, result=ResultFactory(activity=itself.activity))


def test_a_meeting_is_somewhere_in_order_and_called_off_for_a_reason():
    meetings = Meeting.objects.filter(pk=MeetingFactory().pk)

    assert "is_somewhere" in refused(meetings, place=None)
    assert "held_on_before_ends_on" in refused(meetings, ends_on=date(2014, 1, 1))
    assert "cancelled_because" in refused(meetings, state="cancelled")
    assert "cancelled_because" in refused(meetings, cancelled_because="Sjukdom")
    assert "has_title" in refused(meetings, title="")
    for field in ("kind", "level", "state"):
        assert f"{field}_is_known" in refused(meetings, **{field: "other"})


def test_nobody_has_come_to_a_meeting_that_was_not_held():
    MeetingFactory(asked=organisations("Polisen"))

    assert "is not held" in refused(Participation.objects, state="came")
    assert "is not held" in refused(Participation.objects, state="absent")


def test_people_are_counted_only_where_somebody_came():
    (police,) = organisations("Polisen")
    MeetingFactory(held=True, asked=[police])

    assert "people_who_came" in refused(Participation.objects, people=2)
    assert "asked_or_came" in refused(Participation.objects, was_asked=False)
    assert "people_who_came" in refused(Participation.objects, state="came", people=0)


def test_a_decision_is_done_by_somebody_on_a_day():
    MeetingFactory(held=True, decided=["Utse en kontakt"])

    assert "done_on_and_done_" in refused(MeetingDecision.objects, done_on=date(2014, 11, 1))
    assert "has_text" in refused(MeetingDecision.objects, text="")
    assert "number_from_one" in refused(MeetingDecision.objects, number=0)
