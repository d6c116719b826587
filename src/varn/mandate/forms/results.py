"""Describing a result and handing in its evidence."""

from datetime import date
from itertools import groupby
from uuid import uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from varn.directory.queries.places import counties, member_states, municipalities
from varn.mandate.actions import NewFile, ResultValues
from varn.mandate.forms.activities import LONGEST_TEXT
from varn.mandate.forms.fields import SeveralFilesField, SeveralFilesInput, day_field
from varn.mandate.models import Result
from varn.mandate.rules.files import ACCEPT

type Options = list[tuple[str, str | list[tuple[str, str]]]]


class ResultForm(forms.Form):
    """What came of an activity: where, when, and what shows it."""

    title = forms.CharField(label=_("What came of it"), max_length=200)
    description = forms.CharField(
        label=_("Description"),
        help_text=_("Write nothing about a single child, suspect or case."),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    place = forms.TypedChoiceField(label=_("Where"), coerce=int)
    occurred_on = day_field(_("When"))
    documents = SeveralFilesField(
        label=_("Evidence"),
        help_text=_(
            "Minutes, a programme, a plan: PDF, Word, Excel, OpenDocument text, CSV or plain text. "
            "At most 5 files of 20 MB each. Pictures are not taken in, not even of documents: "
            "no picture of a child may ever end up here."
        ),
        required=False,
        max_length=255,
        widget=SeveralFilesInput(attrs={"accept": ACCEPT}),
    )
    shows = forms.CharField(label=_("What the files show"), max_length=300, required=False)
    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    def __init__(
        self,
        data: QueryDict | None = None,
        files: "MultiValueDict[str, UploadedFile[bytes]] | None" = None,
        *,
        decided_on: date,
        today: date,
        initial: dict[str, object] | None = None,
    ) -> None:
        super().__init__(data, files, initial=initial)
        self.decided_on, self.today = decided_on, today
        self.fields["place"].choices = places()  # type: ignore[attr-defined]

    def clean_occurred_on(self) -> date:
        day: date = self.cleaned_data["occurred_on"]
        if day < self.decided_on:
            raise forms.ValidationError(
                _("The day is before the decision, %(day)s. Check the day."),
                code="before_decision",
                params={"day": self.decided_on.isoformat()},
            )
        if day > self.today:
            raise forms.ValidationError(
                _("The day is still to come. Record the result when it has happened."),
                code="to_come",
            )
        return day

    def values(self) -> ResultValues:
        """What was filled in, once the form is valid."""
        cleaned = self.cleaned_data
        return ResultValues(
            title=cleaned["title"],
            description=cleaned["description"],
            place_id=cleaned["place"],
            occurred_on=cleaned["occurred_on"],
        )

    def new_files(self) -> list[NewFile]:
        """The files that were handed in, read."""
        return [
            NewFile(name=file.name, data=file.read(), description=self.cleaned_data["shows"])
            for file in self.cleaned_data["documents"]
        ]


def new_result() -> dict[str, object]:
    """The first content of a form for a new result."""
    return {"submission": uuid4()}


def known_result(result: Result) -> dict[str, object]:
    """The content of a form for a result as it stands."""
    return {
        "title": result.title,
        "description": result.description,
        "place": result.place_id,
        "occurred_on": result.occurred_on,
        "version": result.version,
    }


def places() -> Options:
    """Each county with its municipalities, then the states of the union."""
    by_name = "name_en" if get_language() == "en" else "name"
    by_county = {
        county: list(parts)
        for county, parts in groupby(municipalities(), key=lambda place: place.parent_id)
    }
    options: Options = [("", str(_("Choose a place")))]
    for county in counties():
        parts = [(str(each.pk), each.name) for each in by_county.get(county.pk, [])]
        whole = _("%(county)s, all of it") % {"county": county.name}
        options.append((county.name, [(str(county.pk), whole), *parts]))
    states = [(str(each.pk), getattr(each, by_name) or each.name) for each in member_states()]
    return [*options, (str(_("Countries")), states)]
