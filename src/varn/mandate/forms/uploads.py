"""Handing in a decision."""

from django import forms
from django.utils.translation import gettext_lazy as _

ACCEPT = ".txt,.md,.html,.htm,.docx,.pdf"


class DecisionUploadForm(forms.Form):
    """The file with the government's decision."""

    file = forms.FileField(
        label=_("The decision"),
        help_text=_("PDF with text, Word (docx), HTML or plain text. At most 20 MB."),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        max_length=255,
        error_messages={"empty": _("The file is empty. Choose another.")},
    )
