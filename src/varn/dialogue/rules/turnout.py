"""Counting seats: how often an organisation was asked to a held meeting, and came."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One organisation at one meeting that is planned or was held."""

    organisation_id: int
    meeting_id: int
    day: date
    is_held: bool
    was_asked: bool
    came: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How often somebody was asked to meetings that were held, came, and is asked to one ahead."""

    asked: int = 0
    came: int = 0
    ahead: int = 0
    last_came_on: date | None = None


def counted(seats: Iterable[Seat]) -> Count:
    """Each meeting once, also where a body sat under two names."""
    seats = list(seats)
    came = {seat.meeting_id: seat.day for seat in seats if seat.is_held and seat.came}
    return Count(
        asked=len({seat.meeting_id for seat in seats if seat.is_held and seat.was_asked}),
        came=len(came),
        ahead=len({seat.meeting_id for seat in seats if not seat.is_held}),
        last_came_on=max(came.values(), default=None),
    )
