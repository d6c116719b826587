import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.mandate.factories import (
    LETTER,
    NOT_AN_ASSIGNMENT,
    CoordinatorFactory,
    DecisionFactory,
    MandateFactory,
    settle,
)
from varn.mandate.models import Decision, DecisionFact, Mandate

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client):
    user = CoordinatorFactory()
    client.force_login(user)
    return user


def upload(client, name, data, **options):
    file = SimpleUploadedFile(name, data)
    return client.post(reverse("mandate:decision_upload"), {"file": file}, **options)


def test_an_uploaded_decision_leads_to_its_reading(client, coordinator):
    response = upload(client, "beslut.txt", LETTER.format(number=1).encode(), follow=True)

    assert response.status_code == 200
    assert "Uppdrag att samordna arbetet" in response.text
    assert Decision.objects.get().uploaded_by == coordinator


def test_the_same_file_again_leads_to_the_first_reading(client, coordinator):
    upload(client, "beslut.txt", LETTER.format(number=1).encode())

    response = upload(client, "annat-namn.txt", LETTER.format(number=1).encode(), follow=True)

    assert Decision.objects.count() == 1
    assert "Filen är redan inläst" in response.text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("bild.png", b"\x89PNG\r\n", "Den sortens fil går inte att läsa"),
        ("beslut.pdf", b"no pdf at all", "Filen går inte att läsa"),
        ("beslut.docx", b"PK\x03\x04cut", "Filen går inte att läsa"),
        ("beslut.txt", b"   \n", "Filen går inte att läsa"),
        ("beslut.txt", b"", "Filen är tom"),
        ("beslut.txt", b"a" * (20 * 1024 * 1024 + 1), "Filen är för stor"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(client, coordinator, name, data, said):
    response = upload(client, name, data)

    assert response.status_code == 422
    assert said in response.text
    assert not Decision.objects.exists()


def test_a_document_without_assignment_says_so_and_cannot_start(client, coordinator):
    decision = DecisionFactory(not_an_assignment=True)

    page = client.get(reverse("mandate:decision_reading", args=[decision.pk]))
    started = client.post(reverse("mandate:mandate_start", args=[decision.pk]), follow=True)

    assert "Dokumentet ger inget uppdrag" in page.text
    assert reverse("mandate:mandate_start", args=[decision.pk]) not in page.text
    assert "Dokumentet ger inget uppdrag." in started.text
    assert not Mandate.objects.exists()


def test_every_fact_is_marked_in_the_text_and_stands_beside_it(client, coordinator):
    decision = DecisionFactory()

    text = client.get(reverse("mandate:decision_reading", args=[decision.pk])).text

    for fact in DecisionFact.objects.filter(decision=decision):
        assert f'id="span-{fact.pk}"' in text
        assert f'id="fact-{fact.pk}"' in text


def test_confirming_keeps_the_place_and_says_who(client, coordinator):
    fact = DecisionFact.objects.filter(decision=DecisionFactory()).first()

    response = client.post(reverse("mandate:fact_confirm", args=[fact.pk, fact.version]))

    fact.refresh_from_db()
    assert response.url.endswith(f"#fact-{fact.pk}")
    assert (fact.state, fact.decided_by) == ("confirmed", coordinator)


def test_a_fact_settled_by_two_keeps_the_first(client, coordinator):
    fact = DecisionFact.objects.filter(decision=DecisionFactory()).first()
    client.post(reverse("mandate:fact_remove", args=[fact.pk, fact.version]))

    response = client.post(reverse("mandate:fact_confirm", args=[fact.pk, 1]), follow=True)

    fact.refresh_from_db()
    assert fact.state == "removed"
    assert "Någon annan tog ställning" in response.text


def test_a_stale_correction_keeps_what_was_typed(client, coordinator):
    fact = DecisionFact.objects.filter(decision=DecisionFactory(), kind="title").get()
    client.post(reverse("mandate:fact_edit", args=[fact.pk]), {"text": "Första", "version": 1})

    response = client.post(
        reverse("mandate:fact_edit", args=[fact.pk]), {"text": "Andra", "version": 1}
    )

    fact.refresh_from_db()
    assert response.status_code == 409
    assert 'value="Andra"' in response.text
    assert 'name="version" value="2"' in response.text
    assert fact.value == {"text": "Första"}


@pytest.mark.parametrize("kind", ["title", "obligation", "grant", "requirement", "decided_on"])
def test_every_kind_of_fact_can_be_opened_for_correction(client, coordinator, kind):
    fact = DecisionFact.objects.filter(decision=DecisionFactory(), kind=kind).first()

    response = client.get(reverse("mandate:fact_edit", args=[fact.pk]))

    assert response.status_code == 200


def test_an_impossible_day_is_explained_and_kept(client, coordinator):
    fact = DecisionFact.objects.filter(decision=DecisionFactory(), kind="decided_on").get()

    response = client.post(
        reverse("mandate:fact_edit", args=[fact.pk]), {"day": "2014-02-31", "version": 1}
    )

    assert response.status_code == 422
    assert "Den dagen finns inte" in response.text
    assert "2014-02-31" in response.text


def test_an_obligation_without_day_needs_its_reason(client, coordinator):
    fact = DecisionFact.objects.filter(decision=DecisionFactory(), kind="obligation").first()
    typed = {"kind": "report", "text": fact.value["text"], "version": 1}

    response = client.post(reverse("mandate:fact_edit", args=[fact.pk]), typed)
    client.post(reverse("mandate:fact_edit", args=[fact.pk]), typed | {"reason": "day_not_stated"})

    fact.refresh_from_db()
    assert response.status_code == 422
    assert fact.value["due_on"] is None
    assert fact.value["reason"] == "day_not_stated"


@pytest.mark.parametrize("kind", DecisionFact._meta.get_field("kind").choices)
def test_every_kind_of_fact_has_a_form_to_add_one(client, coordinator, kind):
    decision = DecisionFactory()

    response = client.get(reverse("mandate:fact_add", args=[decision.pk, kind[0]]))

    assert response.status_code == 200


def test_an_added_requirement_must_stand_in_the_decision(client, coordinator):
    address = reverse("mandate:fact_add", args=[DecisionFactory().pk, "requirement"])

    invented = client.post(address, {"text": "Det ska snöa.", "assignment": ""})
    found = client.post(
        address, {"text": "informera allmänheten om sexuell\nexploatering", "assignment": "2"}
    )

    assert invented.status_code == 422
    assert "Orden står inte i beslutet" in invented.text
    assert found.status_code == 302
    assert DecisionFact.objects.get(state="added").value["assignment"] == 2


def test_starting_too_early_lists_what_is_missing(client, coordinator):
    decision = DecisionFactory()

    response = client.post(reverse("mandate:mandate_start", args=[decision.pk]), follow=True)

    assert "Några uppgifter är inte kontrollerade" in response.text
    assert not Mandate.objects.exists()


def test_starting_twice_leads_to_the_same_mandate(client, coordinator):
    decision = settle(DecisionFactory())
    address = reverse("mandate:mandate_start", args=[decision.pk])

    first, second = client.post(address), client.post(address)

    assert first.url == second.url
    assert Mandate.objects.count() == 1


def test_the_file_comes_back_as_it_was_handed_in(client, coordinator):
    decision = DecisionFactory()

    response = client.get(reverse("mandate:decision_file", args=[decision.pk]))

    assert b"".join(response.streaming_content).decode() == decision.text
    assert response["Content-Disposition"].startswith("attachment")


def test_a_reading_asks_the_database_little(client, coordinator, django_assert_max_num_queries):
    decision = DecisionFactory()

    with django_assert_max_num_queries(12):
        client.get(reverse("mandate:decision_reading", args=[decision.pk]))


def test_lists_teach_when_they_are_empty(client, coordinator):
    for name in ("decision_list", "mandate_list"):
        assert "Lämna in regeringens beslut" in client.get(reverse(f"mandate:{name}")).text


def test_lists_show_what_there_is(client, coordinator):
    mandate = MandateFactory()
    waiting = DecisionFactory()

    assert mandate.title in client.get(reverse("mandate:mandate_list")).text
    assert (
        reverse("mandate:decision_reading", args=[waiting.pk])
        in client.get(reverse("mandate:decision_list")).text
    )


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_reading_page_speaks_both_languages(client, coordinator, language):
    decision = DecisionFactory()

    response = client.get(
        reverse("mandate:decision_reading", args=[decision.pk]).replace(
            "/sv/arbete/beslut", {"sv": "/sv/arbete/beslut", "en": "/en/desk/decisions"}[language]
        )
    )

    assert response.status_code == 200
    assert {"sv": "Bekräfta", "en": "Confirm"}[language] in response.text


def test_nothing_is_here_for_an_unknown_number(client, coordinator):
    for name in ("decision_reading", "decision_file", "fact_edit", "mandate_detail"):
        assert client.get(reverse(f"mandate:{name}", args=[999])).status_code == 404


def test_not_an_assignment_is_still_kept(client, coordinator):
    upload(client, "nyhet.txt", NOT_AN_ASSIGNMENT.encode())

    assert Decision.objects.get().kind == "other"


def test_what_the_file_leaves_out_can_be_added_by_somebody_who_knows(client, coordinator):
    text = LETTER.format(number=4).replace("S2014/4/FST\n(delvis)\n", "").replace("2014-02-20", "")
    decision = DecisionFactory(text=text)
    address = "mandate:fact_add"

    client.post(
        reverse(address, args=[decision.pk, "registry_number"]),
        {"text": "S2014/4/FST", "quote": ""},
    )
    client.post(
        reverse(address, args=[decision.pk, "decided_on"]), {"day": "2014-02-20", "quote": ""}
    )
    money = client.post(
        reverse(address, args=[decision.pk, "grant"]),
        {"amount_sek": "5", "kind": "granted", "quote": ""},
    )
    page = client.get(reverse("mandate:decision_reading", args=[decision.pk]))
    client.post(reverse("mandate:mandate_start", args=[settle(decision).pk]))

    assert money.status_code == 422
    assert "Står inte i filen" in page.text
    assert Mandate.objects.get().registry_number == "S2014/4/FST"


def test_a_quote_that_is_wrong_is_refused_also_for_what_may_be_known(client, coordinator):
    address = reverse("mandate:fact_add", args=[DecisionFactory().pk, "department"])

    response = client.post(address, {"text": "Justitiedepartementet", "quote": "finns inte"})

    assert response.status_code == 422
    assert "Orden står inte i beslutet" in response.text


def test_what_is_missing_leads_to_where_it_is_added(client, coordinator):
    decision = settle(DecisionFactory())
    title = DecisionFact.objects.get(decision=decision, kind="title")
    client.post(reverse("mandate:fact_remove", args=[title.pk, title.version]))

    text = client.get(reverse("mandate:decision_reading", args=[decision.pk])).text

    assert "Rubriken saknas. Lägg till den.</a>" in text
