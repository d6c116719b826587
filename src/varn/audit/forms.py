"""Looking for something in the trail."""

from django import forms
from django.utils.translation import gettext_lazy as _

from varn.audit.queries import EntryFilter
from varn.kernel.events import known_events


def _events() -> list[tuple[str, str]]:
    by_words = sorted(known_events().items(), key=lambda pair: pair[1].casefold())
    return [("", str(_("Everything"))), *by_words]


class EntryFilterForm(forms.Form):
    """What to look for; every field may be left empty."""

    event = forms.ChoiceField(label=_("What happened"), choices=_events, required=False)
    person = forms.CharField(
        label=_("Who"), help_text=_("The person's e-mail address"), max_length=254, required=False
    )
    day = forms.DateField(
        label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}), required=False
    )
    subject = forms.CharField(
        label=_("What it was about"),
        help_text=_("As it stands in the list, such as accounts.user:7"),
        max_length=120,
        required=False,
    )
    before = forms.IntegerField(
        widget=forms.HiddenInput, min_value=1, max_value=2**63 - 1, required=False
    )

    def wanted(self) -> EntryFilter:
        """The filter, once the form is valid."""
        return EntryFilter(
            event=self.cleaned_data["event"],
            person=self.cleaned_data["person"],
            day=self.cleaned_data["day"],
            subject=self.cleaned_data["subject"],
        )
