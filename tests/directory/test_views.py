import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.directory.factories import (
    ContactFactory,
    OfficerFactory,
    UnitFactory,
)
from varn.directory.choices import DirectoryPermission
from varn.directory.models import Contact, ImportBatch, Organisation
from varn.kernel.tables import read_table

pytestmark = pytest.mark.django_db
HOTEL = (
    "Organisation;Slag;Funktion;Nivå;E-post\nHotell Havet;företag;Ägare;ledning;agare@example.se\n"
)


@pytest.fixture
def officer(client, monkeypatch):
    """Somebody who is signed in and holds every permission of the directory."""
    granted = set(DirectoryPermission.values)
    monkeypatch.setattr(
        "varn.accounts.backends.permissions_of", lambda *_arguments, **_options: granted
    )
    officer = OfficerFactory()
    client.force_login(officer)
    return granted


def upload(client, text):
    file = SimpleUploadedFile("kontakter.csv", text if isinstance(text, bytes) else text.encode())
    return client.post(reverse("directory:import_list"), {"file": file})


def edited(contact, **changes):
    start = {
        "function": contact.function,
        "level": contact.level,
        "email": contact.email,
        "phone": contact.phone,
        "version": contact.version,
    }
    return start | changes


def test_the_directory_stands_at_its_swedish_address():
    assert reverse("directory:organisation_list") == "/sv/arbete/katalog/"


@pytest.mark.parametrize(
    ("name", "permission"),
    [
        ("organisation_list", "directory.view"),
        ("place_list", "directory.view"),
        ("import_list", "directory.import"),
    ],
)
def test_each_page_asks_for_its_permission(client, officer, name, permission):
    officer.discard(permission)

    assert client.get(reverse(f"directory:{name}")).status_code == 403


def test_the_list_finds_a_former_name_in_few_queries(
    client, officer, directory, django_assert_max_num_queries
):
    with django_assert_max_num_queries(11):
        response = client.get(reverse("directory:organisation_list"), {"q": "rikspolis"})

    assert "Rikspolisstyrelsen" in response.content.decode()


@pytest.mark.parametrize("query", [{"q": "%_'\""}, {"kind": "planet"}, {"page": "x"}, {"q": "zzz"}])
def test_a_strange_search_is_answered_calmly(client, officer, query):
    assert client.get(reverse("directory:organisation_list"), query).status_code == 200


def test_the_page_of_an_organisation_shows_names_kin_and_contacts(
    client, officer, directory, django_assert_max_num_queries
):
    board = Organisation.objects.get(key="agency:rikspolisstyrelsen")
    unit = UnitFactory(organisation=board)
    for number in range(5):
        ContactFactory(organisation=board, unit=unit, function=f"Jour {number}")

    with django_assert_max_num_queries(15):
        response = client.get(reverse("directory:organisation_detail", args=[board.pk]))

    page = response.content.decode()
    assert "Polismyndigheten" in page
    assert "Jour 4" in page
    assert "Organisationen har upphört" in page


def test_an_unknown_organisation_is_not_found(client, officer):
    assert client.get(reverse("directory:organisation_detail", args=[0])).status_code == 404


@pytest.mark.parametrize(
    ("kind", "count"), [("county", 21), ("municipality", 290), ("country", 27), ("region", 21)]
)
def test_the_map_stands_beside_its_table(client, officer, directory, kind, count):
    page = client.get(reverse("directory:place_list"), {"kind": kind}).content.decode()

    assert page.count("place-map__area") == count
    assert page.count('<th scope="row">') == count


def test_a_contact_is_corrected_by_form(client, officer):
    contact = ContactFactory()

    response = client.post(
        reverse("directory:contact_edit", args=[contact.pk]), edited(contact, phone="08-123 45 67")
    )

    contact.refresh_from_db()
    assert response.status_code == 302
    assert contact.phone == "08-123 45 67"


def test_two_people_editing_keep_what_both_wrote(client, officer):
    contact = ContactFactory(email="forst@example.se", version=2)
    address = reverse("directory:contact_edit", args=[contact.pk])

    conflict = client.post(address, edited(contact, email="sedan@example.se", version=1))
    page = conflict.content.decode()

    assert conflict.status_code == 409
    assert 'value="sedan@example.se"' in page
    assert "forst@example.se" in page
    assert client.post(address, edited(contact, email="sedan@example.se")).status_code == 302
    contact.refresh_from_db()
    assert contact.email == "sedan@example.se"


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "", "phone": ""},
        {"phone": "ring"},
        {"email": "nej"},
        {"level": ""},
        {"version": "x"},
    ],
)
def test_a_wrong_field_keeps_what_was_typed(client, officer, wrong):
    contact = ContactFactory()

    response = client.post(
        reverse("directory:contact_edit", args=[contact.pk]),
        edited(contact, function="Ny funktion") | wrong,
    )

    assert response.status_code == 422
    assert 'value="Ny funktion"' in response.content.decode()


