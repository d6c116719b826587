"""What a person decides of a requisition, repayment or financial account."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from varn.finance.actions import Signing, StatementValues
from varn.finance.forms.fields import OreField
from varn.finance.forms.planning import typed
from varn.finance.models import GrantStatement
from varn.finance.rules.figures import GrantFigures
from varn.mandate.choices import DocumentKind
from varn.ui.fields import day_field

if TYPE_CHECKING:
    from datetime import date

    from varn.mandate.models import Obligation

LANGUAGES = [("sv", _("Swedish")), ("en", _("Swedish, and a copy in English"))]


class StatementForm(forms.Form):
    """Numbers, day, addressee and who signs; the figures come from the ledger."""

    asked_ore = OreField(_("Amount that is asked for, in kronor"))
    addressee = forms.CharField(label=_("Addressee"), max_length=300)
    own_registry_number = forms.CharField(
        label=_("Your own registry number"),
        max_length=60,
        help_text=_("The government's number is cited by itself."),
    )
    dated_on = day_field(_("Day on the document"))
    signed_by = forms.CharField(
        label=_("Signed by"),
        max_length=100,
        help_text=_("Name of the authorised officer."),
    )
    signed_title = forms.CharField(label=pgettext_lazy("of an officer", "Title"), max_length=90)
    account = forms.CharField(
        label=_("Bankgiro or plusgiro"),
        required=False,
        max_length=60,
        help_text=_("Where the money is paid to."),
    )
    reference = forms.CharField(label=_("Payment reference"), required=False, max_length=60)
    languages = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, initial="sv")
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *arguments: object, kind: DocumentKind, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        self.kind = kind
        if kind is not DocumentKind.REQUISITION:
            del self.fields["asked_ore"]
        if kind is DocumentKind.FINANCIAL_ACCOUNT:
            del self.fields["account"], self.fields["reference"]

    def values(self, *, replaces: int | None = None) -> StatementValues:
        """What was filled in, once the form is valid."""
        cleaned = self.cleaned_data
        return StatementValues(
            kind=self.kind,
            asked_ore=cleaned.get("asked_ore"),
            languages=("sv", "en") if cleaned["languages"] == "en" else ("sv",),
            replaces=replaces,
            signing=Signing(
                own_registry_number=cleaned["own_registry_number"],
                addressee=cleaned["addressee"],
                dated_on=cleaned["dated_on"],
                signed_by=cleaned["signed_by"],
                signed_title=cleaned["signed_title"],
                account=cleaned.get("account", ""),
                reference=cleaned.get("reference", ""),
            ),
        )


class SentForm(forms.Form):
    """The day when a frozen document was sent, and the obligation that it does."""

    obligation = forms.TypedChoiceField(
        label=_("The obligation that it does"), coerce=int, widget=forms.RadioSelect
    )
    sent_on = day_field(_("Day when it was sent"))

    def __init__(
        self, *arguments: object, obligations: "Sequence[Obligation]", **named: object
    ) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        choices = [(each.pk, str(each)) for each in obligations]
        self.fields["obligation"].choices = choices  # type: ignore[attr-defined]
        if choices:
            self.fields["obligation"].initial = choices[0][0]


def new_statement(
    figures: GrantFigures, *, addressee: str, today: "date", replaced: GrantStatement | None
) -> dict[str, object]:
    """The first content of the form: all that is left, or what the replaced document said."""
    known = replaced.document.content["signing"] if replaced else {}
    return {
        "asked_ore": typed(max(figures.to_requisition_ore, 0)),
        "addressee": addressee,
        **known,
        "dated_on": today,
        "submission": uuid4(),
    }
