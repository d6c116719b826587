"""Fields that several forms of the money share."""

from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import ValidationError

from varn.finance.rules.amounts import UnreadableError, ore_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class OreField(forms.CharField):
    """An amount as people write it, 1 234,50; its value is whole öre."""

    def __init__(
        self, label: "StrOrPromise", *, required: bool = True, help_text: "StrOrPromise" = ""
    ) -> None:
        super().__init__(
            label=label,
            required=required,
            help_text=help_text,
            max_length=40,
            widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        )

    def clean(self, value: object) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return ore_of(text)
        except UnreadableError as error:
            raise ValidationError(str(error.problem.label), code=error.problem) from error
