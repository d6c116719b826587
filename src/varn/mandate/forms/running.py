"""Completing, cancelling, judging, naming who is responsible, and linking."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from varn.mandate.choices import Judgement, LinkKind
from varn.mandate.forms.activities import LONGEST_TEXT
from varn.mandate.forms.fields import day_field
from varn.mandate.models import Activity, Requirement


class Versioned(forms.Form):
    """A form that knows which version of the thing it was made from."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def known_version(self) -> int:
        """The version, once the form is valid; zero, which nothing has, when it is missing."""
        return int(self.cleaned_data["version"] or 0)


class CompletionForm(Versioned):
    """When an activity ended."""

    ended_on = day_field(_("Last day"))


class CancellationForm(Versioned):
    """Why an activity doesn't take place."""

    because = forms.CharField(
        label=_("Why"),
        help_text=_("It stands in the final report. Write nothing about a single person."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ResponsibleForm(Versioned):
    """Which role answers for a requirement."""

    responsible = forms.CharField(
        label=_("Responsible"),
        help_text=_(
            "A role, such as Coordinator. No names of persons. Leave empty to take the role away."
        ),
        max_length=120,
        required=False,
    )


class JudgementForm(Versioned):
    """Whether a requirement is met, and if not, why."""

    judgement = forms.ChoiceField(
        label=_("The requirement is"),
        choices=[(each.value, each.label) for each in Judgement],
        widget=forms.RadioSelect,
    )
    because = forms.CharField(
        label=_("Because"),
        help_text=_(
            "Needed when it is not met: what was done, what stood in the way and what remains. "
            "It stands in the final report."
        ),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(
        self, data: QueryDict | None, *, may_be_met: bool, initial: dict[str, object]
    ) -> None:
        super().__init__(data, initial=initial)
        self.may_be_met = may_be_met

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        judgement = cleaned.get("judgement")
        if judgement == Judgement.MET and not self.may_be_met:
            self.add_error("judgement", self.nothing_shows_it())
        if judgement == Judgement.NOT_MET and not cleaned.get("because"):
            self.add_error("because", _("Say why it is not met."))
        return cleaned

    @staticmethod
    def nothing_shows_it() -> str:
        return str(
            _("Nothing shows that it is met. Record a result with evidence, or choose Not met.")
        )


class LinkForm(forms.Form):
    """Another mandate, and how this one stands to it."""

    kind = forms.ChoiceField(
        label=_("This mandate"), choices=LinkKind.choices, widget=forms.RadioSelect
    )
    registry_number = forms.CharField(
        label=_("Registry number of the other"),
        help_text=_("As the decision writes it, such as Ju2013/1492/PO. It need not be in Värn."),
        max_length=60,
        widget=forms.TextInput(attrs={"list": "mandates", "autocomplete": "off"}),
    )
    title = forms.CharField(
        label=_("What it is about"),
        help_text=_("For one that is not in Värn."),
        max_length=400,
        required=False,
    )


def known_completion(activity: Activity) -> dict[str, object]:
    """The content of the form that completes an activity."""
    return {"ended_on": activity.ends_on, "version": activity.version}


def known_judgement(requirement: Requirement) -> dict[str, object]:
    """The content of the form that judges a requirement."""
    return {
        "judgement": requirement.judgement,
        "because": requirement.because,
        "version": requirement.version,
    }
