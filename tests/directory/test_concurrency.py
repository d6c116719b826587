from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from tests.directory.factories import NOON, ContactFactory, OfficerFactory
from varn.directory.actions import (
    AlreadyAppliedError,
    ChangedMeanwhileError,
    ContactValues,
    PreviewOutdatedError,
    apply_import,
    edit_contact,
    preview_import,
)
from varn.directory.choices import ContactLevel
from varn.directory.models import Contact, Organisation

HEADING = b"Organisation;Slag;Funktion;Niv\xc3\xa5;E-post\n"
HOTEL = HEADING + b"Hotell Havet;kommun;Chef;ledning;chef@example.se\n"


def at_once(*calls):
    """Run the calls at the same moment; give what each returned or raised."""
    start = Barrier(len(calls))

    def run(call):
        start.wait()
        try:
            return call()
        except Exception as error:  # noqa: BLE001 - handed to the test
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def names_of(outcomes):
    return sorted(type(outcome).__name__ for outcome in outcomes)


@pytest.mark.usefixtures("shared_database")
def test_pressing_twice_at_once_brings_in_once():
    officer = OfficerFactory()
    batch = preview_import(file_name="a.csv", content=HOTEL, by=officer, at=NOON)

    def apply():
        return apply_import(batch_id=batch.pk, by=officer, at=NOON)

    assert names_of(at_once(apply, apply)) == [AlreadyAppliedError.__name__, "ImportBatch"]
    assert Contact.objects.count() == 1


@pytest.mark.usefixtures("shared_database")
def test_two_files_with_the_same_row_make_it_once():
    officer = OfficerFactory()
    first = preview_import(file_name="a.csv", content=HOTEL, by=officer, at=NOON)
    second = preview_import(file_name="b.csv", content=HOTEL + b"\n\n", by=officer, at=NOON)

    outcomes = at_once(
        lambda: apply_import(batch_id=first.pk, by=officer, at=NOON),
        lambda: apply_import(batch_id=second.pk, by=officer, at=NOON),
    )

    assert names_of(outcomes) == ["ImportBatch", PreviewOutdatedError.__name__]
    assert Organisation.objects.count() == 1


@pytest.mark.usefixtures("shared_database")
def test_two_people_saving_at_once_overwrite_nothing():
    contact, officer = ContactFactory(), OfficerFactory()

    def save(address):
        return lambda: edit_contact(
            contact_id=contact.pk,
            version=1,
            values=ContactValues(
                function="Chef", level=ContactLevel.LEADERSHIP, email=address, phone=""
            ),
            by=officer,
            at=NOON,
        )

    outcomes = at_once(save("a@example.se"), save("b@example.se"))

    assert names_of(outcomes) == [ChangedMeanwhileError.__name__, "Contact"]
    (saved,) = [each for each in outcomes if isinstance(each, Contact)]
    assert Contact.objects.get().email == saved.email
