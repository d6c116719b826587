"""Which mail a person wants about obligations."""

from django import forms
from django.utils.translation import gettext_lazy as _


class MailChoiceForm(forms.Form):
    """Reminders, the digest, both or neither."""

    wants_reminders = forms.BooleanField(
        label=_("Remind me 30, 14, 7 and 1 working days before the planned day"), required=False
    )
    wants_digest = forms.BooleanField(
        label=_("Send me what is due and late each Monday"), required=False
    )
