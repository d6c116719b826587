"""What people fill in to search, to correct a contact and to send a file."""

from django import forms
from django.utils.translation import gettext_lazy as _

from varn.directory.choices import ContactLevel, OrganisationKind, PlaceKind
from varn.directory.models import Contact
from varn.directory.rules.import_rows import PHONE

EVERY = ("", _("All"))


class SearchForm(forms.Form):
    """What to look for among organisations; nonsense finds nothing rather than failing."""

    q = forms.CharField(label=_("Name or organisation number"), required=False, max_length=200)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[EVERY, *OrganisationKind.choices]
    )
    county = forms.ChoiceField(label=_("County"), required=False)
    contacts = forms.BooleanField(label=_("Only with contacts"), required=False)

    def __init__(self, *arguments: object, counties: list[tuple[str, str]]) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        county = self.fields["county"]
        county.choices = [EVERY, *counties]  # type: ignore[attr-defined]


class PlaceForm(forms.Form):
    """Which places to show."""

    kind = forms.ChoiceField(label=_("Kind"), choices=PlaceKind.choices)


class ContactForm(forms.ModelForm):  # type: ignore[type-arg]
    """A contact as it should be; `version` is how the page knew it."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    level = forms.ChoiceField(
        label=_("Level"), choices=ContactLevel.choices, widget=forms.RadioSelect
    )

    class Meta:
        model = Contact
        fields = ["function", "level", "email", "phone"]
        labels = {
            "function": _("Function"),
            "email": _("E-mail"),
            "phone": _("Phone"),
        }
        help_texts = {
            "function": _("A role, never a person's name: Registrar, Head of social services."),
            "email": _("The function's address."),
            "phone": "",
        }

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"].strip()
        if phone and not PHONE.match(phone):
            raise forms.ValidationError(_("Write the number with digits, as 08-123 45 67."))
        return phone

    def clean(self) -> None:
        super().clean()
        if (
            "email" not in self.errors
            and "phone" not in self.errors
            and not (self.cleaned_data.get("email") or self.cleaned_data.get("phone"))
        ):
            raise forms.ValidationError(_("Fill in an e-mail address or a phone number."))


class ImportForm(forms.Form):
    """A file with organisations and contacts."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV or XLSX with the columns of the template, at most 5 MB and 5 000 rows."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
        allow_empty_file=True,
    )
