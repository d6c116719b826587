"""Lines of the budget, and forecasts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from varn.finance.actions import BudgetValues, ForecastValues
from varn.finance.forms.fields import OreField
from varn.finance.forms.ledger import activity_options
from varn.finance.models import Budget, Forecast
from varn.finance.queries.charging import GrantStanding
from varn.finance.rules.amounts import ORE_PER_KRONA

if TYPE_CHECKING:
    from datetime import date

    from django_stubs_ext import StrOrPromise

    from varn.mandate.models import Mandate

WHOLE, OTHER = "whole", "other"
LONGEST_LABEL = 90
LONGEST_REASON = 2_000


class BudgetLineForm(forms.Form):
    """What an assignment or an activity may cost, and who pays."""

    target = forms.ChoiceField(label=_("For what"))
    payer = forms.ChoiceField(label=_("Who pays"))
    amount_ore = OreField(_("Amount in kronor"))
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=300,
        help_text=_("Name the source here when the grant doesn't pay."),
    )
    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *arguments: object,
        mandate: "Mandate",
        grants: Sequence[GrantStanding],
        **named: object,
    ) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        self.fields["target"].choices = _targets(mandate)  # type: ignore[attr-defined]
        self.fields["payer"].choices = [  # type: ignore[attr-defined]
            *((str(each.grant.pk), grant_words(each)) for each in grants),
            (OTHER, _("Another source, named in the note")),
        ]

    def clean(self) -> None:
        super().clean()
        cleaned = self.cleaned_data
        if (cleaned.get("amount_ore") or 0) < 0:
            self.add_error("amount_ore", _("Write an amount of zero or more."))
        if cleaned.get("payer") == OTHER and not cleaned.get("note"):
            self.add_error("note", _("Name the source that pays."))

    def values(self) -> BudgetValues:
        """What was filled in, once the form is valid."""
        cleaned = self.cleaned_data
        kind, _dash, pk = cleaned["target"].partition("-")
        return BudgetValues(
            amount_ore=cleaned["amount_ore"],
            grant_id=None if cleaned["payer"] == OTHER else int(cleaned["payer"]),
            assignment_id=int(pk) if kind == "assignment" else None,
            activity_id=int(pk) if kind == "activity" else None,
            note=cleaned["note"],
        )


class ForecastForm(forms.Form):
    """What the grant's year is expected to cost in all, and why."""

    grant = forms.TypedChoiceField(label=_("Grant"), coerce=int)
    amount_ore = OreField(
        _("All costs at the end of the year, in kronor"),
        help_text=_("What is booked and what is still to come, together."),
    )
    reason = forms.CharField(
        label=_("Why"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What has changed since the last forecast, and what is still to be paid."),
    )
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self, *arguments: object, grants: Sequence[GrantStanding], **named: object
    ) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        choices = [(each.grant.pk, grant_words(each)) for each in grants]
        self.fields["grant"].choices = choices  # type: ignore[attr-defined]

    def clean_amount_ore(self) -> int:
        amount: int = self.cleaned_data["amount_ore"]
        if amount < 0:
            raise forms.ValidationError(_("Write an amount of zero or more."))
        return amount

    def values(self, *, made_on: "date") -> ForecastValues:
        cleaned = self.cleaned_data
        return ForecastValues(
            grant_id=cleaned["grant"],
            amount_ore=cleaned["amount_ore"],
            reason=cleaned["reason"],
            made_on=made_on,
        )


def new_line() -> dict[str, object]:
    """The first content of a form for a new line."""
    return {"submission": uuid4()}


def known_line(line: Budget) -> dict[str, object]:
    """The content of a form for a line as it stands."""
    target = WHOLE
    if line.activity_id:
        target = f"activity-{line.activity_id}"
    elif line.assignment_id:
        target = f"assignment-{line.assignment_id}"
    return {
        "target": target,
        "payer": str(line.grant_id or OTHER),
        "amount_ore": typed(line.amount_ore),
        "note": line.note,
        "version": line.version,
    }


def new_forecast(latest: Forecast | None) -> dict[str, object]:
    """The first content of a forecast: the amount of the one before."""
    amount = {"amount_ore": typed(latest.amount_ore)} if latest else {}
    return {"submission": uuid4(), **amount}


def typed(amount_ore: int) -> str:
    """The amount as a person would type it."""
    whole, rest = divmod(amount_ore, ORE_PER_KRONA)
    grouped = f"{whole:,}".replace(",", " ")
    return f"{grouped},{rest:02d}" if rest else grouped


def grant_words(standing: GrantStanding) -> "StrOrPromise":
    year = standing.grant.year
    return _("The grant of %(year)s") % {"year": year} if year else _("The grant")


def _targets(mandate: "Mandate") -> "list[tuple[StrOrPromise, object]]":
    assignments = mandate.assignments.order_by("number", "pk")
    activities = [(f"activity-{pk}", title) for pk, title in activity_options(mandate) if pk]
    return [
        (WHOLE, _("The whole mandate")),
        (_("Assignments"), [(f"assignment-{each.pk}", _cut(str(each))) for each in assignments]),
        (_("Activities"), activities),
    ]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1].rstrip()}…"
