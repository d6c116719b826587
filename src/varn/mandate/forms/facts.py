"""Correcting or adding a fact: one small form for each shape that a fact can have."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from varn.mandate.choices import (
    KNOWN_FROM_ELSEWHERE,
    FactKind,
    GrantKind,
    ObligationKind,
    OpenReason,
)
from varn.mandate.forms.fields import KronorField, day_field
from varn.mandate.models.money import FIRST_YEAR, LAST_YEAR
from varn.mandate.rules.proposals import Value

LONGEST_SENTENCE = 5_000
LONGEST_LINE = 400
WIDE = {"rows": 4}


class FactForm(forms.Form):
    """A fact that is a name, a number or another short text."""

    text = forms.CharField(label=_("What it says"), max_length=LONGEST_LINE)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    def value(self) -> Value:
        """The fact's value, once the form is valid."""
        skipped = ("version", "quote")
        return {name: _json(v) for name, v in self.cleaned_data.items() if name not in skipped}


class RegistryNumberForm(FactForm):
    """The government's registry number."""

    text = forms.CharField(label=_("Registry number"), max_length=60)
    partly = forms.BooleanField(
        label=_('The decision says "delvis"'),
        help_text=_("It settles only part of the matter with this number."),
        required=False,
    )


class DayForm(FactForm):
    """The day of the decision."""

    text = None  # type: ignore[assignment]
    day = day_field(_("Day"))


class SentenceForm(FactForm):
    """A sentence of the decision."""

    text = forms.CharField(
        label=_("The sentence"),
        help_text=_("As it stands in the decision. Line breaks make no difference."),
        max_length=LONGEST_SENTENCE,
        widget=forms.Textarea(attrs=WIDE),
    )


class RequirementForm(SentenceForm):
    """A sentence that obliges, and what it belongs to."""

    assignment = forms.TypedChoiceField(
        label=_("Belongs to"), coerce=int, empty_value=None, required=False
    )

    def offer_assignments(self, assignments: Sequence[tuple[int, str]]) -> None:
        """Offer the decision's own assignments, and the whole mandate."""
        whole = ("", _("The whole mandate"))
        named = [(number, f"{number}. {text[:100]}") for number, text in assignments]
        self.fields["assignment"].choices = [whole, *named]  # type: ignore[attr-defined]


class ObligationForm(SentenceForm):
    """Something to be done by a day."""

    field_order = ("kind", "due_on", "reason", "addressee", "text")
    kind = forms.ChoiceField(label=_("What is due"), choices=ObligationKind.choices)
    due_on = day_field(_("Due on"), required=False)
    reason = forms.ChoiceField(
        label=_("Why the day is open"),
        help_text=_("Only when no day can be given."),
        choices=[("", "–"), *OpenReason.choices],
        required=False,
    )
    addressee = forms.CharField(label=_("To whom"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        if cleaned["due_on"]:
            cleaned["reason"] = None
        elif not cleaned["reason"]:
            self.add_error("due_on", _("Give the day, or say below why it is open."))
        cleaned["addressee"] = cleaned["addressee"] or None
        return cleaned


class GrantForm(FactForm):
    """An amount of money."""

    text = None  # type: ignore[assignment]
    amount_sek = KronorField(_("Amount in kronor"))
    year = forms.IntegerField(
        label=_("Year"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    kind = forms.ChoiceField(label=_("What the amount is"), choices=GrantKind.choices)
    cap = forms.BooleanField(
        label=_("At most this much"),
        help_text=_('The decision says "högst".'),
        required=False,
    )


class AppropriationForm(FactForm):
    """Where the money stands in the state budget."""

    text = None  # type: ignore[assignment]
    area = forms.IntegerField(
        label=_("Expenditure area"), min_value=1, max_value=99, required=False
    )
    area_name = forms.CharField(label=_("Its name"), max_length=200, required=False)
    appropriation = forms.CharField(label=_("Appropriation, as 4:7"), max_length=20)
    appropriation_name = forms.CharField(label=_("Its name"), max_length=300, required=False)
    item = forms.CharField(label=_("Item"), max_length=20, required=False)
    item_name = forms.CharField(label=_("Its name"), max_length=300, required=False)


class QuoteField(forms.CharField):
    """The words of the decision that a new fact stands on."""

    def __init__(self, *, required: bool) -> None:
        copy = _("Copy them from the text, so that everybody can see where this stands.")
        elsewhere = _("Copy them from the text. Leave empty only if the file does not say it.")
        super().__init__(
            label=_("The words in the decision"),
            help_text=copy if required else elsewhere,
            required=required,
            max_length=LONGEST_SENTENCE,
            widget=forms.Textarea(attrs=WIDE),
        )


FORMS: Mapping[FactKind, type[FactForm]] = {
    FactKind.REGISTRY_NUMBER: RegistryNumberForm,
    FactKind.DECIDED_ON: DayForm,
    FactKind.ASSIGNMENT: SentenceForm,
    FactKind.REQUIREMENT: RequirementForm,
    FactKind.OBLIGATION: ObligationForm,
    FactKind.GRANT: GrantForm,
    FactKind.APPROPRIATION: AppropriationForm,
}


def fact_form(
    kind: FactKind,
    *,
    data: QueryDict | None = None,
    value: Value | None = None,
    version: int | None = None,
    assignments: Sequence[tuple[int, str]] = (),
) -> FactForm:
    """The form for a fact of a kind; without a version it adds a new one."""
    form = FORMS.get(kind, FactForm)(data, initial={**(value or {}), "version": version})
    if isinstance(form, RequirementForm):
        form.offer_assignments(assignments)
    if version is None and not isinstance(form, SentenceForm):
        form.fields["quote"] = QuoteField(required=kind not in KNOWN_FROM_ELSEWHERE)
    return form


def _json(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
