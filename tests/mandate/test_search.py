import pytest

from tests.mandate.factories import (
    ActivityFactory,
    DocumentFactory,
    DutyBearerFactory,
    MandateFactory,
    ResultFactory,
)
from varn.mandate.queries.search import found

pytestmark = pytest.mark.django_db


def kinds(words):
    return {hit.kind: hit for hit in found(words, limit=5)}


def test_a_mandate_is_found_by_part_of_its_registry_number():
    mandate = MandateFactory()

    hit = kinds(mandate.registry_number[:10])["Uppdrag"]

    assert hit.url_args == (mandate.pk,)
    assert hit.rank > 1


def test_a_requirement_is_found_by_a_word_of_its_sentence_in_another_form():
    MandateFactory()

    hit = kinds("metod")["Krav"]

    assert "metoder" in hit.title


def test_a_result_tells_why_when_its_title_does_not():
    result = ResultFactory(
        activity=ActivityFactory(), description="Ungdomsmottagningarna deltog för första gången."
    )

    hit = kinds("mottagningar")["Resultat"]

    assert hit.title == result.title
    assert "Ungdomsmottagningarna" in hit.excerpt
    assert hit.anchor == f"result-{result.pk}"


def test_an_activity_needs_no_excerpt_when_its_title_says_it():
    ActivityFactory(title="Kunskapsdag för hotell", duty_bearer_id=DutyBearerFactory().pk)

    assert kinds("kunskapsdagar")["Aktivitet"].excerpt == ""


def test_an_obligation_is_found_by_its_addressee_spelt_wrongly():
    MandateFactory()

    assert "Socialstyrelsen" in kinds("Socialstyrelesn")["Skyldighet"].title


def test_a_sent_document_is_found_by_the_agencys_own_number():
    document = DocumentFactory(own_registry_number="801-777-2014")

    assert document.own_registry_number in kinds("801-777")["Skickad handling"].where


def test_nothing_is_found_by_what_stands_nowhere():
    ResultFactory()

    assert found("zxqwv", limit=5) == []
