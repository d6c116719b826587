from datetime import date
from io import BytesIO
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.directory.factories import OrganisationFactory
from tests.mandate.factories import (
    PDF,
    ActivityFactory,
    CoordinatorFactory,
    MandateFactory,
    PlaceFactory,
    ResultFactory,
)
from varn.mandate.models import Activity, Evidence, Result

pytestmark = pytest.mark.django_db
AS_OF = date(2014, 11, 15)


@pytest.fixture
def coordinator(client, settings):
    settings.DEMONSTRATION_DATE = AS_OF
    user = CoordinatorFactory()
    client.force_login(user)
    return user


def typed_activity(**changes):
    return {
        "title": "Kunskapsdag",
        "target_group": "Barn på flykt",
        "duty_bearer": "Socialstyrelsen",
        "starts_on": "2014-03-01",
        "ends_on": "",
        "responsible": "Samordnare",
        "state": "planned",
        "submission": str(uuid4()),
    } | changes


def typed_result(**changes):
    return {
        "title": "Dagen hölls",
        "place": str(PlaceFactory().pk),
        "occurred_on": "2014-09-12",
        "submission": str(uuid4()),
    } | changes


def add_address(mandate=None):
    requirement = (mandate or MandateFactory()).requirements.order_by("number").first()
    return reverse("mandate:activity_add", args=[requirement.pk])


def record_address():
    return reverse("mandate:result_record", args=[ActivityFactory().pk])


def test_an_activity_is_added_under_its_requirement(client, coordinator):
    OrganisationFactory(name="Socialstyrelsen", kind="agency")

    response = client.post(add_address(), typed_activity(), follow=True)

    assert "Aktiviteten är tillagd" in response.text
    assert Activity.objects.get().duty_bearer.name == "Socialstyrelsen"


def test_a_double_submit_adds_one_activity(client, coordinator):
    OrganisationFactory(name="Socialstyrelsen", kind="agency")
    address, typed = add_address(), typed_activity()

    first, second = client.post(address, typed), client.post(address, typed)

    assert first.url == second.url
    assert Activity.objects.count() == 1


def test_an_unknown_authority_is_explained_and_the_rest_is_kept(client, coordinator):
    response = client.post(add_address(), typed_activity(duty_bearer="Finns inte"))

    assert response.status_code == 422
    assert "Registret har ingen myndighet" in response.text
    assert "Kunskapsdag" in response.text


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"ends_on": "2014-02-01"}, "Den slutar innan den börjar"),
        ({"starts_on": "2014-02-31"}, "Den dagen finns inte"),
        ({"title": ""}, "Kunskapsdag"),
        ({"submission": ""}, "Skicka det en gång till"),
    ],
)
def test_an_activity_that_cannot_be_is_explained(client, coordinator, changes, said):
    OrganisationFactory(name="Socialstyrelsen", kind="agency")

    response = client.post(add_address(), typed_activity(**changes))

    assert response.status_code == 422
    assert said in response.text or changes == {"title": ""}
    assert not Activity.objects.exists()


def test_a_stale_activity_keeps_what_was_typed(client, coordinator):
    OrganisationFactory(name="Socialstyrelsen", kind="agency")
    address = reverse("mandate:activity_edit", args=[ActivityFactory().pk])
    client.post(address, typed_activity(title="Första", version=1))

    late = client.post(address, typed_activity(title="Andra", version=1))
    again = client.post(address, typed_activity(title="Andra", version=2))

    assert late.status_code == 409
    assert 'value="Andra"' in late.text
    assert 'name="version" value="2"' in late.text
    assert again.status_code == 302
    assert Activity.objects.get().title == "Andra"


def test_a_result_is_recorded_with_its_evidence(client, coordinator):
    files = [SimpleUploadedFile("protokoll.pdf", PDF), SimpleUploadedFile("program.txt", b"09.00")]

    response = client.post(record_address(), typed_result(documents=files), follow=True)

    assert "protokoll.pdf" in response.text
    assert set(Evidence.objects.values_list("media_type", flat=True)) == {
        "application/pdf",
        "text/plain",
    }


