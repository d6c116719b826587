"""Planning a meeting: what, when, where and who is asked; changing and cancelling it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from varn.audit.actions import record
from varn.dialogue.actions.errors import (
    ActivityFixedError,
    CancelledError,
    NotPlannedError,
    OtherMandateError,
    StaleMeetingError,
)
from varn.dialogue.actions.results import correct_result_of
from varn.dialogue.choices import (
    AFTER_MEETING,
    Attendance,
    DialogueEvent,
    MeetingKind,
    MeetingLevel,
    MeetingState,
)
from varn.dialogue.models import Meeting, Participation
from varn.mandate.queries import work

if TYPE_CHECKING:
    from varn.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class MeetingValues:
    """What a person says about a meeting before it is held."""

    activity_id: int
    kind: MeetingKind
    level: MeetingLevel
    title: str
    held_on: date
    ends_on: date | None = None
    place_id: int | None = None
    is_digital: bool = False
    agenda: str = ""


@transaction.atomic
def plan_meeting(
    *,
    values: MeetingValues,
    organisations: Iterable[int],
    submission: UUID,
    by: "User",
    at: datetime,
) -> Meeting:
    """Plan a meeting and ask organisations to it; the same submission again returns the first."""
    activity = work.activity(values.activity_id)
    meeting, is_new = Meeting.objects.get_or_create(
        submission=submission,
        defaults={
            **asdict(values),
            "mandate_id": activity.requirement.mandate_id,
            "created_by": by,
            "created_at": at,
        },
    )
    if is_new:
        asked = _ask(meeting, organisations)
        details = {**_said(values), "asked": asked}
        record(DialogueEvent.MEETING_PLANNED, subject=meeting, by=by, at=at, details=details)
    return meeting


@transaction.atomic
def change_meeting(
    *,
    meeting_id: int,
    values: MeetingValues,
    organisations: Iterable[int],
    version: int,
    by: "User",
    at: datetime,
) -> Meeting:
    """Change a meeting that nobody else has changed since; a held one corrects its result too.

    Whoever has come or was absent stays. Raises `StaleMeetingError`, `CancelledError`,
    `ActivityFixedError`, `OtherMandateError` and what `mandate.actions.correct_result` raises.
    """
    meeting = locked_meeting(meeting_id, version=version)
    _check_activity(meeting, values)
    for name, value in asdict(values).items():
        setattr(meeting, name, value)
    meeting.version += 1
    meeting.save()
    asked = _ask(meeting, organisations)
    if meeting.is_held:
        correct_result_of(meeting, files=(), by=by, at=at)
    details = {**_said(values), "asked": asked}
    event = DialogueEvent.MEETING_CORRECTED if meeting.is_held else DialogueEvent.MEETING_CHANGED
    record(event, subject=meeting, by=by, at=at, details=details)
    return meeting


@transaction.atomic
def cancel_meeting(
    *, meeting_id: int, because: str, version: int, by: "User", at: datetime
) -> Meeting:
    """Call a planned meeting off, with the reason.

    Raises `NotPlannedError`, `StaleMeetingError` and, the second time, `CancelledError`.
    """
    meeting = locked_meeting(meeting_id, version=version)
    if not meeting.is_planned:
        raise NotPlannedError(meeting)
    meeting.state = MeetingState.CANCELLED
    meeting.cancelled_because = because
    meeting.version += 1
    meeting.save(update_fields=["state", "cancelled_because", "version"])
    details = {"because": because}
    record(DialogueEvent.MEETING_CANCELLED, subject=meeting, by=by, at=at, details=details)
    return meeting


@transaction.atomic
def answer_invitation(
    *, participation_id: int, has_declined: bool, by: "User", at: datetime
) -> Participation:
    """Note before the meeting that an organisation declined, or that it has changed its mind.

    Raises `NotPlannedError` when the meeting is held or cancelled.
    """
    found = Participation.objects.select_for_update().select_related("meeting")
    participation = found.get(pk=participation_id)
    if not participation.meeting.is_planned:
        raise NotPlannedError(participation.meeting)
    participation.state = Attendance.DECLINED if has_declined else Attendance.INVITED
    participation.save(update_fields=["state"])
    details = {"organisation": participation.organisation_id, "state": participation.state}
    record(
        DialogueEvent.INVITATION_ANSWERED,
        subject=participation.meeting,
        by=by,
        at=at,
        details=details,
    )
    return participation


def locked_meeting(meeting_id: int, *, version: int) -> Meeting:
    """The meeting, nobody else's until the transaction ends.

    Raises `StaleMeetingError` and, when it was called off, `CancelledError`.
    """
    related = ("mandate__holder", "result", "place")
    found = Meeting.objects.select_for_update(of=("self",)).select_related(*related)
    meeting = found.get(pk=meeting_id)
    if meeting.version != version:
        raise StaleMeetingError(meeting)
    if meeting.is_cancelled:
        raise CancelledError(meeting)
    return meeting


def _check_activity(meeting: Meeting, values: MeetingValues) -> None:
    if values.activity_id == meeting.activity_id:
        return
    if meeting.is_held:
        raise ActivityFixedError(meeting)
    if work.activity(values.activity_id).requirement.mandate_id != meeting.mandate_id:
        raise OtherMandateError(values.activity_id)


def _ask(meeting: Meeting, organisations: Iterable[int]) -> list[int]:
    """Let exactly these be asked, each once; who came or was absent is a fact and stays."""
    wanted = set(organisations)
    known = dict(meeting.participations.values_list("organisation_id", "state"))
    gone = [pk for pk, state in known.items() if pk not in wanted and state not in AFTER_MEETING]
    meeting.participations.filter(organisation_id__in=gone).delete()
    meeting.participations.filter(organisation_id__in=wanted).update(was_asked=True)
    new = sorted(wanted - set(known))
    Participation.objects.bulk_create(
        Participation(meeting=meeting, organisation_id=pk) for pk in new
    )
    return sorted(wanted)


def _said(values: MeetingValues) -> dict[str, object]:
    return {name: str(value) for name, value in asdict(values).items() if value not in (None, "")}
