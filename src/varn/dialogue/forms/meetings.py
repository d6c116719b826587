"""Planning a meeting, and calling one off."""

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from varn.dialogue.actions import MeetingValues
from varn.dialogue.choices import MeetingKind, MeetingLevel
from varn.dialogue.forms.choosing import activities, places
from varn.dialogue.forms.organisations import names_of, understood
from varn.dialogue.models import Meeting
from varn.ui.fields import day_field

if TYPE_CHECKING:
    from varn.mandate.models import Mandate

LONGEST_TEXT = 10_000
LONGEST_LIST = 50_000


class MeetingForm(forms.Form):
    """What the meeting is about, when and where, and who is asked."""

    title = forms.CharField(label=_("What the meeting is about"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=MeetingKind.choices)
    level = forms.ChoiceField(
        label=_("Level"),
        help_text=_("Who is asked: chiefs who can decide, those who do the work, or experts."),
        choices=MeetingLevel.choices,
        widget=forms.RadioSelect,
    )
    activity = forms.TypedChoiceField(
        label=_("Activity"),
        help_text=_("When the meeting has been held it becomes a result of this activity."),
        coerce=int,
    )
    held_on = day_field(_("Day"))
    ends_on = day_field(_("Last day, if it takes several"), required=False)
    place = forms.TypedChoiceField(
        label=_("Place"),
        help_text=_("A digital meeting needs none: it counts where the mandate's holder is."),
        coerce=int,
        empty_value=None,
        required=False,
    )
    is_digital = forms.BooleanField(label=_("The meeting is digital"), required=False)
    agenda = forms.CharField(
        label=_("Agenda"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    organisations = forms.CharField(
        label=_("Organisations that are asked"),
        help_text=_(
            "One name on each line, as it was called on the day. "
            "“Alla kommuner” or “Samtliga länsstyrelser” stands for all of them. "
            "Värn sends no invitations: write to them yourself."
        ),
        max_length=LONGEST_LIST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        mandate: "Mandate",
        meeting: Meeting | None = None,
        initial: dict[str, object] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.keys: list[int] = []
        self.fields["activity"].choices = activities(mandate)  # type: ignore[attr-defined]
        self.fields["place"].choices = places()  # type: ignore[attr-defined]
        if meeting and meeting.is_held:
            self.fields["activity"].disabled = True
            self.fields["activity"].initial = meeting.activity_id

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        starts_on, ends_on = cleaned.get("held_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("It ends before it starts. Correct one of the days."))
        if "place" in cleaned and not cleaned["place"] and not cleaned.get("is_digital"):
            self.add_error("place", _("Choose a place, or say that the meeting is digital."))
        if starts_on and "organisations" in cleaned:
            found = understood(cleaned["organisations"], on=starts_on)
            self.keys = list(found.keys)
            for problem in found.problems:
                self.add_error("organisations", problem)
        return cleaned

    def values(self) -> MeetingValues:
        """What was filled in, once the form is valid."""
        cleaned = self.cleaned_data
        return MeetingValues(
            activity_id=int(cleaned["activity"]),
            kind=MeetingKind(cleaned["kind"]),
            level=MeetingLevel(cleaned["level"]),
            title=cleaned["title"],
            held_on=cleaned["held_on"],
            ends_on=cleaned["ends_on"],
            place_id=cleaned["place"],
            is_digital=cleaned["is_digital"],
            agenda=cleaned["agenda"],
        )


class CancelForm(forms.Form):
    """Why a meeting is called off."""

    because = forms.CharField(
        label=_("Why the meeting is called off"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)


def new_meeting() -> dict[str, object]:
    """The first content of a form for a new meeting."""
    return {"submission": uuid4(), "kind": MeetingKind.MEETING}


def known_meeting(meeting: Meeting) -> dict[str, object]:
    """The content of a form for a meeting as it stands."""
    asked = meeting.participations.filter(was_asked=True)
    keys = asked.values_list("organisation_id", flat=True)
    return {
        "title": meeting.title,
        "kind": meeting.kind,
        "level": meeting.level,
        "activity": meeting.activity_id,
        "held_on": meeting.held_on,
        "ends_on": meeting.ends_on,
        "place": meeting.place_id,
        "is_digital": meeting.is_digital,
        "agenda": meeting.agenda,
        "organisations": "\n".join(names_of(keys, on=meeting.held_on)),
        "version": meeting.version,
    }
