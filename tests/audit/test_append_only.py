import pytest
from django.db import DatabaseError, connection, transaction

from tests.audit.trail import LATER, NOON, linked, written
from varn.audit.actions import link_entries, record
from varn.audit.models import ChainLink, Entry, Unlinked

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("table", ["audit_entry", "audit_chainlink"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {} SET {} = {}",
        "DELETE FROM {}",
        "TRUNCATE {} CASCADE",
        "DELETE FROM {} WHERE false",
    ],
)
def test_postgresql_refuses_to_change_the_trail(table, statement):
    linked("a", "b")
    connection.check_constraints()  # nothing is left for the end of the transaction
    column = {"audit_entry": "event", "audit_chainlink": "hash"}[table]

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement.format(table, column, column))

    assert Entry.objects.count() == ChainLink.objects.count() == 2


def test_an_entry_cannot_be_changed_by_saving_it():
    (entry,) = written("a")

    entry.event = "audit.trail.read"
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        entry.save()


def test_an_entry_waits_for_its_link_from_the_moment_it_is_written():
    (entry,) = written("a")

    assert Unlinked.objects.get().entry == entry


def test_linking_empties_the_line_in_portions():
    written("a", "b", "c")

    portions = [link_entries(at=LATER, at_most=2) for _ in range(3)]

    assert portions == [2, 1, 0]
    assert not Unlinked.objects.exists()


def test_the_chain_follows_the_order_of_writing():
    entries = linked("a", "b", "c")

    chain = ChainLink.objects.order_by("position")

    assert [link.position for link in chain] == [1, 2, 3]
    assert [link.entry for link in chain] == entries
    assert chain[1].previous_hash == chain[0].hash


def test_what_is_rolled_back_leaves_no_entry_and_nothing_to_link():
    with transaction.atomic():
        record("audit.trail.read", subject="a", by=None, at=NOON)
        transaction.set_rollback(True)

    assert not Entry.objects.exists()
    assert not Unlinked.objects.exists()
