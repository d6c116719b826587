"""Sending a ledger file, and finding rows of vouchers."""

from collections.abc import Sequence
from datetime import date

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from varn.finance.choices import CostType, EntryState
from varn.finance.queries.entries import EntryFilter
from varn.mandate.queries.work import activities_in

Options = list[tuple[str, object]]


class LedgerForm(forms.Form):
    """A file out of the agency's accounting system."""

    file = forms.FileField(
        label=_("Ledger file"),
        help_text=_(
            "Excel (xlsx), CSV or SIE 4, at most 20 MB. A table needs columns for voucher number, "
            "day, account and amount (or debit and credit)."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt,.se,.si,.sie"}),
        error_messages={"empty": _("The file is empty. Choose another.")},
    )


class LedgerFilterForm(forms.Form):
    """Which rows to show; nonsense shows all rather than failing."""

    state = forms.ChoiceField(label=_("State"), required=False)
    month = forms.ChoiceField(label=_("Month"), required=False)
    account = forms.CharField(label=_("Account begins with"), required=False, max_length=20)
    words = forms.CharField(label=_("Voucher number or text"), required=False, max_length=100)

    def __init__(self, data: object, *, months: Sequence[date]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        every = ("", _("All"))
        state, month = self.fields["state"], self.fields["month"]
        state.choices = [every, *EntryState.choices]  # type: ignore[attr-defined]
        month.choices = [  # type: ignore[attr-defined]
            every,
            *((f"{day:%Y-%m}", date_format(day, "F Y")) for day in months),
        ]

    def wanted(self) -> EntryFilter:
        """The filter that was filled in."""
        self.is_valid()
        cleaned = self.cleaned_data
        month, state = cleaned.get("month"), cleaned.get("state")
        return EntryFilter(
            state=EntryState(state) if state else None,
            month=date.fromisoformat(f"{month}-01") if month else None,
            account=cleaned.get("account", ""),
            words=cleaned.get("words", ""),
        )


class EntryMapForm(forms.Form):
    """What a row is, said by hand."""

    cost_type = forms.ChoiceField(label=_("Cost type"), choices=CostType.choices)
    activity = forms.TypedChoiceField(
        label=_("Activity"), required=False, coerce=int, empty_value=None
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *arguments: object, mandate: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        self.fields["activity"].choices = activity_options(mandate)  # type: ignore[attr-defined]


def activity_options(mandate: object) -> Options:
    """Every activity of the mandate, and none."""
    found = activities_in(mandate)  # type: ignore[arg-type]
    return [("", _("No activity")), *((str(each.pk), each.title) for each in found)]
