from datetime import date, timedelta

import pytest

from tests.directory.factories import NOON, ContactFactory, OfficerFactory, OrganisationFactory
from varn.audit.models import Entry
from varn.directory.actions import (
    AlreadyAppliedError,
    NothingToApplyError,
    PreviewOutdatedError,
    RowsInErrorError,
    apply_import,
    preview_import,
)
from varn.directory.models import Contact, ImportBatch, Organisation, Unit
from varn.directory.rules.import_rows import HeadingError
from varn.kernel.tables import TableError, write_xlsx

pytestmark = pytest.mark.django_db
HEADING = (
    "Organisation;Organisationsnummer;Slag;Enhet;Funktion;Nivå;E-post;Telefon;Senast bekräftad"
)
HOTEL = "Hotell Havet;;Företag;Receptionen;Vakthavande;operativ;vakt@example.se;;2014-10-01"


def csv_file(*rows):
    return "\n".join([HEADING, *rows]).encode()


def preview(content, by=None, at=NOON):
    return preview_import(
        file_name="kontakter.csv", content=content, by=by or OfficerFactory(), at=at
    )


def bring_in(content, at=NOON):
    officer = OfficerFactory()
    return apply_import(batch_id=preview(content, officer, at).pk, by=officer, at=at)


def outcomes(batch):
    return [row["outcome"] for row in batch.rows]


def problems(batch):
    return [row["problems"] for row in batch.rows]


def test_a_preview_changes_nothing():
    batch = preview(csv_file(HOTEL))

    assert outcomes(batch) == ["new"]
    assert not Organisation.objects.exists()


def test_a_row_becomes_an_organisation_a_unit_and_a_contact():
    bring_in(csv_file(HOTEL))

    contact = Contact.objects.get()
    assert contact.organisation.name == "Hotell Havet"
    assert contact.organisation.kind == "business"
    assert contact.unit.name == "Receptionen"
    assert contact.last_confirmed_on == date(2014, 10, 1)
    assert contact.version == 1


def test_the_same_file_twice_adds_nothing():
    bring_in(csv_file(HOTEL))

    again = preview(csv_file(HOTEL))

    assert outcomes(again) == ["same"]
    with pytest.raises(NothingToApplyError):
        apply_import(batch_id=again.pk, by=OfficerFactory(), at=NOON)
    assert Contact.objects.count() == 1


def test_sending_twice_brings_in_once():
    officer = OfficerFactory()
    batch = preview(csv_file(HOTEL), officer)
    apply_import(batch_id=batch.pk, by=officer, at=NOON)

    with pytest.raises(AlreadyAppliedError):
        apply_import(batch_id=batch.pk, by=officer, at=NOON)

    assert Contact.objects.count() == 1


def test_the_same_file_read_twice_is_one_preview():
    officer = OfficerFactory()

    assert preview(csv_file(HOTEL), officer).pk == preview(csv_file(HOTEL), officer).pk
    assert ImportBatch.objects.count() == 1


def test_one_wrong_row_keeps_everything_out():
    officer = OfficerFactory()
    batch = preview(csv_file(HOTEL, "Taxi Exempel;123;Företag;;;;;;"), officer)

    with pytest.raises(RowsInErrorError):
        apply_import(batch_id=batch.pk, by=officer, at=NOON)

    assert [row["number"] for row in batch.rows if row["outcome"] == "error"] == [3]
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (";;Företag;;;;;;", "name_missing"),
        ("Hotell A;202100-2248;Företag;;;;;;", "number_wrong"),
        ("Hotell A;19121212-1212;Företag;;;;;;", "number_wrong"),
        ("Hotell A;;;;;;;;", "kind_missing"),
        ("Hotell A;;Planet;;;;;;", "kind_unknown"),
        ("Hotell A;;Företag;;Chef;hög;a@b.se;;", "level_unknown"),
        ("Hotell A;;Företag;;Chef;;a@b.se;;", "level_missing"),
        ("Hotell A;;Företag;;Chef;ledning;a.b.se;;", "email_wrong"),
        ("Hotell A;;Företag;;Chef;ledning;;ring mig;", "phone_wrong"),
        ("Hotell A;;Företag;;Chef;ledning;a@b.se;;2014-02-30", "day_wrong"),
        ("Hotell A;;Företag;;Chef;ledning;a@b.se;;2014-11-16", "day_ahead"),
        ("Hotell A;;Företag;;Chef;ledning;;;", "contact_unreachable"),
        ("Hotell A;;Företag;;;ledning;;;", "function_missing"),
        ("Hotell A;;Företag;;;;;;;överallt", "cell_without_heading"),
        (f"{'A' * 201};;Företag;;;;;;", "too_long"),
    ],
)
def test_a_wrong_cell_is_named(row, problem):
    assert problems(preview(csv_file(row))) == [[problem]]


def test_a_repeated_row_is_a_duplicate_and_counts_once():
    batch = bring_in(csv_file(HOTEL, HOTEL))

    assert outcomes(batch) == ["new", "duplicate"]
    assert Contact.objects.count() == 1


