"""Marking an obligation as done: with a document made in Värn, or with one made elsewhere."""

from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from varn.mandate.actions import Letter, OutgoingFileData
from varn.mandate.choices import DocumentKind
from varn.mandate.forms.fields import day_field
from varn.mandate.models import Obligation, OutgoingDocument
from varn.mandate.queries.obligations import documents_that_do
from varn.mandate.rules.outgoing import fitting_kinds

ACCEPT = ".pdf,.docx,.txt"
SENT_TOO_SOON = _("It can't have been sent before the day that stands on the document.")
SENT_LATER = _("The day is still to come. Mark it as done when it has been sent.")


class ChosenDocumentForm(forms.Form):
    """One of the mandate's frozen documents and the day it was sent."""

    document = forms.ModelChoiceField(
        label=_("The document that was sent"), queryset=OutgoingDocument.objects.none()
    )
    sent_on = day_field(_("Sent on"))

    def __init__(self, data: QueryDict | None, *, obligation: Obligation, today: date) -> None:
        super().__init__(data, initial={"sent_on": today}, prefix="chosen")
        self.today = today
        field: forms.ModelChoiceField[OutgoingDocument] = self.fields["document"]  # type: ignore[assignment]
        field.queryset = documents_that_do(obligation)
        field.label_from_instance = _named  # type: ignore[assignment]

    def clean_sent_on(self) -> date:
        return _not_to_come(self.cleaned_data["sent_on"], self.today)


class UploadedDocumentForm(forms.Form):
    """A document made elsewhere: its file, and what stands on it."""

    file = forms.FileField(
        label=_("The document"),
        help_text=_(
            "PDF with text, Word (docx) or plain text, at most 20 MB, without pictures. It must "
            "cite the registry number of the decision."
        ),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        max_length=255,
        error_messages={"empty": _("The file is empty. Choose another.")},
    )
    kind = forms.ChoiceField(label=_("Kind"))
    title = forms.CharField(label=_("Title"), max_length=300)
    own_registry_number = forms.CharField(
        label=_("The agency's own registry number"), max_length=60
    )
    addressee = forms.CharField(label=_("To whom"), max_length=300)
    dated_on = day_field(_("Day on the document"))
    signed_by = forms.CharField(
        label=_("Signed by"), help_text=_("Name and title of the authorised officer."),
        max_length=200,
    )  # fmt: skip
    sent_on = day_field(_("Sent on"))

    def __init__(
        self,
        data: QueryDict | None,
        files: "MultiValueDict[str, object] | None",
        *,
        obligation: Obligation,
        today: date,
    ) -> None:
        first = {
            "title": obligation.get_kind_display(),
            "addressee": obligation.addressee,
            "sent_on": today,
        }
        super().__init__(data, files, initial=first, prefix="uploaded")  # type: ignore[arg-type]
        self.today = today
        kinds = [(kind.value, kind.label) for kind in fitting_kinds(obligation.kind)]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]

    def clean_sent_on(self) -> date:
        return _not_to_come(self.cleaned_data["sent_on"], self.today)

    def clean(self) -> None:
        sent_on, dated_on = self.cleaned_data.get("sent_on"), self.cleaned_data.get("dated_on")
        if sent_on and dated_on and sent_on < dated_on:
            self.add_error("sent_on", str(SENT_TOO_SOON))

    def letter(self) -> Letter:
        """What stands on the document, once the form is valid."""
        cleaned = self.cleaned_data
        return Letter(
            kind=DocumentKind(cleaned["kind"]),
            title=cleaned["title"],
            own_registry_number=cleaned["own_registry_number"],
            addressee=cleaned["addressee"],
            dated_on=cleaned["dated_on"],
            signed_by=cleaned["signed_by"],
        )

    def uploaded(self) -> OutgoingFileData:
        """The file, read."""
        file = self.cleaned_data["file"]
        return OutgoingFileData(name=file.name, data=file.read())


def _not_to_come(day: date, today: date) -> date:
    if day > today:
        raise forms.ValidationError(SENT_LATER, code="to_come")
    return day


def _named(document: OutgoingDocument) -> str:
    return f"{document.title}, {date_format(document.dated_on, 'j F Y')} ({document.number})"
