"""Who stands behind the report."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from varn.final_report.models import ReportCover
from varn.final_report.rules.parts import Cover

LONGEST_NAME = 200
MOST_PRESENT = 30


class CoverForm(forms.Form):
    """What the letter in front of the report says; it can be saved before all of it is known."""

    own_registry_number = forms.CharField(
        label=_("The agency's own registry number"), required=False, max_length=60
    )
    decided_by = forms.CharField(
        label=_("Decided by"),
        help_text=_("Name and title of the person who decides on the report."),
        required=False,
        max_length=LONGEST_NAME,
    )
    decided_on = forms.DateField(
        label=_("Day of the agency's decision"),
        help_text=_("It becomes the date of the report."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("There is no such day. Write it as 2015-05-28.")},
    )
    presented_by = forms.CharField(
        label=_("Presented by"),
        help_text=_("Name and title of the rapporteur (föredragande)."),
        required=False,
        max_length=LONGEST_NAME,
    )
    present = forms.CharField(
        label=_("Others who took part in the final handling"),
        help_text=_("One person on each line, with name and title."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    version = forms.IntegerField(
        min_value=0, widget=forms.TextInput(attrs={"hidden": True, "autocomplete": "off"})
    )

    def clean_present(self) -> tuple[str, ...]:
        """The lines that say something."""
        lines = [line.strip() for line in self.cleaned_data["present"].splitlines()]
        people = tuple(line for line in lines if line)
        if len(people) > MOST_PRESENT:
            raise ValidationError(
                _("Name at most %(limit)d persons."), params={"limit": MOST_PRESENT}
            )
        if any(len(each) > LONGEST_NAME for each in people):
            raise ValidationError(
                _("A line is longer than %(limit)d characters. Write one person on each line."),
                params={"limit": LONGEST_NAME},
            )
        return people

    def values(self) -> Cover:
        """What was said, ready for the action."""
        said = self.cleaned_data
        return Cover(
            own_registry_number=said["own_registry_number"],
            decided_by=said["decided_by"],
            decided_on=said["decided_on"],
            presented_by=said["presented_by"],
            present=said["present"],
        )


def known_cover(row: ReportCover | None) -> dict[str, Any]:
    """The form's values as the cover stands."""
    if row is None:
        return {"version": 0}
    return {
        "own_registry_number": row.own_registry_number,
        "decided_by": row.decided_by,
        "decided_on": row.decided_on,
        "presented_by": row.presented_by,
        "present": "\n".join(row.present),
        "version": row.version,
    }
