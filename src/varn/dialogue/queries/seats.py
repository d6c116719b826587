"""Which organisation was asked to which meeting, and whether it came."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from varn.dialogue.choices import Attendance, MeetingState
from varn.dialogue.models import Participation
from varn.dialogue.rules.turnout import Count, Seat, counted

if TYPE_CHECKING:
    from varn.mandate.models import Mandate

Seats = Mapping[int, list[Seat]]


def seats_by_organisation(mandate: "Mandate", *, on: date, level: str = "") -> Seats:
    """Every seat at meetings that were held up to a day or are planned."""
    held = Q(meeting__state=MeetingState.HELD, meeting__held_on__lte=on)
    found = Participation.objects.filter(
        held | Q(meeting__state=MeetingState.PLANNED), meeting__mandate=mandate
    )
    if level:
        found = found.filter(meeting__level=level)
    rows = found.values_list("organisation_id", "meeting_id", "meeting__held_on",
                             "meeting__state", "was_asked", "state")  # fmt: skip
    seats: dict[int, list[Seat]] = defaultdict(list)
    for organisation_id, meeting_id, day, meeting_state, was_asked, state in rows.order_by("pk"):
        seats[organisation_id].append(
            Seat(
                organisation_id=organisation_id,
                meeting_id=meeting_id,
                day=day,
                is_held=meeting_state == MeetingState.HELD,
                was_asked=was_asked,
                came=state == Attendance.CAME,
            )
        )
    return seats


def seats_of_kin(seats: Seats, kin: Iterable[int]) -> Count:
    """How often a body was asked and came, under any of its names."""
    return counted(seat for pk in kin for seat in seats.get(pk, ()))
