import pytest
from django.urls import reverse

from tests.directory.factories import OrganisationFactory
from tests.mandate.factories import NOON, ActivityFactory, CoordinatorFactory, MandateFactory
from tests.mandate.test_work_pages import typed_activity
from varn.directory.actions import load_directory
from varn.directory.queries.place_names import MOST_LOOKED_FOR, places_named
from varn.mandate.models import Activity

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client):
    user = CoordinatorFactory()
    client.force_login(user)
    return user


@pytest.fixture
def directory(db):
    load_directory(at=NOON)


def add(client, **typed):
    requirement = MandateFactory().requirements.order_by("number").first()
    address = reverse("mandate:activity_add", args=[requirement.pk])
    return client.post(address, typed_activity(**typed), follow=True)


@pytest.mark.usefixtures("directory")
@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Malmö", "1280"),
        ("malmö kommun", "1280"),
        ("Stockholms stad", "0180"),
        ("Skåne län", "12"),
        ("skåne", "12"),
        ("0180", "0180"),
        ("Danmark", "DK"),
        ("Denmark", "DK"),
        ("Stockholm", "0180"),
    ],
)
def test_a_place_is_known_by_what_people_write(written, code):
    (answer,) = places_named([written, "  "])

    assert answer.place
    assert answer.place.code == code


@pytest.mark.usefixtures("directory")
def test_a_misspelt_place_gets_suggestions():
    (answer,) = places_named(["Göteborgh"])

    assert answer.place is None
    assert "Göteborg" in [each.name for each in answer.suggestions]


@pytest.mark.usefixtures("directory")
def test_an_activity_names_many_partners_and_places(client, coordinator):
    page = add(
        client,
        partners="Samtliga länsstyrelser\n\nSocialstyrelsen\nSocialstyrelsen\n",
        places="Skåne län\nMalmö",
        audience="Socialsekreterare",
    )

    activity = Activity.objects.get()
    assert activity.partners.count() == 22
    assert {place.name for place in activity.places.all()} == {"Skåne län", "Malmö"}
    assert "22 organisationer" in page.text
    assert "Socialsekreterare" in page.text


def test_names_that_are_not_known_are_named_and_everything_is_kept(client, coordinator):
    OrganisationFactory(name="Socialstyrelsen", kind="agency")

    page = add(
        client,
        title="Allt behålls",
        partners="Socialstyrelsen\nFinns inte alls",
        places="Ingenstans",
        audience="Chefer",
    )

    assert page.status_code == 422
    assert "som heter ”Finns inte alls”" in page.text
    assert "plats som heter ”Ingenstans”" in page.text
    for typed in ("Allt behålls", "Socialstyrelsen\nFinns inte alls", "Ingenstans", "Chefer"):
        assert typed in page.text
    assert not Activity.objects.exists()


def test_a_name_with_two_owners_asks_which(client, coordinator):
    for _ in range(2):
        OrganisationFactory(name="Hotell Centrum")
    OrganisationFactory(name="Socialstyrelsen", kind="agency")

    page = add(client, partners="Hotell Centrum")

    assert "Flera organisationer heter" in page.text


def test_a_form_opens_with_the_partners_that_stand(client, coordinator):
    partner = OrganisationFactory(name="Taxi Exempel")
    activity = ActivityFactory(partner_ids=(partner.pk,), audience="Förare")

    text = client.get(reverse("mandate:activity_edit", args=[activity.pk])).text

    assert "Taxi Exempel" in text
    assert "Förare" in text


def test_the_form_offers_target_groups_and_takes_other_words(client, coordinator):
    requirement = MandateFactory().requirements.order_by("number").first()

    text = client.get(reverse("mandate:activity_add", args=[requirement.pk])).text

    assert '<option value="Barn från andra EU-länder">' in text
    assert "inte hela planens lista" in text


@pytest.mark.usefixtures("directory")
def test_of_a_page_of_unknown_names_only_the_first_are_sought_by_likeness():
    answers = places_named([f"Göteborgh {number}" for number in range(2_000)])

    assert [bool(each.suggestions) for each in answers].count(True) == MOST_LOOKED_FOR
    assert not any(each.place for each in answers)


@pytest.mark.usefixtures("directory")
def test_a_page_of_unknown_partners_is_told_of_in_a_few_lines(client, coordinator):
    page = add(client, partners="\n".join(f"Okänd {number}" for number in range(1_500)))

    assert page.status_code == 422
    assert "Okänd 0" in page.text
    assert not Activity.objects.exists()
