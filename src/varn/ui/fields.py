"""Fields of forms that several capabilities share: days, and several files at once."""

from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def day_field(label: "StrOrPromise", *, required: bool = True) -> forms.DateField:
    """A day, chosen in the browser's calendar or typed as 2014-12-01."""
    return forms.DateField(
        label=label,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("There is no such day. Write it as 2014-12-01.")},
    )


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
