"""Entries that are written in many transactions at once, and committed in any order."""

import threading

import psycopg
import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.audit.trail import LATER, linked, tamper, written
from varn.audit.actions import link_all_entries, link_entries, verify_chain
from varn.audit.choices import Break
from varn.audit.models import ChainLink, Entry

WRITE = """INSERT INTO audit_entry (event, subject, "by", at, details)
           VALUES ('a.b.c', %s, '', now(), '{}') RETURNING id"""


@pytest.fixture
def writers(shared_database):
    opened = [psycopg.connect(shared_database) for _ in range(3)]
    yield opened
    for writer in opened:
        writer.close()


def write(writer, subject="x"):
    return writer.execute(WRITE, [subject]).fetchone()[0]


def test_an_entry_that_commits_late_comes_later_in_the_chain(writers):
    slow, quick, _ = writers
    early = write(slow)
    late = write(quick)
    quick.commit()

    first = link_entries(at=LATER)
    slow.commit()
    second = link_entries(at=LATER)

    assert early < late
    assert (first, second) == (1, 1)
    chain = ChainLink.objects.order_by("position").values_list("entry_id", flat=True)
    assert list(chain) == [late, early]
    assert verify_chain(at=LATER).finding is None


STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["write", "commit", "rollback"]), st.integers(0, 2)),
        st.tuples(st.just("link"), st.integers(1, 3)),
    ),
    max_size=25,
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_whatever_the_interleaving_every_committed_entry_is_linked_once(
    steps, writers, tmp_path_factory
):
    open_entries = {0: [], 1: [], 2: []}
    committed = []
    for step, number in steps:
        if step == "write":
            open_entries[number].append(write(writers[number]))
        elif step == "link":
            link_entries(at=LATER, at_most=number)
        else:
            getattr(writers[number], step)()
            committed += open_entries[number] if step == "commit" else []
            open_entries[number] = []
    for writer in writers:
        writer.rollback()
    link_all_entries(at=LATER)

    linked = set(ChainLink.objects.values_list("entry_id", flat=True))
    assert set(committed) <= linked
    assert linked == set(Entry.objects.values_list("pk", flat=True))
    assert verify_chain(at=LATER).finding is None


def test_two_linkers_at_once_make_one_chain(shared_database):
    written(*"abcdefghij")
    start = threading.Barrier(3)

    def link():
        start.wait()
        link_entries(at=LATER, at_most=4)
        connection.close()

    linkers = [threading.Thread(target=link) for _ in range(3)]
    for linker in linkers:
        linker.start()
    for linker in linkers:
        linker.join()

    assert ChainLink.objects.count() == 10
    assert verify_chain(at=LATER).finding is None


def test_a_deleted_entry_is_missed_where_its_link_was_left(shared_database):
    linked("a", "b", "c")
    tamper("DELETE FROM audit_entry WHERE subject = 'b'")

    finding = verify_chain(at=LATER).finding

    assert (finding.kind, finding.position) == (Break.MISSING, 2)
