"""The frozen versions of a report; each is a document that leaves the agency."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from varn.mandate.choices import DocumentKind

if TYPE_CHECKING:
    from varn.mandate.models import Mandate, OutgoingDocument, OutgoingFile


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


def _in_order(document: "OutgoingDocument") -> "Sequence[OutgoingFile]":
    return sorted(document.files.all(), key=lambda file: file.pk)
