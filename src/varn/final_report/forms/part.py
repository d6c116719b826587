"""Writing a part of the report."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_TEXT = 60_000  # characters; some twenty pages for one part


class PartForm(forms.Form):
    """The text of a part, and which text it was begun from."""

    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 22, "lang": "sv", "spellcheck": "true"}),
    )
    # Not a hidden input: the copy that the browser keeps of a draft takes this with it, so a draft
    # that was begun from an older text meets the newer one as a conflict.
    begun_from = forms.IntegerField(
        min_value=0, widget=forms.TextInput(attrs={"hidden": True, "autocomplete": "off"})
    )

    def clean_text(self) -> str:
        """Line ends as one character, whatever the browser sends."""
        text: str = self.cleaned_data["text"]
        return text.replace("\r\n", "\n").replace("\r", "\n")
