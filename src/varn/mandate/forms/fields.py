"""Fields of the mandate's forms: whole kronor here, days and files from the common ones."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from varn.ui.fields import SeveralFilesField, SeveralFilesInput, day_field

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

__all__ = ["KronorField", "SeveralFilesField", "SeveralFilesInput", "day_field"]

LARGEST_AMOUNT = 10**12  # kronor; more than the state budget is a slip of the finger
SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009"))


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
