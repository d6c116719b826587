"""Obligations on a timeline: planned days, what was sent, and marking them as done."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.mandate.factories import CoordinatorFactory, DocumentFactory, MandateFactory, sent_file
from tests.mandate.test_documents import fulfil, obligation_of
from varn.mandate.choices import DocumentKind, ObligationKind
from varn.mandate.models import Obligation, OutgoingDocument
from varn.mandate.queries.obligations import formal_standings

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client, settings):
    settings.DEMONSTRATION_DATE = date(2014, 11, 15)
    user = CoordinatorFactory()
    client.force_login(user)
    return user


@pytest.fixture
def mandate():
    return MandateFactory()


def typed(mandate, **changes):
    file = sent_file(mandate)
    return {
        "way": "uploaded",
        "uploaded-file": SimpleUploadedFile(file.name, file.data),
        "uploaded-kind": "requisition",
        "uploaded-title": "Rekvisition av medel",
        "uploaded-own_registry_number": "801-1-2014",
        "uploaded-addressee": "Socialstyrelsen",
        "uploaded-dated_on": "2014-11-10",
        "uploaded-signed_by": "Eva Exempel, länsråd",
        "uploaded-sent_on": "2014-11-12",
    } | changes


def address(name, row):
    return reverse(f"mandate:{name}", args=[row.pk])


def test_the_timeline_says_the_planned_day_and_why(client, coordinator, mandate):
    text = client.get(address("obligation_list", mandate)).text

    assert "31 maj 2015" in text
    assert "Dagen är en söndag. Planera för fredag den 29 maj 2015." in text
    assert "11 arbetsdagar kvar" in text


def test_an_upload_does_the_obligation_with_its_document(client, coordinator, mandate):
    obligation = obligation_of(mandate)

    response = client.post(address("obligation_fulfil", obligation), typed(mandate), follow=True)

    document = OutgoingDocument.objects.get()
    obligation.refresh_from_db()
    assert (obligation.document, obligation.sent_on) == (document, date(2014, 11, 12))
    assert "Skyldigheten är markerad som klar" in response.text
    assert "rekvisition.txt" in response.text


def test_the_same_form_twice_keeps_one_document(client, coordinator, mandate):
    page = address("obligation_fulfil", obligation_of(mandate))

    client.post(page, typed(mandate))
    again = client.post(page, typed(mandate), follow=True)

    assert "redan klart" in again.text
    assert OutgoingDocument.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"uploaded-file": SimpleUploadedFile("brev.txt", b"Hej")}, "Det du skrev finns kvar"),
        ({"uploaded-file": SimpleUploadedFile("brev.png", b"\x89PNG")}, "inte tas emot"),
        ({"uploaded-file": SimpleUploadedFile("brev.odt", b"PK\x03\x04")}, "brev.odt"),
        ({"uploaded-file": SimpleUploadedFile("brev.pdf", b"%PDF-1.7 x")}, "går inte att läsa"),
        ({"uploaded-sent_on": "2014-11-16"}, "Dagen har inte kommit än"),
        ({"uploaded-sent_on": "2014-11-09"}, "före dagen som står på handlingen"),
        ({"uploaded-dated_on": "2014-02-31"}, "Den dagen finns inte"),
    ],
)
def test_what_cannot_be_sent_is_explained_and_nothing_is_lost(
    client, coordinator, mandate, changes, said
):
    page = address("obligation_fulfil", obligation_of(mandate))

    response = client.post(page, typed(mandate, **changes))

    assert response.status_code == 422
    assert said in response.text
    assert "Rekvisition av medel" in response.text
    assert not OutgoingDocument.objects.exists()


def test_a_document_made_here_is_chosen(client, coordinator, mandate):
    document, obligation = DocumentFactory(mandate=mandate), obligation_of(mandate)
    DocumentFactory(mandate=mandate, kind=DocumentKind.FINAL_REPORT, title="Slutrapporten")
    page = address("obligation_fulfil", obligation)
    choice = {"way": "chosen", "chosen-document": document.pk, "chosen-sent_on": "2014-11-12"}

    offered = client.get(page).text
    early = client.post(page, choice | {"chosen-sent_on": "2014-11-01"})
    done = client.post(page, choice)

    assert "Slutrapporten" not in offered
    assert "före dagen som står på handlingen" in early.text
    assert done.url == address("obligation_detail", obligation)
    assert Obligation.objects.get(pk=obligation.pk).document == document


def test_a_mere_day_offers_nothing_to_send(client, coordinator, mandate):
    obligation = obligation_of(mandate)
    Obligation.objects.filter(pk=obligation.pk).update(kind=ObligationKind.PERIOD_END)

    text = client.get(address("obligation_detail", obligation)).text

    assert "dagen passerar av sig själv" in text
    assert address("obligation_fulfil", obligation) not in text


def test_all_that_was_sent_is_listed_and_can_be_fetched(client, coordinator, mandate):
    document = DocumentFactory(mandate=mandate)
    fulfil(obligation_of(mandate), document)

    listed = client.get(address("document_list", mandate)).text
    response = client.get(reverse("mandate:outgoing_file", args=[document.files.get().pk]))

    assert "801-1234-2014" in listed
    assert "den 12 november 2014" in listed
    assert b"".join(response.streaming_content) == sent_file(mandate).data
    assert "no-store" in response["Cache-Control"]


def test_the_mandate_shows_what_is_done(client, coordinator, mandate):
    fulfil(obligation_of(mandate), DocumentFactory(mandate=mandate))

    text = client.get(address("mandate_detail", mandate)).text

    assert "Klar och skickad" in text
    assert "Planera för fredag den 29 maj 2015." in text


def test_a_formal_requirement_is_followed_by_its_obligations(mandate):
    obligation = obligation_of(mandate)
    before = formal_standings(mandate)
    fulfil(obligation, DocumentFactory(mandate=mandate))

    after = formal_standings(mandate)

    through = [key for key, each in after.items() if obligation in each.obligations]
    assert through
    assert not any(before[key].is_done for key in through)
    assert all(after[key].is_done for key in through if after[key].obligations == [obligation])


def test_pages_ask_the_same_of_the_database_for_many_documents(
    client, coordinator, mandate, django_assert_max_num_queries
):
    for _ in range(6):
        document = DocumentFactory(mandate=mandate)
    fulfil(obligation_of(mandate), document)

    for page, most in (("obligation_list", 11), ("document_list", 12)):
        with django_assert_max_num_queries(most):
            assert client.get(address(page, mandate)).status_code == 200