def test_rows_that_contradict_each_other_are_refused():
    batch = preview(csv_file(HOTEL, HOTEL.replace("vakt@", "annan@")))

    assert problems(batch) == [[], ["repeated_differently"]]


def test_two_contacts_of_one_new_organisation_make_it_once():
    bring_in(csv_file(HOTEL, "Hotell Havet;;;;Ägare;ledning;agare@example.se;;"))

    assert Organisation.objects.count() == 1
    assert Contact.objects.count() == 2
    assert Unit.objects.count() == 1


def test_a_new_address_shows_what_it_was():
    contact = ContactFactory(function="Registrator", email="gammal@example.se")

    batch = preview(csv_file(f"{contact.organisation.name};;;;Registrator;;ny@example.se;;".replace(
        ";;ny@", ";operativ;ny@")))  # fmt: skip

    assert outcomes(batch) == ["changed"]
    assert batch.rows[0]["changes"] == {"email": ["gammal@example.se", "ny@example.se"]}


def test_a_changed_contact_gets_a_new_version_and_keeps_what_the_file_leaves_empty():
    contact = ContactFactory(function="Registrator", phone="08-123 45 67")

    bring_in(csv_file(f"{contact.organisation.name};;;;Registrator;ledning;ny@example.se;;"))

    contact.refresh_from_db()
    assert (contact.version, contact.level, contact.email) == (2, "leadership", "ny@example.se")
    assert contact.phone == "08-123 45 67"


def test_a_number_tells_organisations_with_one_name_apart():
    OrganisationFactory(name="Taxi Exempel", organisation_number="202100-2247")
    other = OrganisationFactory(name="Taxi Exempel", organisation_number="202100-0076")

    unclear = preview(csv_file("Taxi Exempel;;;;Chef;ledning;a@b.se;;"))
    bring_in(csv_file("Taxi Exempel;2021000076;;;Chef;ledning;a@b.se;;"))

    assert problems(unclear) == [["name_ambiguous"]]
    assert Contact.objects.get().organisation == other


def test_a_number_of_another_organisation_is_refused():
    OrganisationFactory(name="Taxi Exempel", organisation_number="202100-2247")
    OrganisationFactory(name="Hotell Havet")

    batch = preview(csv_file("Hotell Havet;202100-2247;;;;;;;"))

    assert problems(batch) == [["number_of_another"]]


def test_a_missing_number_is_filled_in():
    hotel = OrganisationFactory(name="Hotell Havet")

    bring_in(csv_file("Hotell Havet;202100-2247;;;;;;;"))

    hotel.refresh_from_db()
    assert hotel.organisation_number == "202100-2247"


def test_a_preview_that_no_longer_holds_is_renewed_instead_of_brought_in():
    officer = OfficerFactory()
    batch = preview(csv_file(HOTEL), officer)
    bring_in(csv_file(HOTEL, "Taxi Exempel;;Företag;;;;;;"), at=NOON + timedelta(minutes=1))

    with pytest.raises(PreviewOutdatedError):
        apply_import(batch_id=batch.pk, by=officer, at=NOON)

    batch.refresh_from_db()
    assert outcomes(batch) == ["same"]
    assert batch.state == "previewed"


def test_a_workbook_is_read_as_a_table_is(directory):
    content = write_xlsx(
        [
            ["Organisation", "Funktion", "Nivå", "E-post"],
            ["Socialstyrelsen", "Registrator", "operativ", "registrator@example.se"],
        ],
        title="Kontakter",
    )

    bring_in(content)

    assert Contact.objects.get().organisation.name == "Socialstyrelsen"


def test_a_place_code_outside_sweden_is_refused(directory):
    content = b"Organisation;Slag;Kommunkod\nHotell A;kommun;9999\n"

    assert problems(preview(content)) == [["place_unknown"]]


@pytest.mark.parametrize(
    "content",
    [
        b"Organisation;Planet\nHotell;Jorden",
        b"Organisation;Organisation\nHotell;Hotell",
        b"Enhet;Funktion\nA;B",
        b"Organisation;Enhet",
    ],
)
def test_a_wrong_heading_is_named(content):
    with pytest.raises(HeadingError):
        preview(content)

    assert not ImportBatch.objects.exists()


def test_a_file_that_is_no_table_leaves_nothing_behind():
    with pytest.raises(TableError):
        preview(b"\x00\x01\x02")

    assert not ImportBatch.objects.exists()


def test_a_formula_stays_text():
    bring_in(csv_file("=HYPERLINK(A1);;Företag;;;;;;"))

    assert Organisation.objects.get().name == "=HYPERLINK(A1)"


def test_bringing_in_leaves_a_trace():
    bring_in(csv_file(HOTEL))

    entry = Entry.objects.get(event="directory.import.applied")
    assert entry.details == {"new": 1}


def test_five_hundred_rows_take_few_queries(django_assert_max_num_queries):
    officer = OfficerFactory()
    rows = [f"Hotell {n};;Företag;Kök;Kock;operativ;kock{n}@example.se;;" for n in range(500)]
    batch = preview(csv_file(*rows), officer)

    with django_assert_max_num_queries(25):
        apply_import(batch_id=batch.pk, by=officer, at=NOON)

    assert Contact.objects.count() == 500