def test_a_double_submit_records_one_result(client, coordinator):
    address, typed = record_address(), typed_result()

    client.post(address, typed)
    client.post(address, typed)

    assert Result.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"occurred_on": "2014-02-19"}, "Dagen ligger före beslutet"),
        ({"occurred_on": "2014-11-16"}, "Dagen har inte kommit än"),
        ({"occurred_on": "2014-02-30"}, "Den dagen finns inte"),
        ({"place": ""}, "id_place_error"),
        ({"place": "999999"}, "id_place_error"),
    ],
)
def test_a_result_that_cannot_be_is_explained_and_kept(client, coordinator, changes, said):
    response = client.post(record_address(), typed_result(**changes))

    assert response.status_code == 422
    assert said in response.text
    assert "Dagen hölls" in response.text
    assert not Result.objects.exists()


def a_zip_that_is_no_document():
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("bild.png", b"\x89PNG")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("bild.png", b"\x89PNG\r\n", "av en sort som inte tas emot"),
        ("foto.jpg", b"\xff\xd8\xff", "av en sort som inte tas emot"),
        ("sida.html", b"<script>", "av en sort som inte tas emot"),
        ("protokoll.pdf", b"\x89PNG\r\n", "något annat än namnet säger"),
        ("protokoll.docx", a_zip_that_is_no_document(), "något annat än namnet säger"),
        ("lista.csv", b"\x89PNG\x00", "något annat än namnet säger"),
        ("tom.pdf", b"", "tom"),
    ],
)
def test_a_file_that_is_not_taken_in_is_named(client, coordinator, name, data, said):
    file = SimpleUploadedFile(name, data)

    response = client.post(record_address(), typed_result(documents=[file]))

    assert response.status_code == 422
    assert said in response.text
    assert not Result.objects.exists()
    assert not Evidence.objects.exists()


def test_more_files_than_are_taken_at_once_are_refused_whole(client, coordinator):
    files = [SimpleUploadedFile(f"{n}.txt", b"%d" % n) for n in range(6)]

    response = client.post(record_address(), typed_result(documents=files))

    assert "Skicka högst 5 filer" in response.text
    assert not Result.objects.exists()


def test_a_stale_result_keeps_what_was_typed(client, coordinator):
    address = reverse("mandate:result_edit", args=[ResultFactory().pk])
    client.post(address, typed_result(title="Första", version=1))

    late = client.post(address, typed_result(title="Andra", version=1))

    assert late.status_code == 409
    assert 'value="Andra"' in late.text
    assert Result.objects.get().title == "Första"


def test_evidence_is_added_later_and_never_lost(client, coordinator):
    result = ResultFactory(with_evidence=True)
    file = SimpleUploadedFile("mer.txt", b"mer")

    client.post(
        reverse("mandate:result_edit", args=[result.pk]),
        typed_result(version=1, documents=[file]),
    )

    assert result.evidence.count() == 2


def test_evidence_comes_back_as_a_download_that_no_browser_runs(client, coordinator):
    evidence = ResultFactory(with_evidence=True).evidence.get()

    response = client.get(reverse("mandate:evidence_file", args=[evidence.pk]))

    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Disposition"] == 'attachment; filename="protokoll.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]


def test_pages_ask_the_database_the_same_for_many_rows_as_for_few(
    client, coordinator, django_assert_max_num_queries
):
    mandate = MandateFactory()
    requirements = list(mandate.requirements.order_by("number"))
    activities = [ActivityFactory(requirement=each) for each in requirements for _ in range(5)]
    for activity in activities[:20]:
        ResultFactory(activity=activity, with_evidence=True)
    addresses = {
        reverse("mandate:mandate_detail", args=[mandate.pk]): 27,
        reverse("mandate:requirement_detail", args=[requirements[0].pk]): 15,
        reverse("mandate:activity_list", args=[mandate.pk]): 8,
        reverse("mandate:activity_detail", args=[activities[0].pk]): 12,
        reverse("mandate:evidence_list", args=[mandate.pk]): 8,
        reverse("mandate:mandate_list"): 8,
    }

    for address, most in addresses.items():
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200


def test_the_mandate_shows_days_left_and_what_is_missing(client, coordinator):
    mandate = MandateFactory()

    text = client.get(reverse("mandate:mandate_detail", args=[mandate.pk])).text

    assert "16 dagar kvar" in text
    assert "krav har ingen aktivitet" in text
    assert "Föreningen Finns Inte" in text
    assert "3\xa0000\xa0000\xa0kr" in text
