"""Marking a decision as done, and narrowing the list of who came."""

from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from varn.dialogue.choices import MeetingLevel, TurnoutList
from varn.directory.choices import OrganisationKind
from varn.ui.fields import day_field

EVERY = ("", _("All"))


class DoneForm(forms.Form):
    """The day on which a decision was carried out."""

    done_on = day_field(_("Done on"))

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        today: date,
        initial: dict[str, object] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.today = today

    def clean_done_on(self) -> date:
        day: date = self.cleaned_data["done_on"]
        if day > self.today:
            raise forms.ValidationError(_("The day is still to come. Mark it when it is done."))
        return day


class TurnoutForm(forms.Form):
    """Which organisations to show; nonsense shows all rather than failing."""

    show = forms.ChoiceField(label=_("Show"), required=False, choices=TurnoutList.choices)
    kind = forms.ChoiceField(
        label=_("Kind of organisation"),
        required=False,
        choices=[EVERY, *OrganisationKind.choices],
    )
    level = forms.ChoiceField(
        label=_("Level of the meetings"), required=False, choices=[EVERY, *MeetingLevel.choices]
    )


def narrowed(given: QueryDict) -> dict[str, str]:
    """The level and kind that somebody asks for; what makes no sense is left out."""
    form = TurnoutForm(given)
    form.is_valid()
    return {name: form.cleaned_data.get(name, "") for name in ("level", "kind")}
