"""Loading the invented meetings: planned, then held with those who came."""

from collections.abc import Iterable, Iterator
from datetime import date

from varn.accounts.models import User
from varn.dialogue.actions import (
    Attended,
    Decided,
    MeetingValues,
    Outcome,
    complete_decision,
    plan_meeting,
    record_meeting,
)
from varn.dialogue.choices import Attendance, MeetingKind, MeetingLevel
from varn.dialogue.models import Meeting
from varn.directory.models import Organisation, Place
from varn.directory.queries.organisations import organisation_named
from varn.directory.queries.recipients import resolve_recipients
from varn.mandate.actions import NewFile
from varn.mandate.models import Activity
from varn.project.demonstration.content import InventedMeeting, meetings
from varn.project.demonstration.evidence import document
from varn.project.demonstration.moments import moment
from varn.project.demonstration.people import UnknownNameError

ALL_COUNTY_BOARDS = "alla-lansstyrelser"


def load_meetings(coordinator: User, *, as_of: date) -> None:
    """Every meeting planned, held and followed up to the day; a second time adds nothing."""
    for invented in meetings():
        if invented.planned_on > as_of:
            continue
        meeting = Meeting.objects.filter(submission=invented.submission).first()
        meeting = meeting or _plan(invented, coordinator)
        if meeting.is_planned and invented.held_on <= as_of:
            _hold(meeting, invented, coordinator)
        _follow_up(meeting, invented, coordinator, as_of=as_of)


def _plan(invented: InventedMeeting, by: User) -> Meeting:
    kind, _, code = invented.place.partition(":")
    return plan_meeting(
        values=MeetingValues(
            activity_id=Activity.objects.get(submission=invented.activity).pk,
            kind=MeetingKind(invented.kind),
            level=MeetingLevel(invented.level),
            title=invented.title,
            held_on=invented.held_on,
            place_id=Place.objects.get(kind=kind, code=code).pk,
            agenda=invented.agenda,
        ),
        organisations=[each.pk for each in _asked(invented.asked, on=invented.planned_on)],
        submission=invented.submission,
        by=by,
        at=moment(invented.planned_on, hour=11),
    )


def _hold(meeting: Meeting, invented: InventedMeeting, by: User) -> None:
    on = invented.held_on
    minutes = invented.minutes
    files = [
        NewFile(name=each.file, data=document(each.file, title=invented.title, text=each.text))
        for each in ([minutes] if minutes else [])
    ]
    record_meeting(
        meeting_id=meeting.pk,
        outcome=Outcome(
            held_on=on,
            attended=[
                Attended(
                    organisation_id=_named(name, on=on).pk, state=Attendance.CAME, people=people
                )
                for name, people in invented.came.items()
            ],
            decided=[
                Decided(
                    text=each.text,
                    responsible_id=_named(each.responsible, on=on).pk,
                    due_on=each.due_on,
                )
                for each in invented.decisions
            ],
        ),
        minutes=files,
        version=meeting.version,
        by=by,
        at=moment(on, hour=17),
    )


def _follow_up(meeting: Meeting, invented: InventedMeeting, by: User, *, as_of: date) -> None:
    done = {each.text: each.done_on for each in invented.decisions}
    for decision in meeting.decisions.filter(done_on=None).order_by("number"):
        done_on = done.get(decision.text)
        if done_on and done_on <= as_of:
            complete_decision(
                decision_id=decision.pk, done_on=done_on, by=by, at=moment(done_on, hour=13)
            )


def _asked(names: Iterable[str], *, on: date) -> Iterator[Organisation]:
    for name in names:
        if name == ALL_COUNTY_BOARDS:
            yield from resolve_recipients(["Samtliga länsstyrelser"], on=on)[0].organisations
        else:
            yield _named(name, on=on)


def _named(name: str, *, on: date) -> Organisation:
    found = organisation_named(name, on=on)
    if found is None:
        raise UnknownNameError(name)
    return found
