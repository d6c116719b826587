"""Saying who pays."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from varn.finance.choices import SourceKind
from varn.finance.forms.fields import OreField
from varn.finance.models import FundingSource
from varn.finance.queries.charging import GrantStanding

NEW, NOBODY = "new", "nobody"


class PayerForm(forms.Form):
    """A grant of the mandate, a source that is named already, or a new one."""

    payer = forms.ChoiceField(label=_("Who pays"), widget=forms.RadioSelect)
    new_name = forms.CharField(
        label=_("Name of the other source"),
        required=False,
        max_length=200,
        help_text=_("Such as: 5:1 Länsstyrelserna, own administration."),
    )
    new_kind = forms.ChoiceField(
        label=_("Kind of source"), required=False, choices=SourceKind.choices
    )

    def __init__(
        self,
        *arguments: object,
        grants: Sequence[GrantStanding],
        sources: Sequence[FundingSource],
        **named: object,
    ) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        self.grants, self.sources = grants, sources
        self.fields["payer"].choices = [  # type: ignore[attr-defined]
            *((f"grant-{each.grant.pk}", _grant_words(each)) for each in grants),
            *((f"source-{each.pk}", each.name) for each in sources),
            (NEW, _("Another source, named below")),
        ]

    def clean(self) -> None:
        super().clean()
        if self.cleaned_data.get("payer") == NEW and not self.cleaned_data.get("new_name"):
            self.add_error("new_name", _("Name the source."))


class EntryChargeForm(PayerForm):
    """Who pays for a row, or for a part of it."""

    amount_ore = OreField(
        _("Amount"), required=False, help_text=_("Leave it empty for all that is open.")
    )


class ChargeChangeForm(PayerForm):
    """Who pays instead, and why."""

    because = forms.CharField(label=_("Why"), max_length=300)

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        payer = self.fields["payer"]
        payer.choices = [*payer.choices, (NOBODY, _("Nobody, for now"))]  # type: ignore[attr-defined]


def _grant_words(standing: GrantStanding) -> str:
    from_year = standing.grant.year
    if from_year is None:
        return str(_("The grant"))
    return str(_("The grant of %(year)s") % {"year": from_year})
