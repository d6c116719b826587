"""What is sent cites its number, is never changed, and does its obligation once."""

import hashlib
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.mandate.factories import NOON, CoordinatorFactory, DocumentFactory, MandateFactory
from tests.mandate.factories import sent_file as a_file
from tests.mandate.test_two_at_once import at_once
from varn.audit.models import Entry
from varn.kernel.documents import BrokenDocumentError
from varn.kernel.files import kept_file
from varn.mandate.actions import (
    AlreadyFulfilledError,
    DocumentOfOtherKindError,
    DocumentOfOtherMandateError,
    NoFileError,
    OutgoingFileData,
    PassesByItselfError,
    RegistryNumberMissingError,
    SentBeforeDocumentError,
    SentInFutureError,
    fulfil_obligation,
)
from varn.mandate.choices import DocumentKind, ObligationKind
from varn.mandate.models import Obligation, OutgoingDocument
from varn.mandate.rules.outgoing import canonical_json, cites, content_hash, fitting_kinds

DAY = date(2014, 11, 12)


def obligation_of(mandate, kind=ObligationKind.REQUISITION):
    return Obligation.objects.get(mandate=mandate, kind=kind)


def fulfil(obligation, document, sent_on=DAY):
    return fulfil_obligation(
        obligation_id=obligation.pk,
        document_id=document.pk,
        sent_on=sent_on,
        by=CoordinatorFactory(),
        at=NOON,
    )


@pytest.mark.django_db
def test_a_document_is_numbered_cites_its_mandate_and_keeps_its_file():
    mandate = MandateFactory()

    first, second = DocumentFactory(mandate=mandate), DocumentFactory(mandate=mandate)

    file = first.files.get()
    assert (first.number, second.number) == (1, 2)
    assert first.registry_number == mandate.registry_number
    assert kept_file(file.sha256).read_bytes() == a_file(mandate).data
    assert (file.media_type, first.content_hash) == ("text/plain", file.sha256)
    assert Entry.objects.filter(event="mandate.document.frozen").count() == 2


@pytest.mark.django_db
def test_a_file_that_does_not_cite_the_number_is_refused_by_name_and_nothing_is_kept():
    mandate = MandateFactory()
    files = [a_file(mandate), a_file(mandate, name="brev.txt", text="Hej. S2014/20/FST")]

    with pytest.raises(RegistryNumberMissingError) as refused, transaction.atomic():
        DocumentFactory(mandate=mandate, files=files)

    assert refused.value.file_name == "brev.txt"
    assert not OutgoingDocument.objects.exists()


@pytest.mark.django_db
def test_json_is_searched_as_it_stands():
    mandate = MandateFactory()
    file = a_file(mandate, name="redovisning.json", text="{number}")

    document = DocumentFactory(mandate=mandate, files=[file], content={"b": 1, "a": "å"})

    assert document.files.get().media_type == "application/json"
    assert document.content_hash == hashlib.sha256('{"a":"å","b":1}'.encode()).hexdigest()


@pytest.mark.django_db
def test_a_document_without_a_file_or_with_a_broken_one_is_refused():
    mandate = MandateFactory()
    broken = OutgoingFileData(name="brev.pdf", data=b"no such thing")

    with pytest.raises(NoFileError), transaction.atomic():
        DocumentFactory(mandate=mandate, files=[])
    with pytest.raises(BrokenDocumentError), transaction.atomic():
        DocumentFactory(mandate=mandate, files=[broken])


@pytest.mark.django_db
def test_a_frozen_document_is_never_changed():
    document = DocumentFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        OutgoingDocument.objects.filter(pk=document.pk).update(title="Annat")


@pytest.mark.django_db
def test_an_obligation_is_done_with_its_document_once():
    mandate = MandateFactory()
    document, obligation = DocumentFactory(mandate=mandate), obligation_of(mandate)

    done = fulfil(obligation, document)

    assert (done.document, done.sent_on, done.fulfilled_at) == (document, DAY, NOON)
    assert Entry.objects.filter(event="mandate.obligation.fulfilled").count() == 1
    with pytest.raises(AlreadyFulfilledError):
        fulfil(obligation, document)


@pytest.mark.django_db
def test_a_document_of_another_mandate_or_kind_does_not_do_it():
    mandate = MandateFactory()
    letter = DocumentFactory(mandate=mandate, kind=DocumentKind.LETTER)
    account = DocumentFactory(mandate=mandate, kind=DocumentKind.FINANCIAL_ACCOUNT)

    with pytest.raises(DocumentOfOtherMandateError):
        fulfil(obligation_of(mandate), DocumentFactory())
    with pytest.raises(DocumentOfOtherKindError):
        fulfil(obligation_of(mandate), account)
    assert fulfil(obligation_of(mandate), letter).document == letter


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent_on", "error"),
    [(date(2014, 11, 9), SentBeforeDocumentError), (date(2014, 11, 16), SentInFutureError)],
)
def test_nothing_is_sent_before_its_day_or_in_the_future(sent_on, error):
    mandate = MandateFactory()

    with pytest.raises(error):
        fulfil(obligation_of(mandate), DocumentFactory(mandate=mandate), sent_on)


@pytest.mark.django_db
def test_a_mere_day_has_nothing_to_send():
    mandate = MandateFactory()
    obligation = obligation_of(mandate)
    Obligation.objects.filter(pk=obligation.pk).update(kind=ObligationKind.PERIOD_END)

    with pytest.raises(PassesByItselfError):
        fulfil(obligation, DocumentFactory(mandate=mandate))


@pytest.mark.usefixtures("shared_database")
def test_two_documents_at_once_get_two_numbers():
    mandate, by = MandateFactory(), CoordinatorFactory()

    made = at_once(*[lambda: DocumentFactory(mandate=mandate, by=by)] * 2)

    assert sorted(document.number for document in made) == [1, 2]


def test_a_letter_does_every_obligation_that_has_an_act():
    for kind in ObligationKind:
        has_act = kind not in {ObligationKind.PERIOD_END, ObligationKind.PAYMENT}
        assert (DocumentKind.LETTER in fitting_kinds(kind)) == has_act


@pytest.mark.parametrize(
    ("text", "is_cited"),
    [
        ("Er beteckning S2014/1213/FST", True),
        ("er beteckning s2014/\n1213/FST (delvis)", True),
        ("Er beteckning: S2014/ 1213/FST.", True),
        ("S2014/12134/FST", False),
        ("S2014/121/FST", False),
        ("", False),
    ],
)
def test_a_number_is_found_whole_also_over_a_line(text, is_cited):
    assert cites(text, "S2014/1213/FST") == is_cited


@given(
    st.sampled_from(["S", "Ju", "U", "Å"]),
    st.integers(1990, 2040),
    st.integers(1, 999_999),
    st.sampled_from(["", "/FST", "/JÄM", "/PO"]),
    st.integers(0, 20),
)
def test_a_number_is_found_wherever_its_line_breaks(unit, year, serial, office, at):
    number = f"{unit}{year}/{serial}{office}"

    assert cites(f"Er beteckning {number[:at]}\n{number[at:]}.", number)
    assert not cites(number[:-1], number)


@given(st.dictionaries(st.text(), st.integers() | st.text(), min_size=1))
def test_the_order_of_keys_never_changes_the_hash(content):
    turned = dict(reversed(content.items()))

    assert content_hash(content, []) == content_hash(turned, [b"file"])
    assert canonical_json(content) == canonical_json(turned)
