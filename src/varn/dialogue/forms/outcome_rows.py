"""The rows of the form in which a meeting is recorded, and what stands in them at first."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BoundField

from varn.dialogue.choices import Attendance
from varn.dialogue.forms.organisations import names_of
from varn.dialogue.models import Meeting, MeetingDecision, Participation


@dataclass(frozen=True)
class SeatRow:
    """The fields of one organisation that was asked."""

    name: str
    state: BoundField
    people: BoundField
    role: BoundField


@dataclass(frozen=True)
class DecisionRow:
    """The fields of one decision; no number yet when it is new."""

    number: int | None
    text: BoundField
    responsible: BoundField
    due_on: BoundField


def known_outcome(
    meeting: Meeting, seats: Sequence[Participation], decisions: Sequence[MeetingDecision]
) -> dict[str, object]:
    """The content of the form for a meeting as it stands."""
    guests = [seat.organisation_id for seat in seats if not seat.was_asked]
    known: dict[str, object] = {
        "held_on": meeting.held_on,
        "summary": meeting.summary,
        "guests": "\n".join(names_of(guests, on=meeting.held_on)),
        "version": meeting.version,
    }
    for seat in seats:
        is_open = seat.state == Attendance.INVITED
        known[f"state_{seat.organisation_id}"] = "" if is_open else seat.state
        known[f"people_{seat.organisation_id}"] = seat.people
        known[f"role_{seat.organisation_id}"] = seat.role
    for each in decisions:
        known[f"text_{each.pk}"] = each.text
        known[f"responsible_{each.pk}"] = each.responsible_id
        known[f"due_{each.pk}"] = each.due_on
    return known
