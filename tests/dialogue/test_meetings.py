from datetime import date
from uuid import uuid4

import pytest

from tests.dialogue.factories import (
    MeetingFactory,
    came,
    hold,
    meeting_values,
    organisations,
)
from tests.directory.factories import OrganisationFactory
from tests.mandate.factories import NOON, PDF, ActivityFactory, CoordinatorFactory, PlaceFactory
from varn.audit.models import Entry
from varn.dialogue.actions import (
    ActivityFixedError,
    CancelledError,
    Decided,
    DecisionDoneError,
    DecisionOpenError,
    NotPlannedError,
    NowhereError,
    OtherMandateError,
    StaleMeetingError,
    answer_invitation,
    cancel_meeting,
    change_meeting,
    complete_decision,
    plan_meeting,
    reopen_decision,
)
from varn.dialogue.models import Meeting
from varn.mandate.actions import BeforeDecisionError, FileRefusedError, NewFile
from varn.mandate.models import Evidence, Result

pytestmark = pytest.mark.django_db
MINUTES = NewFile(name="protokoll.pdf", data=PDF, description="Protokoll")


def change(meeting, *, asked=(), version=None, **changes):
    values = {"activity_id": meeting.activity_id, "place_id": meeting.place_id} | changes
    return change_meeting(
        meeting_id=meeting.pk,
        values=meeting_values(**values),
        organisations=[each.pk for each in asked],
        version=version or meeting.version,
        by=CoordinatorFactory(),
        at=NOON,
    )


def states(meeting):
    rows = meeting.participations.values_list("organisation__name", "state")
    return dict(rows)


def test_a_planned_meeting_asks_organisations_and_leaves_no_result():
    police, schools = organisations("Polisen", "Skolverket")

    meeting = MeetingFactory(asked=[police, schools])

    assert states(meeting) == {"Polisen": "invited", "Skolverket": "invited"}
    assert not Result.objects.exists()
    assert Entry.objects.filter(event="dialogue.meeting.planned").count() == 1


def test_one_form_sent_twice_plans_one_meeting():
    values, submission, by = meeting_values(), uuid4(), CoordinatorFactory()

    for _ in range(2):
        plan_meeting(values=values, organisations=[], submission=submission, by=by, at=NOON)

    assert Meeting.objects.count() == 1
    assert Entry.objects.filter(event="dialogue.meeting.planned").count() == 1


def test_a_held_meeting_is_the_result_of_its_activity_with_the_minutes_as_evidence():
    police, schools = organisations("Polisen", "Skolverket")

    meeting = MeetingFactory(held=True, asked=[police, schools], present=[police],
                             minutes=[MINUTES])  # fmt: skip

    result = Result.objects.get()
    assert (meeting.result, result.activity, result.title) == (
        result, meeting.activity, meeting.title
    )  # fmt: skip
    assert (result.place, result.occurred_on) == (meeting.place, meeting.held_on)
    assert result.evidence.get().file_name == "protokoll.pdf"
    assert states(meeting) == {"Polisen": "came", "Skolverket": "absent"}


def test_who_has_declined_stays_so_when_nothing_else_is_said():
    police, schools = organisations("Polisen", "Skolverket")
    meeting = MeetingFactory(asked=[police, schools])
    declined = meeting.participations.get(organisation=schools)
    answer_invitation(
        participation_id=declined.pk, has_declined=True, by=CoordinatorFactory(), at=NOON
    )

    hold(meeting, present=[police])

    assert states(meeting) == {"Polisen": "came", "Skolverket": "declined"}


def test_who_came_without_being_asked_is_counted_as_such():
    (guest,) = organisations("Frivilliga")

    meeting = MeetingFactory(held=True, present=[guest])

    assert not meeting.participations.get().was_asked
    assert states(meeting) == {"Frivilliga": "came"}


def test_a_guest_noted_by_mistake_is_taken_away():
    (guest,) = organisations("Frivilliga")
    meeting = MeetingFactory(held=True, present=[guest])

    hold(meeting, present=[])

    assert not meeting.participations.exists()


def test_the_number_of_people_is_kept_only_for_those_who_came():
    police, schools = organisations("Polisen", "Skolverket")
    meeting = MeetingFactory(asked=[police, schools])

    hold(meeting, attended=[*came(police, people=3, role="Rikspolischef"),
                            *came(schools, state="absent", people=2, role="Rektor")])  # fmt: skip

    assert list(meeting.participations.order_by("pk").values_list("people", "role")) == [
        (3, "Rikspolischef"),
        (None, ""),
    ]


def test_correcting_a_held_meeting_corrects_its_result():
    meeting = MeetingFactory(held=True)

    change(meeting, title="Nytt namn", place_id=PlaceFactory(code="01", name="Stockholms län").pk)
    hold(Meeting.objects.get(), held_on=date(2014, 10, 2), minutes=[MINUTES])

    result = Result.objects.get()
    assert (result.title, result.place.code, result.occurred_on) == (
        "Nytt namn", "01", date(2014, 10, 2)
    )  # fmt: skip
    assert Evidence.objects.count() == 1
    assert Entry.objects.filter(event="dialogue.meeting.corrected").count() == 2


