"""Recording a meeting in one form: who came, what was decided, the minutes."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from varn.dialogue.actions import Attended, Decided, Outcome
from varn.dialogue.choices import Attendance
from varn.dialogue.forms.meetings import LONGEST_LIST, LONGEST_TEXT
from varn.dialogue.forms.organisations import understood
from varn.dialogue.forms.outcome_rows import DecisionRow, SeatRow
from varn.dialogue.models import LARGEST_GROUP, Meeting, MeetingDecision, Participation
from varn.directory.queries.organisations import display_name
from varn.mandate.actions import NewFile
from varn.ui.fields import SeveralFilesField, SeveralFilesInput, day_field

NEW_DECISIONS = ("new0", "new1", "new2")  # empty rows; opened again, the form has three more
DECISION_FIELDS = ("text", "responsible", "due")
SEAT_FIELDS = ("state", "people", "role")
ACCEPT = ".pdf,.docx,.xlsx,.odt,.txt,.csv"
ANSWERS = [
    ("", _("Choose")),
    *((each.value, each.label) for each in Attendance if each != Attendance.INVITED),
]


class OutcomeForm(forms.Form):
    """A meeting as it was held. Fields of organisations and decisions are named by their keys."""

    held_on = day_field(_("Day"))
    summary = forms.CharField(
        label=_("What came of it"),
        help_text=_("A few sentences. Write nothing about a single child, suspect or case."),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    guests = forms.CharField(
        label=_("Came without being asked"),
        help_text=_("One name on each line."),
        max_length=LONGEST_LIST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    documents = SeveralFilesField(
        label=_("Minutes"),
        help_text=_(
            "PDF, Word, Excel, OpenDocument text, CSV or plain text; at most 5 files of 20 MB. "
            "Pictures are not taken in."
        ),
        required=False,
        max_length=255,
        widget=SeveralFilesInput(attrs={"accept": ACCEPT}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    def __init__(  # noqa: PLR0913 -- a form knows its meeting, its seats and its decisions
        self,
        data: QueryDict | None = None,
        files: "MultiValueDict[str, UploadedFile[bytes]] | None" = None,
        *,
        meeting: Meeting,
        seats: Sequence[Participation],
        decisions: Sequence[MeetingDecision],
        today: date,
        initial: dict[str, object] | None = None,
    ) -> None:
        super().__init__(data, files, initial=initial)
        self.meeting, self.today = meeting, today
        self.seats = [seat for seat in seats if seat.was_asked]
        self.known_guests = {seat.organisation_id: seat for seat in seats if not seat.was_asked}
        self.decisions = decisions
        self.guest_keys: list[int] = []
        for seat in self.seats:
            self._add_seat(seat)
        for key in self._decision_keys():
            self._add_decision(key)

    def _add_seat(self, seat: Participation) -> None:
        key, name = seat.organisation_id, self.name_of(seat)
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

    def _add_decision(self, key: str) -> None:
        named = [(str(pk), name) for pk, name in self._responsible().items()]
        choices = [("", _("Nobody in particular")), *named]
        self.fields[f"text_{key}"] = forms.CharField(
            label=_("Decision"),
            max_length=LONGEST_TEXT,
            required=not key.startswith("new"),
            widget=forms.Textarea(attrs={"rows": 2}),
            error_messages={
                "required": _("A decision that was taken stays. Correct its words instead.")
            },
        )
        self.fields[f"responsible_{key}"] = forms.TypedChoiceField(
            label=_("Who does it"), choices=choices, coerce=int, empty_value=None, required=False
        )
        self.fields[f"due_{key}"] = day_field(_("By when"), required=False)

    def name_of(self, seat: Participation) -> str:
        return display_name(seat.organisation, on=self.meeting.held_on)

    def _responsible(self) -> dict[int, str]:
        """The holder, and everybody who was there or is responsible already."""
        holder = self.meeting.mandate.holder
        names = {holder.pk: holder.name} if holder else {}
        names |= {seat.organisation_id: seat.organisation.name for seat in self.seats}
        return names | {
            e.responsible.pk: e.responsible.name for e in self.decisions if e.responsible
        }

    def _decision_keys(self) -> list[str]:
        return [*(str(each.pk) for each in self.decisions), *NEW_DECISIONS]

    def seat_rows(self) -> Iterator[SeatRow]:
        """One row for each organisation that was asked, as the page shows them."""
        for seat in self.seats:
            key = seat.organisation_id
            yield SeatRow(
                self.name_of(seat), self[f"state_{key}"], self[f"people_{key}"], self[f"role_{key}"]
            )

    @property
    def known_decision_rows(self) -> list[DecisionRow]:
        """The decisions that stand already."""
        return [self._decision_row(str(each.pk), each.number) for each in self.decisions]

    @property
    def new_decision_rows(self) -> list[DecisionRow]:
        return [self._decision_row(key) for key in NEW_DECISIONS]

    @property
    def has_new_decisions(self) -> bool:
        """Whether something is typed in the empty rows, so that they must be in sight."""
        return any(field.value() for row in self.new_decision_rows
                   for field in (row.text, row.responsible, row.due_on))  # fmt: skip

    def _decision_row(self, key: str, number: int | None = None) -> DecisionRow:
        text, responsible, due_on = (self[f"{field}_{key}"] for field in DECISION_FIELDS)
        return DecisionRow(number, text, responsible, due_on)

    def clean_held_on(self) -> date:
        day: date = self.cleaned_data["held_on"]
        decided_on = self.meeting.mandate.decided_on
        if day < decided_on:
            raise forms.ValidationError(
                _("The day is before the decision, %(day)s. Check the day."),
                params={"day": decided_on.isoformat()},
            )
        if day > self.today:
            raise forms.ValidationError(
                _("The day is still to come. Record the meeting when it has been held.")
            )
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for seat in self.seats:
            self._clean_seat(seat.organisation_id, cleaned)
        for key in self._decision_keys():
            self._clean_decision(key, cleaned)
        found = understood(cleaned.get("guests", ""), on=cleaned.get("held_on") or self.today)
        asked = {seat.organisation_id for seat in self.seats}
        self.guest_keys = [key for key in found.keys if key not in asked]
        for problem in found.problems:
            self.add_error("guests", problem)
        return cleaned

    def _clean_seat(self, key: int, cleaned: dict[str, Any]) -> None:
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

    def _clean_decision(self, key: str, cleaned: dict[str, Any]) -> None:
        is_begun = cleaned.get(f"responsible_{key}") or cleaned.get(f"due_{key}")
        if is_begun and f"text_{key}" in cleaned and not cleaned[f"text_{key}"]:
            self.add_error(f"text_{key}", _("Write what was decided."))

    def outcome(self) -> Outcome:
        """What was filled in, once the form is valid."""
        cleaned = self.cleaned_data
        return Outcome(
            held_on=cleaned["held_on"],
            summary=cleaned["summary"],
            attended=[
                *(self._attended(seat.organisation_id) for seat in self.seats),
                *(self._guest(key) for key in self.guest_keys),
            ],
            decided=[
                Decided(
                    text=cleaned[f"text_{key}"],
                    responsible_id=cleaned[f"responsible_{key}"],
                    due_on=cleaned[f"due_{key}"],
                    decision_id=int(key) if key.isdigit() else None,
                )
                for key in self._decision_keys()
                if cleaned[f"text_{key}"]
            ],
        )

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

    def minutes(self) -> list[NewFile]:
        """The files that were handed in, read."""
        return [
            NewFile(name=file.name, data=file.read()) for file in self.cleaned_data["documents"]
        ]
