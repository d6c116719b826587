"""A rule that maps vouchers."""

from uuid import uuid4

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from varn.finance.actions import RuleValues
from varn.finance.choices import CostType
from varn.finance.forms.ledger import activity_options
from varn.finance.models import MappingRule

DIGITS = RegexValidator(r"^[0-9]+$", _("Write the account in digits, as 5810."))
LAST_PRIORITY = 1_000
ASKS = ("account_from", "cost_centre", "project", "other_object", "text_contains")


class RuleForm(forms.Form):
    """Rows like this are that cost. All that is filled in must hold."""

    account_from = forms.CharField(
        label=_("From account"),
        required=False,
        max_length=20,
        validators=[DIGITS],
        help_text=_("Sub-accounts follow their account: 58 holds 5810 and 58991."),
    )
    account_to = forms.CharField(
        label=_("To account"),
        required=False,
        max_length=20,
        validators=[DIGITS],
        help_text=_("Leave it empty for one account."),
    )
    cost_centre = forms.CharField(
        label=_("Cost centre"),
        required=False,
        max_length=60,
        help_text=_("A last * stands for any ending: 12*."),
    )
    project = forms.CharField(label=_("Project"), required=False, max_length=60)
    other_object = forms.CharField(
        label=_("Another object"),
        required=False,
        max_length=60,
        help_text=_("A code of any other dimension, such as an activity code."),
    )
    text_contains = forms.CharField(
        label=_("The text contains"),
        required=False,
        max_length=100,
        help_text=_("Words of the voucher. Leave out people's names."),
    )
    cost_type = forms.ChoiceField(label=_("Cost type"), choices=CostType.choices)
    activity = forms.TypedChoiceField(
        label=_("Activity"), required=False, coerce=int, empty_value=None
    )
    priority = forms.IntegerField(
        label=_("Order"),
        min_value=1,
        max_value=LAST_PRIORITY,
        help_text=_("The rule with the lowest number is tried first. The first that fits decides."),
    )
    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *arguments: object, mandate: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        self.fields["activity"].choices = activity_options(mandate)  # type: ignore[attr-defined]

    def clean(self) -> None:
        super().clean()
        cleaned = self.cleaned_data
        first = cleaned.get("account_from", "")
        last = cleaned["account_to"] = cleaned.get("account_to") or first
        if last and (not first or len(first) != len(last) or last < first):
            self.add_error(
                "account_to",
                _("Write both accounts with as many digits, the lower first: 5800 to 5899."),
            )
        if not self.errors and not any(cleaned.get(name) for name in ASKS):
            raise forms.ValidationError(
                _("Fill in at least one thing that the rule asks for, such as an account.")
            )

    def values(self) -> RuleValues:
        """What was filled in, once the form is valid."""
        cleaned = self.cleaned_data
        return RuleValues(
            priority=cleaned["priority"],
            account_from=cleaned["account_from"],
            account_to=cleaned["account_to"],
            cost_centre=cleaned["cost_centre"],
            project=cleaned["project"],
            other_object=cleaned["other_object"],
            text_contains=cleaned["text_contains"],
            cost_type=CostType(cleaned["cost_type"]),
            activity_id=cleaned["activity"],
        )


def new_rule(next_priority: int) -> dict[str, object]:
    """The first content of a form for a new rule."""
    return {"submission": uuid4(), "priority": next_priority}


def known_rule(rule: MappingRule) -> dict[str, object]:
    """The content of a form for a rule as it stands."""
    names = [*ASKS, "account_to", "cost_type", "priority", "version"]
    return {name: getattr(rule, name) for name in names} | {"activity": rule.activity_id}
