"""Recording a held meeting: who came, what was decided, and the minutes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from varn.audit.actions import record
from varn.dialogue.actions.planning import locked_meeting
from varn.dialogue.actions.results import correct_result_of, record_result_of
from varn.dialogue.choices import Attendance, DialogueEvent, MeetingState
from varn.dialogue.models import Meeting, MeetingDecision, Participation
from varn.mandate.actions import NewFile

if TYPE_CHECKING:
    from varn.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class Attended:
    """How far one organisation came; `people` is a count, `role` their functions, no names."""

    organisation_id: int
    state: Attendance = Attendance.CAME
    people: int | None = None
    role: str = ""


@dataclass(frozen=True, kw_only=True)
class Decided:
    """Something the meeting decided; `decision_id` corrects one that is recorded already."""

    text: str
    responsible_id: int | None = None
    due_on: date | None = None
    decision_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a person says about a meeting once it has been held.

    Whoever was asked and isn't named in `attended` was absent, or declined if they had said so;
    whoever is named and wasn't asked came anyway.
    """

    held_on: date
    attended: Sequence[Attended]
    decided: Sequence[Decided] = ()
    summary: str = ""


@transaction.atomic
def record_meeting(
    *,
    meeting_id: int,
    outcome: Outcome,
    minutes: Sequence[NewFile] = (),
    version: int,
    by: "User",
    at: datetime,
) -> Meeting:
    """Record a planned meeting as held, or correct one that is; its activity gets the result.

    Raises `StaleMeetingError`, `CancelledError`, `NowhereError` and, from `mandate.actions`,
    `BeforeDecisionError`, `FileRefusedError` and `TooManyFilesError`.
    """
    meeting = locked_meeting(meeting_id, version=version)
    is_first = meeting.is_planned
    meeting.held_on, meeting.summary = outcome.held_on, outcome.summary
    if meeting.ends_on and meeting.ends_on < meeting.held_on:
        meeting.ends_on = None
    keep = record_result_of if is_first else correct_result_of
    meeting.result = keep(meeting, files=minutes, by=by, at=at)
    meeting.state = MeetingState.HELD
    meeting.version += 1
    meeting.save()
    _note_attendance(meeting, outcome.attended)
    _note_decisions(meeting, outcome.decided)
    event = DialogueEvent.MEETING_RECORDED if is_first else DialogueEvent.MEETING_CORRECTED
    record(event, subject=meeting, by=by, at=at, details=_said(outcome, minutes))
    return meeting


def _note_attendance(meeting: Meeting, attended: Sequence[Attended]) -> None:
    """Each organisation once; who came unasked is only there for having come."""
    known = {each.organisation_id: each for each in meeting.participations.order_by("pk")}
    said = {each.organisation_id: each for each in attended}
    for organisation_id, participation in known.items():
        if participation.was_asked:
            _attend(participation, said.get(organisation_id) or _unsaid(participation))
        elif _came(said.get(organisation_id)):
            _attend(participation, said[organisation_id])
        else:
            participation.delete()
    for organisation_id in said.keys() - known.keys():
        guest = Participation(meeting=meeting, organisation_id=organisation_id, was_asked=False)
        _attend(guest, replace(said[organisation_id], state=Attendance.CAME))


def _unsaid(participation: Participation) -> Attended:
    state = Attendance.DECLINED if participation.has_declined else Attendance.ABSENT
    return Attended(organisation_id=participation.organisation_id, state=state)


def _came(said: Attended | None) -> bool:
    return said is not None and said.state == Attendance.CAME


def _attend(participation: Participation, said: Attended) -> None:
    has_come = _came(said)
    participation.state = said.state
    participation.people = said.people if has_come else None
    participation.role = said.role if has_come else ""
    participation.save()


def _note_decisions(meeting: Meeting, decided: Sequence[Decided]) -> None:
    """Correct those that are known and add the new; a decision that was taken never vanishes."""
    last = meeting.decisions.aggregate(last=Max("number"))["last"] or 0
    known = {each.pk: each for each in meeting.decisions.order_by("pk")}
    for said in decided:
        decision = known.get(said.decision_id or 0)
        if decision is None:
            last += 1
            decision = MeetingDecision(meeting=meeting, number=last)
        decision.text = said.text
        decision.responsible_id = said.responsible_id
        decision.due_on = said.due_on
        decision.save()


def _said(outcome: Outcome, minutes: Sequence[NewFile]) -> dict[str, object]:
    return {
        "held_on": outcome.held_on.isoformat(),
        "came": [e.organisation_id for e in outcome.attended if e.state == Attendance.CAME],
        "decisions": len(outcome.decided),
        "minutes": [each.name for each in minutes],
    }
