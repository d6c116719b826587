"""The part of the form that says who came: one row for each that was asked, and guests by name."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from varn.dialogue.actions import Attended
from varn.dialogue.choices import Attendance
from varn.dialogue.forms.meetings import LONGEST_LIST
from varn.dialogue.forms.organisations import understood
from varn.dialogue.forms.outcome_rows import SeatRow
from varn.dialogue.models import LARGEST_GROUP, Participation
from varn.directory.queries.organisations import display_name

SEAT_FIELDS = ("state", "people", "role")
ANSWERS = [
    ("", _("Choose")),
    *((each.value, each.label) for each in Attendance if each != Attendance.INVITED),
]


class AttendanceForm(forms.Form):
    """Who came. Fields are named by the organisations' keys."""

    guests = forms.CharField(
        label=_("Came without being asked"),
        help_text=_("One name on each line."),
        max_length=LONGEST_LIST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    seats: list[Participation]
    known_guests: dict[int, Participation]
    guest_keys: list[int]
    day: date

    def add_seats(self, seats: Sequence[Participation], *, day: date) -> None:
        """Give each organisation that was asked its fields, under its name of the day."""
        self.day = day
        self.seats = [seat for seat in seats if seat.was_asked]
        self.known_guests = {seat.organisation_id: seat for seat in seats if not seat.was_asked}
        self.guest_keys = []
        for seat in self.seats:
            self._add_seat(seat.organisation_id, self._name_of(seat))

    def _add_seat(self, key: int, name: str) -> None:
        self.fields[f"state_{key}"] = forms.ChoiceField(
            label=gettext("%(name)s: attendance") % {"name": name}, choices=ANSWERS, required=False
        )
        self.fields[f"people_{key}"] = forms.IntegerField(
            label=gettext("%(name)s: number of people") % {"name": name},
            min_value=1,
            max_value=LARGEST_GROUP,
            required=False,
        )
        self.fields[f"role_{key}"] = forms.CharField(
            label=gettext("%(name)s: functions") % {"name": name}, max_length=200, required=False
        )
        for field in SEAT_FIELDS:
            made = self.fields[f"{field}_{key}"]
            made.widget.attrs["aria-label"] = str(made.label)

    def _name_of(self, seat: Participation) -> str:
        return display_name(seat.organisation, on=self.day)

    def seat_rows(self) -> Iterator[SeatRow]:
        """One row for each organisation that was asked, as the page shows them."""
        for seat in self.seats:
            state, people, role = (self[f"{field}_{seat.organisation_id}"] for field in SEAT_FIELDS)
            yield SeatRow(self._name_of(seat), state, people, role)

    def check_attendance(self, cleaned: dict[str, Any], *, day: date) -> None:
        """Every organisation has an answer, and every guest is known by its name of the day."""
        for seat in self.seats:
            self._check_seat(seat.organisation_id, cleaned)
        found = understood(cleaned.get("guests", ""), on=day)
        asked = {seat.organisation_id for seat in self.seats}
        self.guest_keys = [key for key in found.keys if key not in asked]
        for problem in found.problems:
            self.add_error("guests", problem)

    def _check_seat(self, key: int, cleaned: dict[str, Any]) -> None:
        people, role = cleaned.get(f"people_{key}"), cleaned.get(f"role_{key}")
        state = cleaned.get(f"state_{key}")
        if not state and (people or role):
            cleaned[f"state_{key}"] = Attendance.CAME  # it has been counted
        elif not state:
            self.add_error(f"state_{key}", _("Say whether the organisation came."))
        elif state != Attendance.CAME and people:
            self.add_error(
                f"people_{key}", _("It did not come, so nobody can be counted. Correct one.")
            )

    def attended(self) -> list[Attended]:
        """What was filled in, once the form is valid."""
        asked = [self._attended(seat.organisation_id) for seat in self.seats]
        return [*asked, *(self._guest(key) for key in self.guest_keys)]

    def _attended(self, key: int) -> Attended:
        cleaned = self.cleaned_data
        return Attended(
            organisation_id=key,
            state=Attendance(cleaned[f"state_{key}"]),
            people=cleaned[f"people_{key}"],
            role=cleaned[f"role_{key}"],
        )

    def _guest(self, key: int) -> Attended:
        """Somebody who came unasked, with what is known of it already."""
        known = self.known_guests.get(key)
        if known is None:
            return Attended(organisation_id=key)
        return Attended(organisation_id=key, people=known.people, role=known.role)
