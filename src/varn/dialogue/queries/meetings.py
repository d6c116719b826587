"""Meetings, their decisions and their minutes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from varn.dialogue.choices import Attendance, MeetingLevel, MeetingState
from varn.dialogue.models import Meeting, MeetingDecision, Participation
from varn.directory.queries.organisations import by_swedish_alphabet, display_name

if TYPE_CHECKING:
    from varn.mandate.models import Evidence, Mandate

RELATED = ("place", "activity", "result")


def meetings_of(mandate: "Mandate") -> QuerySet[Meeting]:
    """Every meeting under a mandate with how many were asked and came, and whether it has minutes.

    Latest first; the annotations are `asked`, `came` and `has_minutes`.
    """
    minutes = Meeting.objects.filter(pk=OuterRef("pk"), result__evidence__isnull=False)
    came = Q(participations__state=Attendance.CAME)
    return (
        Meeting.objects.filter(mandate=mandate)
        .select_related(*RELATED)
        .annotate(
            asked=Count("participations", filter=Q(participations__was_asked=True)),
            came=Count("participations", filter=came),
            has_minutes=Exists(minutes),
        )
        .order_by("-held_on", "-pk")
    )


def planned_meetings(mandate: "Mandate") -> QuerySet[Meeting]:
    """Meetings that are neither held nor cancelled, the next first."""
    return meetings_of(mandate).filter(state=MeetingState.PLANNED).order_by("held_on", "pk")


def past_meetings(mandate: "Mandate") -> QuerySet[Meeting]:
    """Meetings that were held or cancelled, latest first."""
    return meetings_of(mandate).exclude(state=MeetingState.PLANNED)


def held_meetings(mandate: "Mandate") -> QuerySet[Meeting]:
    """Meetings that were held, latest first."""
    return meetings_of(mandate).filter(state=MeetingState.HELD)


def meetings_without_minutes(mandate: "Mandate") -> QuerySet[Meeting]:
    """Meetings that were held and that no document shows, the oldest first."""
    return held_meetings(mandate).filter(result__evidence=None).order_by("held_on", "pk")


def has_met_leaders(mandate: "Mandate") -> bool:
    """Whether any meeting has been held at leadership level."""
    level = MeetingLevel.LEADERSHIP
    return Meeting.objects.filter(mandate=mandate, state=MeetingState.HELD, level=level).exists()


def open_decisions(mandate: "Mandate") -> QuerySet[MeetingDecision]:
    """What meetings decided and nobody has done yet, the nearest day first."""
    found = MeetingDecision.objects.filter(meeting__mandate=mandate, done_on=None)
    nearest = F("due_on").asc(nulls_last=True)
    return found.select_related("meeting", "responsible").order_by(nearest, "meeting", "number")


def decision(decision_id: int) -> MeetingDecision:
    """One decision with its meeting and mandate. Raises `MeetingDecision.DoesNotExist`."""
    related = ("meeting__mandate", "responsible")
    return MeetingDecision.objects.select_related(*related).get(pk=decision_id)


def participation_at(participation_id: int) -> Participation:
    """One seat with its meeting. Raises `Participation.DoesNotExist`."""
    return Participation.objects.select_related("meeting").get(pk=participation_id)


class NamedSeat(NamedTuple):
    """A seat and whose it was, in the words of the day."""

    seat: Participation
    name: str


@dataclass(frozen=True, kw_only=True)
class MeetingPage:
    """Everything that the page of a meeting shows."""

    meeting: Meeting
    seats: Sequence[Participation]
    decisions: Sequence[MeetingDecision]
    minutes: "Sequence[Evidence]"

    @property
    def named_seats(self) -> list[NamedSeat]:
        """Each seat with the name that the organisation had on the day."""
        day = self.meeting.held_on
        return [NamedSeat(seat, display_name(seat.organisation, on=day)) for seat in self.seats]

    @property
    def asked(self) -> int:
        return sum(seat.was_asked for seat in self.seats)

    @property
    def came(self) -> int:
        return sum(seat.came for seat in self.seats)

    @property
    def people(self) -> int:
        return sum(seat.people or 0 for seat in self.seats)


def meeting_page(meeting_id: int) -> MeetingPage:
    """A meeting with everybody who was asked or came, decisions and minutes.

    Raises `Meeting.DoesNotExist`.
    """
    related = (*RELATED, "mandate__holder", "activity__requirement", "created_by")
    meeting = Meeting.objects.select_related(*related).get(pk=meeting_id)
    return MeetingPage(
        meeting=meeting,
        seats=list(seats_of(meeting)),
        decisions=list(decisions_of(meeting)),
        minutes=list(meeting.result.evidence.order_by("pk")) if meeting.result else [],
    )


def seats_of(meeting: Meeting) -> QuerySet[Participation]:
    """Everybody who was asked or came, by the Swedish alphabet, ready for `display_name`."""
    seats = meeting.participations.select_related("organisation")
    named = seats.prefetch_related("organisation__names")
    return named.order_by(by_swedish_alphabet("organisation__name"), "pk")


def decisions_of(meeting: Meeting) -> QuerySet[MeetingDecision]:
    """What the meeting decided, in its order."""
    return meeting.decisions.select_related("responsible", "done_by").order_by("number", "pk")