def test_a_contact_is_confirmed_by_button(client, officer):
    contact = ContactFactory()
    address = reverse("directory:contact_confirm", args=[contact.pk])

    client.post(address, {"version": contact.version})

    contact.refresh_from_db()
    assert contact.last_confirmed_on is not None


@pytest.mark.parametrize("version", ["", "x", "7", "²"])
def test_confirming_an_old_page_confirms_nothing(client, officer, version):
    contact = ContactFactory()

    client.post(reverse("directory:contact_confirm", args=[contact.pk]), {"version": version})

    contact.refresh_from_db()
    assert contact.last_confirmed_on is None


def test_opening_the_confirming_address_changes_nothing(client, officer):
    contact = ContactFactory()

    response = client.get(reverse("directory:contact_confirm", args=[contact.pk]))

    contact.refresh_from_db()
    assert response.status_code == 302
    assert contact.last_confirmed_on is None


def test_a_file_is_shown_before_it_is_brought_in(client, officer, django_assert_max_num_queries):
    address = upload(client, HOTEL).url
    with django_assert_max_num_queries(6):
        preview = client.get(address).content.decode()

    assert "Hotell Havet" in preview
    assert not Contact.objects.exists()

    apply = reverse("directory:import_apply", args=[ImportBatch.objects.get().pk])
    client.post(apply)
    again = client.post(apply, follow=True)

    assert Contact.objects.count() == 1
    assert "Inget lades till två gånger" in again.content.decode()


def test_a_row_in_error_stands_with_its_number_and_remedy(client, officer):
    address = upload(client, HOTEL + "Taxi Exempel;planet;;;\n").url

    page = client.get(address, {"outcome": "error"}).content.decode()

    assert 'id="row-3"' in page
    assert 'id="row-2"' not in page
    assert "Slaget är okänt" in page
    assert "För in hela filen" not in page


def test_bringing_in_rows_in_error_by_hand_is_refused(client, officer):
    upload(client, HOTEL + "Taxi Exempel;planet;;;\n")

    response = client.post(
        reverse("directory:import_apply", args=[ImportBatch.objects.get().pk]), follow=True
    )

    assert "Inget fördes in" in response.content.decode()
    assert not Organisation.objects.exists()


def test_the_same_file_again_has_nothing_to_bring_in(client, officer):
    client.post(reverse("directory:import_apply", args=[upload(client, HOTEL).url.split("/")[-2]]))

    page = client.get(upload(client, HOTEL).url).content.decode()

    assert "Allt i filen finns redan i katalogen" in page


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Filen är tom"),
        (b"\x00\x01", "ingen tabell"),
        (b"Planet\nJorden", "En kolumn är okänd"),
        (b'Organisation;Slag\n"Hotell;f', "Ett citattecken saknas"),
        (b"Organisation\n" + b"Hotell\n" * 5001, "för många rader"),
        (b"a" * (5 * 1024 * 1024 + 1), "för stor"),
    ],
)
def test_a_bad_file_is_refused_in_words(client, officer, content, words):
    response = upload(client, content)

    assert response.status_code == 422
    assert words in response.content.decode()
    assert not ImportBatch.objects.exists()


def test_sending_no_file_says_so(client, officer):
    assert client.post(reverse("directory:import_list")).status_code == 422


def test_markup_in_a_file_is_shown_as_text(client, officer):
    page = client.get(upload(client, HOTEL.replace("Havet", "<script>")).url).content.decode()

    assert "Hotell &lt;script&gt;" in page


@pytest.mark.parametrize("file_type", ["csv", "xlsx"])
def test_the_template_can_be_brought_in_as_it_is(client, officer, file_type, directory):
    template = client.get(reverse("directory:import_template", args=[file_type]))

    assert len(read_table(template.content)) == 3
    page = client.get(upload(client, template.content).url).content.decode()
    assert "För in hela filen" in page


def test_there_is_no_template_of_another_kind(client, officer):
    assert client.get(reverse("directory:import_template", args=["exe"])).status_code == 404