def test_a_result_that_was_corrected_by_itself_does_not_stop_its_meeting():
    meeting = MeetingFactory(held=True)
    Result.objects.update(version=7)

    change(meeting, title="Nytt namn")

    assert Result.objects.get().title == "Nytt namn"


def test_those_who_came_stay_when_the_invitation_changes():
    police, schools, courts = organisations("Polisen", "Skolverket", "Domstolsverket")
    meeting = MeetingFactory(held=True, asked=[police], present=[police])

    change(meeting, asked=[schools, courts])

    assert set(states(meeting)) == {"Polisen", "Skolverket", "Domstolsverket"}


def test_the_same_organisation_is_asked_once():
    (police,) = organisations("Polisen")
    meeting = MeetingFactory(asked=[police, police])

    change(meeting, asked=[police, police])

    assert states(meeting) == {"Polisen": "invited"}


def test_two_who_write_at_once_do_not_overwrite_each_other():
    meeting = MeetingFactory()
    change(meeting, title="Första")

    with pytest.raises(StaleMeetingError) as stale:
        change(meeting, title="Andra", version=1)

    assert stale.value.current.title == "Första"


def test_a_cancelled_meeting_tells_why_and_takes_nothing_more():
    meeting = MeetingFactory(cancelled=True)

    with pytest.raises(CancelledError):
        hold(meeting)
    with pytest.raises(CancelledError):
        change(meeting)

    assert meeting.cancelled_because == "Sjukdom"
    assert not Result.objects.exists()


def test_a_held_meeting_is_neither_cancelled_nor_asked_to():
    (police,) = organisations("Polisen")
    meeting = MeetingFactory(held=True, asked=[police])
    by = CoordinatorFactory()

    with pytest.raises(NotPlannedError):
        cancel_meeting(meeting_id=meeting.pk, because="x", version=2, by=by, at=NOON)
    with pytest.raises(NotPlannedError):
        answer_invitation(
            participation_id=meeting.participations.get().pk, has_declined=True, by=by, at=NOON
        )


def test_a_held_meeting_stays_under_its_activity():
    meeting = MeetingFactory(held=True)
    beside = ActivityFactory(requirement=meeting.activity.requirement)

    with pytest.raises(ActivityFixedError):
        change(meeting, activity_id=beside.pk)


def test_a_meeting_moves_within_its_mandate_only():
    meeting = MeetingFactory()
    beside = ActivityFactory(requirement=meeting.activity.requirement)

    with pytest.raises(OtherMandateError):
        change(meeting, activity_id=ActivityFactory().pk)

    assert change(meeting, activity_id=beside.pk).activity_id == beside.pk


def test_a_meeting_before_the_decision_is_refused_whole():
    meeting = MeetingFactory()

    with pytest.raises(BeforeDecisionError):
        hold(meeting, held_on=date(2014, 2, 19))

    assert Meeting.objects.get().is_planned


def test_a_picture_among_the_minutes_is_refused_whole():
    meeting = MeetingFactory()

    with pytest.raises(FileRefusedError):
        hold(meeting, minutes=[NewFile(name="bild.png", data=b"\x89PNG")])

    assert Meeting.objects.get().is_planned
    assert not Result.objects.exists()


def test_a_digital_meeting_counts_where_the_holder_is():
    seat = PlaceFactory(code="01", name="Stockholms län")
    OrganisationFactory(name="Länsstyrelsen i Stockholms län", kind="county_board", place=seat)

    meeting = MeetingFactory(is_digital=True)
    Meeting.objects.update(place=None)
    hold(Meeting.objects.get(pk=meeting.pk))

    assert Result.objects.get().place == seat


def test_a_digital_meeting_of_a_holder_without_a_place_asks_for_one():
    meeting = MeetingFactory(is_digital=True)
    Meeting.objects.update(place=None)

    with pytest.raises(NowhereError):
        hold(Meeting.objects.get(pk=meeting.pk))


def test_decisions_are_numbered_corrected_and_never_lost():
    meeting = MeetingFactory(held=True, decided=["Utse en chef", "Sprida metoden"])
    first = meeting.decisions.get(number=1)

    hold(meeting, decided=[Decided(decision_id=first.pk, text="Utse två chefer"), "Mötas igen"])

    assert list(meeting.decisions.order_by("number").values_list("text", flat=True)) == [
        "Utse två chefer",
        "Sprida metoden",
        "Mötas igen",
    ]


def test_a_decision_is_done_once_and_can_be_opened_again():
    decision = MeetingFactory(held=True, decided=["Utse en chef"]).decisions.get()
    who = {"decision_id": decision.pk, "by": CoordinatorFactory(), "at": NOON}

    with pytest.raises(DecisionOpenError):
        reopen_decision(**who)
    complete_decision(done_on=date(2014, 11, 1), **who)
    with pytest.raises(DecisionDoneError):
        complete_decision(done_on=date(2014, 11, 2), **who)
    reopen_decision(**who)

    decision.refresh_from_db()
    assert (decision.done_on, decision.done_by) == (None, None)
