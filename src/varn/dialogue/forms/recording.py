"""Recording a meeting in one form: who came, what was decided, the minutes."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from varn.dialogue.actions import Outcome
from varn.dialogue.forms.attendance import AttendanceForm
from varn.dialogue.forms.decided import DecidedForm
from varn.dialogue.forms.meetings import LONGEST_TEXT
from varn.dialogue.queries.meetings import MeetingPage
from varn.mandate.actions import NewFile
from varn.ui.fields import SeveralFilesField, SeveralFilesInput, day_field

ACCEPT = ".pdf,.docx,.xlsx,.odt,.txt,.csv"


class OutcomeForm(AttendanceForm, DecidedForm):
    """A meeting as it was held."""

    held_on = day_field(_("Day"))
    summary = forms.CharField(
        label=_("What came of it"),
        help_text=_("A few sentences. Write nothing about a single child, suspect or case."),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
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

    def __init__(
        self,
        data: QueryDict | None = None,
        files: "MultiValueDict[str, UploadedFile[bytes]] | None" = None,
        *,
        page: MeetingPage,
        today: date,
        initial: dict[str, object] | None = None,
    ) -> None:
        super().__init__(data, files, initial=initial)
        self.meeting, self.today = page.meeting, today
        self.add_seats(page.seats, day=page.meeting.held_on)
        self.add_decisions(page.decisions, responsible=_responsible(page))

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
        self.check_attendance(cleaned, day=cleaned.get("held_on") or self.today)
        self.check_decisions(cleaned)
        return cleaned

    def outcome(self) -> Outcome:
        """What was filled in, once the form is valid."""
        return Outcome(
            held_on=self.cleaned_data["held_on"],
            summary=self.cleaned_data["summary"],
            attended=self.attended(),
            decided=self.decided(),
        )

    def minutes(self) -> list[NewFile]:
        """The files that were handed in, read."""
        return [
            NewFile(name=file.name, data=file.read()) for file in self.cleaned_data["documents"]
        ]


def _responsible(page: MeetingPage) -> dict[int, str]:
    """The holder, and everybody who was asked or came."""
    holder = page.meeting.mandate.holder
    names = {holder.pk: holder.name} if holder else {}
    return names | {seat.organisation_id: seat.organisation.name for seat in page.seats}
