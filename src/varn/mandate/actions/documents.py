"""Freezing what is sent under a mandate, and marking an obligation as done with it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from varn.audit.actions import record
from varn.kernel.documents import UnsupportedDocumentError, extract_text
from varn.kernel.files import keep_file
from varn.mandate.choices import DocumentKind, MandateEvent
from varn.mandate.models import Mandate, Obligation, OutgoingDocument, OutgoingFile
from varn.mandate.rules.files import plain_name
from varn.mandate.rules.outgoing import (
    cites,
    content_hash,
    fitting_kinds,
    outgoing_media_type,
    passes_by_itself,
)

if TYPE_CHECKING:
    from varn.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class OutgoingFileData:
    """One form of a document, such as its PDF."""

    name: str
    data: bytes
    language: str = "sv"


class NoFileError(Exception):
    """A document without a file can't be sent."""


class RegistryNumberMissingError(Exception):
    """The file doesn't cite the registry number of the government's decision."""

    def __init__(self, file_name: str) -> None:
        self.file_name = file_name
        super().__init__(file_name)


class AlreadyFulfilledError(Exception):
    """The obligation is done already."""

    def __init__(self, obligation: Obligation) -> None:
        self.obligation = obligation
        super().__init__(str(obligation))


class PassesByItselfError(Exception):
    """The obligation is a mere day: there is nothing to send."""

    def __init__(self, obligation: Obligation) -> None:
        self.obligation = obligation
        super().__init__(str(obligation))


class DocumentOfOtherMandateError(Exception):
    """The document was made under another mandate."""

    def __init__(self, document: OutgoingDocument) -> None:
        self.document = document
        super().__init__(str(document))


class DocumentOfOtherKindError(Exception):
    """The document is of a kind that doesn't do this obligation."""

    def __init__(self, document: OutgoingDocument) -> None:
        self.document = document
        super().__init__(str(document))


class SentBeforeDocumentError(Exception):
    """Nothing is sent before the day that stands on it."""

    def __init__(self, dated_on: date) -> None:
        self.dated_on = dated_on
        super().__init__(dated_on.isoformat())


class SentInFutureError(Exception):
    """The day when it was sent is still to come."""

    def __init__(self, sent_on: date) -> None:
        self.sent_on = sent_on
        super().__init__(sent_on.isoformat())


@transaction.atomic
def freeze_document(  # noqa: PLR0913 -- what stands on a letter, each a word of its own
    *,
    mandate_id: int,
    kind: DocumentKind,
    title: str,
    own_registry_number: str,
    addressee: str,
    dated_on: date,
    signed_by: str,
    content: Mapping[str, object],
    files: Sequence[OutgoingFileData],
    by: "User",
    at: datetime,
) -> OutgoingDocument:
    """Keep a document as it is sent; every file must cite the decision's registry number.

    Raises `NoFileError`, `RegistryNumberMissingError` or an error of `varn.kernel.documents`.
    """
    mandate = Mandate.objects.select_for_update(of=("self",)).get(pk=mandate_id)
    if not files:
        raise NoFileError
    for file in files:
        _ensure_cites(file, mandate.registry_number)
    document = OutgoingDocument.objects.create(
        mandate=mandate,
        number=mandate.documents.count() + 1,
        kind=kind,
        title=title,
        registry_number=mandate.registry_number,
        own_registry_number=own_registry_number,
        addressee=addressee,
        dated_on=dated_on,
        signed_by=signed_by,
        content=dict(content),
        content_hash=content_hash(content, [file.data for file in files]),
        frozen_by=by,
        frozen_at=at,
    )
    kept = _keep(document, files)
    details = {"kind": kind, "number": document.number, "hash": document.content_hash, **kept}
    record(MandateEvent.DOCUMENT_FROZEN, subject=document, by=by, at=at, details=details)
    return document


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What stands on a document that was made elsewhere."""

    kind: DocumentKind
    title: str
    own_registry_number: str
    addressee: str
    dated_on: date
    signed_by: str


@transaction.atomic
def fulfil_with_upload(
    *,
    obligation_id: int,
    letter: Letter,
    file: OutgoingFileData,
    sent_on: date,
    by: "User",
    at: datetime,
) -> Obligation:
    """Freeze a document that was made elsewhere and mark its obligation as done: both or neither.

    Raises what `freeze_document` and `fulfil_obligation` raise.
    """
    obligation = Obligation.objects.select_for_update(of=("self",)).get(pk=obligation_id)
    _ensure_open(obligation)
    document = freeze_document(
        mandate_id=obligation.mandate_id,
        **asdict(letter),
        content={},
        files=[file],
        by=by,
        at=at,
    )
    return fulfil_obligation(
        obligation_id=obligation_id, document_id=document.pk, sent_on=sent_on, by=by, at=at
    )


@transaction.atomic
def fulfil_obligation(
    *, obligation_id: int, document_id: int, sent_on: date, by: "User", at: datetime
) -> Obligation:
    """Mark an obligation as done with the document that was sent, once.

    Raises `AlreadyFulfilledError`, `PassesByItselfError`, `DocumentOfOtherMandateError`,
    `DocumentOfOtherKindError`, `SentBeforeDocumentError` or `SentInFutureError`.
    """
    obligation = Obligation.objects.select_for_update(of=("self",)).get(pk=obligation_id)
    document = OutgoingDocument.objects.get(pk=document_id)
    _ensure_open(obligation)
    _ensure_does(document, obligation)
    _ensure_sent(sent_on, document.dated_on, today=timezone.localdate(at))
    obligation.document = document
    obligation.sent_on = sent_on
    obligation.fulfilled_at, obligation.fulfilled_by = at, by
    obligation.save(update_fields=["document", "sent_on", "fulfilled_at", "fulfilled_by"])
    details = {"document": document.pk, "sent_on": sent_on.isoformat()}
    record(MandateEvent.OBLIGATION_FULFILLED, subject=obligation, by=by, at=at, details=details)
    return obligation


def _ensure_cites(file: OutgoingFileData, registry_number: str) -> None:
    if not cites(_text_of(file), registry_number):
        raise RegistryNumberMissingError(file.name)


def _text_of(file: OutgoingFileData) -> str:
    """What a reader sees of the file; of other text files, such as JSON, the text itself."""
    try:
        return extract_text(file.data, filename=file.name).text
    except UnsupportedDocumentError:
        return file.data.decode("utf-8", "replace")


def _keep(document: OutgoingDocument, files: Sequence[OutgoingFileData]) -> dict[str, str]:
    rows = OutgoingFile.objects.bulk_create(
        OutgoingFile(
            document=document,
            language=file.language,
            file_name=plain_name(file.name),
            media_type=outgoing_media_type(file.name),
            size=len(file.data),
            sha256=keep_file(file.data),
        )
        for file in files
    )
    return {row.file_name: row.sha256 for row in rows}


def _ensure_open(obligation: Obligation) -> None:
    if obligation.fulfilled_at:
        raise AlreadyFulfilledError(obligation)
    if passes_by_itself(obligation.kind):
        raise PassesByItselfError(obligation)


def _ensure_does(document: OutgoingDocument, obligation: Obligation) -> None:
    if document.mandate_id != obligation.mandate_id:
        raise DocumentOfOtherMandateError(document)
    if document.kind not in fitting_kinds(obligation.kind):
        raise DocumentOfOtherKindError(document)


def _ensure_sent(sent_on: date, dated_on: date, *, today: date) -> None:
    if sent_on < dated_on:
        raise SentBeforeDocumentError(dated_on)
    if sent_on > today:
        raise SentInFutureError(sent_on)
