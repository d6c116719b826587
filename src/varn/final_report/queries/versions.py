"""The frozen versions of a report; each is a document that leaves the agency."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from varn.final_report.queries.reports import UnknownRegistryNumberError
from varn.mandate.choices import DocumentKind
from varn.mandate.queries.report import reportable_mandates

if TYPE_CHECKING:
    from varn.mandate.models import Mandate, OutgoingDocument, OutgoingFile


class UnknownVersionError(LookupError):
    """The report has no frozen version with the number."""

    def __init__(self, number: int, known: Sequence[int]) -> None:
        super().__init__(str(number))
        self.number = number
        self.known = known


@dataclass(frozen=True, kw_only=True)
class Version:
    """A frozen report; `number` counts the versions of this report from one."""

    number: int
    document: "OutgoingDocument"
    files: "Sequence[OutgoingFile]"


def versions(mandate: "Mandate") -> Sequence[Version]:
    """Every frozen version, the latest first, in two queries."""
    documents = (
        mandate.documents.filter(kind=DocumentKind.FINAL_REPORT)
        .select_related("frozen_by")
        .prefetch_related("files", "obligations")
        .order_by("number")
    )
    found = [
        Version(number=number, document=document, files=_in_order(document))
        for number, document in enumerate(documents, start=1)
    ]
    return found[::-1]


def version(mandate: "Mandate", number: int) -> Version | None:
    """One frozen version by its number."""
    return next((each for each in versions(mandate) if each.number == number), None)


def version_of_number(registry_number: str, number: int) -> Version:
    """One frozen version; raises `UnknownRegistryNumberError` or `UnknownVersionError`."""
    mandate = reportable_mandates().filter(registry_number=registry_number).first()
    if mandate is None:
        known = [each.registry_number for each in reportable_mandates()]
        raise UnknownRegistryNumberError(registry_number, known)
    found = version(mandate, number)
    if found is None:
        raise UnknownVersionError(number, sorted(each.number for each in versions(mandate)))
    return found


def _in_order(document: "OutgoingDocument") -> "Sequence[OutgoingFile]":
    return sorted(document.files.all(), key=lambda file: file.pk)
