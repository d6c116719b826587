"""Describing an activity."""

from typing import Any
from uuid import uuid4

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from varn.directory.queries.organisations import find_organisations, organisation_named
from varn.mandate.actions import ActivityValues
from varn.mandate.choices import OPEN_STATES, ActivityState
from varn.mandate.forms.fields import day_field
from varn.mandate.forms.naming import (
    SUGGESTED_NAMES,
    NamesField,
    checked,
    names_of,
    organisation_ids,
    place_ids,
)
from varn.mandate.models import Activity, Mandate

LONGEST_TEXT = 10_000
AUTHORITIES, TARGETS = "authorities", "target-groups"  # lists of suggestions in the page


class ActivityForm(forms.Form):
    """What is done, for whom, on whose responsibility and when."""

    title = forms.CharField(label=_("What is done"), max_length=200)
    description = forms.CharField(
        label=_("Description"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    target_group = forms.CharField(
        label=_("Target group"),
        help_text=_(
            "Which of the action plan's target groups (skr. 2013/14:91) the activity serves in "
            "the end. The suggestions are not the plan's whole list: write your own if none fits."
        ),
        max_length=200,
        widget=forms.TextInput(attrs={"list": TARGETS, "autocomplete": "off"}),
    )
    audience = forms.CharField(
        label=_("Audience"),
        help_text=_("Whom the activity itself meets, such as social secretaries or hotel staff."),
        max_length=200,
        required=False,
    )
    duty_bearer = forms.CharField(
        label=_("Duty-bearing authority"),
        help_text=_("The authority whose public responsibility the activity serves."),
        max_length=200,
        widget=forms.TextInput(attrs={"list": AUTHORITIES, "autocomplete": "off"}),
    )
    partners = NamesField(
        _("Partners"),
        help_text=_(
            "The organisations that take part, one on each line. “Samtliga länsstyrelser” stands "
            "for all county boards."
        ),
    )
    places = NamesField(
        _("Places"),
        help_text=_(
            "Where it is done, one on each line: a county (Skåne län), a municipality (Malmö) or a "
            "state of the European Union."
        ),
    )
    starts_on = day_field(_("Starts"))
    ends_on = day_field(_("Ends"), required=False)
    responsible = forms.CharField(
        label=_("Responsible"),
        help_text=_("A role, such as Coordinator. No names of persons."),
        max_length=120,
    )
    state = forms.ChoiceField(
        label=_("State"),
        choices=[(each.value, each.label) for each in OPEN_STATES],
        widget=forms.RadioSelect,
        initial=ActivityState.PLANNED,
    )
    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        mandate: Mandate,
        initial: dict[str, object] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.mandate = mandate
        self.duty_bearer_id = 0
        self.partner_ids: tuple[int, ...] = ()
        self.place_ids: tuple[int, ...] = ()

    def clean_duty_bearer(self) -> str:
        name: str = self.cleaned_data["duty_bearer"]
        on = self.cleaned_data.get("starts_on") or self.mandate.decided_on
        found = organisation_named(name, on=self.mandate.decided_on) or organisation_named(
            name, on=on
        )
        if found is None:
            raise forms.ValidationError(_unknown(name), code="unknown")
        self.duty_bearer_id = found.pk
        return name

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("It ends before it starts. Correct one of the days."))
        self._find_partners_and_places(cleaned)
        return cleaned

    def _find_partners_and_places(self, cleaned: dict[str, Any]) -> None:
        partners, places = cleaned.get("partners", []), cleaned.get("places", [])
        days = [self.mandate.decided_on, cleaned.get("starts_on") or self.mandate.decided_on]
        self.partner_ids = checked(
            self, "partners", lambda: organisation_ids(partners, days=days), ()
        )
        self.place_ids = checked(self, "places", lambda: place_ids(places), ())

    def values(self) -> ActivityValues:
        """What was filled in, once the form is valid."""
        cleaned = self.cleaned_data
        return ActivityValues(
            title=cleaned["title"],
            description=cleaned["description"],
            target_group=cleaned["target_group"],
            duty_bearer_id=self.duty_bearer_id,
            starts_on=cleaned["starts_on"],
            ends_on=cleaned["ends_on"],
            responsible=cleaned["responsible"],
            state=ActivityState(cleaned["state"]),
            audience=cleaned["audience"],
            partner_ids=self.partner_ids,
            place_ids=self.place_ids,
        )


def new_activity() -> dict[str, object]:
    """The first content of a form for a new activity."""
    return {"submission": uuid4(), "state": ActivityState.PLANNED}


def known_activity(activity: Activity) -> dict[str, object]:
    """The content of a form for an activity as it stands."""
    return {
        "title": activity.title,
        "description": activity.description,
        "target_group": activity.target_group,
        "duty_bearer": activity.duty_bearer.name,
        "starts_on": activity.starts_on,
        "ends_on": activity.ends_on,
        "responsible": activity.responsible,
        "state": activity.state,
        "audience": activity.audience,
        **names_of(activity),
        "version": activity.version,
    }


def _unknown(name: str) -> str:
    near = [each.name for each in find_organisations(text=name)[:SUGGESTED_NAMES]]
    if not near:
        return gettext("The directory has no authority with this name. Write its whole name.")
    words = gettext("The directory has no authority with this name. Did you mean: %(names)s?")
    return words % {"names": ", ".join(near)}
