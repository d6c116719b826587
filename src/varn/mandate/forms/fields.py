"""Fields that several forms share: days, whole kronor, several files at once."""

from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LARGEST_AMOUNT = 10**12  # kronor; more than the state budget is a slip of the finger
SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009"))


def day_field(label: "StrOrPromise", *, required: bool = True) -> forms.DateField:
    """A day, chosen in the browser's calendar or typed as 2014-12-01."""
    return forms.DateField(
        label=label,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("There is no such day. Write it as 2014-12-01.")},
    )


class KronorField(forms.IntegerField):
    """An amount in whole kronor; spaces between thousands are welcome."""

    def __init__(self, label: "StrOrPromise") -> None:
        super().__init__(
            label=label,
            widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            error_messages={"invalid": _("Write whole kronor in digits, as 3 000 000.")},
            min_value=1,
            max_value=LARGEST_AMOUNT,
        )

    def to_python(self, value: object) -> int | None:
        if isinstance(value, str):
            value = value.translate(SPACES)
        return super().to_python(value)


class SeveralFilesInput(forms.FileInput):
    """Lets the browser choose more than one file."""

    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """No, one or several files."""

    widget = SeveralFilesInput

    def clean(self, data: object, initial: object = None) -> list["UploadedFile[bytes]"]:
        files = data if isinstance(data, list | tuple) else [data]
        chosen = [file for file in files if file]
        if not chosen and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return [super(SeveralFilesField, self).clean(file, initial) for file in chosen]
