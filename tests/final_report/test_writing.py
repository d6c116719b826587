from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, connection, connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.final_report.factories import COVER
from tests.mandate.factories import NOON, CoordinatorFactory, MandateFactory
from varn.audit.models import Entry
from varn.final_report.actions import (
    StaleCoverError,
    StaleTextError,
    leave_part,
    open_part,
    take_back_text,
    write_cover,
    write_part,
)
from varn.final_report.forms import PartForm
from varn.final_report.models import PartText, ReportCover
from varn.final_report.queries.drafting import CLAIM_LASTS, drafted, part_text, writers
from varn.final_report.queries.reports import report_content
from varn.final_report.rules.parts import Cover, PartKey

SUMMARY = PartKey("summary")


@pytest.fixture
def mandate(db):
    return MandateFactory()


@pytest.fixture
def anna(db):
    return CoordinatorFactory(name="Anna")


@pytest.fixture
def bo(db):
    return CoordinatorFactory(name="Bo")


def write(mandate, by, text, begun_from=0, part=SUMMARY, at=NOON):
    return write_part(
        mandate_id=mandate.pk, part=part, text=text, begun_from=begun_from, by=by, at=at
    )


def test_what_is_written_stands_in_the_report(mandate, anna):
    write(mandate, anna, "Först.", at=NOON + timedelta(hours=1))

    content = report_content(mandate.registry_number)
    assert content.texts == {SUMMARY: "Först."}
    assert content.changed_at == NOON + timedelta(hours=1)
    entry = Entry.objects.get(event="final_report.part.written")
    assert entry.details == {"mandate": mandate.pk, "part": "summary", "number": 1}


def test_every_saved_text_is_kept(mandate, anna):
    write(mandate, anna, "Först.")
    write(mandate, anna, "Sedan.", begun_from=1)

    texts = PartText.objects.order_by("number").values_list("number", "text")
    assert list(texts) == [(1, "Först."), (2, "Sedan.")]
    assert drafted(mandate.pk).texts == {SUMMARY: "Sedan."}


def test_two_people_who_began_from_the_same_text_see_each_other(mandate, anna, bo):
    write(mandate, anna, "Först.")
    write(mandate, bo, "Bos.", begun_from=1)

    with pytest.raises(StaleTextError) as caught:
        write(mandate, anna, "Annas.", begun_from=1)

    assert caught.value.current.text == "Bos."
    assert part_text(mandate.pk, SUMMARY).text == "Bos."


def test_the_same_text_sent_twice_is_one_text(mandate, anna):
    first = write(mandate, anna, "Först.")

    assert write(mandate, anna, "Först.") == first
    assert PartText.objects.count() == 1


def test_a_number_that_was_never_given_is_a_conflict(mandate, anna):
    with pytest.raises(StaleTextError) as caught:
        write(mandate, anna, "Först.", begun_from=9)

    assert caught.value.current is None


def test_an_earlier_text_is_taken_back_as_the_newest(mandate, anna, bo):
    write(mandate, anna, "Bra.")
    write(mandate, bo, "Sämre.", begun_from=1)

    taken = take_back_text(
        mandate_id=mandate.pk, part=SUMMARY, number=1, begun_from=2, by=anna, at=NOON
    )

    assert (taken.number, taken.text) == (3, "Bra.")
    entry = Entry.objects.get(event="final_report.part.restored")
    assert entry.details["taken_from"] == 1


def test_a_text_that_never_was_is_not_taken_back(mandate, anna):
    with pytest.raises(PartText.DoesNotExist):
        take_back_text(
            mandate_id=mandate.pk, part=SUMMARY, number=4, begun_from=0, by=anna, at=NOON
        )


def test_an_emptied_part_counts_as_never_written(mandate, anna):
    write(mandate, anna, "Först.")
    write(mandate, anna, "  \n", begun_from=1)

    assert report_content(mandate.registry_number).texts == {}


@pytest.mark.parametrize("statement", ["UPDATE {} SET text = 'x'", "DELETE FROM {}"])
def test_the_database_lets_nobody_change_what_was_written(mandate, anna, statement):
    write(mandate, anna, "Först.")

    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(PartText._meta.db_table))

    assert PartText.objects.get().text == "Först."


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=400))
def test_any_text_that_is_typed_comes_back(mandate, anna, text):
    form = PartForm({"text": text, "begun_from": "0"})
    assert form.is_valid(), form.errors
    current = part_text(mandate.pk, SUMMARY)

    write(mandate, anna, form.cleaned_data["text"], begun_from=current.number if current else 0)

    kept = part_text(mandate.pk, SUMMARY)
    assert (kept.text if kept else "") == text.replace("\r\n", "\n").replace("\r", "\n")


def test_a_claim_shows_who_writes_and_lapses(mandate, anna, bo):
    open_part(mandate_id=mandate.pk, part=SUMMARY, by=anna, at=NOON)
    later = NOON + timedelta(minutes=10)
    open_part(mandate_id=mandate.pk, part=SUMMARY, by=bo, at=later)
    open_part(mandate_id=mandate.pk, part=SUMMARY, by=anna, at=later)

    found = writers(mandate.pk, at=later)
    assert [(each.person.name, each.opened_at) for each in found[SUMMARY]] == [
        ("Anna", NOON),
        ("Bo", later),
    ]
    assert writers(mandate.pk, at=later + CLAIM_LASTS) == {}


def test_who_leaves_no_longer_writes(mandate, anna):
    open_part(mandate_id=mandate.pk, part=SUMMARY, by=anna, at=NOON)

    leave_part(mandate_id=mandate.pk, part=SUMMARY, by=anna)

    assert writers(mandate.pk, at=NOON) == {}


def test_a_lapsed_claim_begins_anew(mandate, anna):
    open_part(mandate_id=mandate.pk, part=SUMMARY, by=anna, at=NOON)

    again = open_part(mandate_id=mandate.pk, part=SUMMARY, by=anna, at=NOON + timedelta(days=1))

    assert again.opened_at == NOON + timedelta(days=1)


def test_the_cover_is_saved_and_stands_in_the_report(mandate, anna):
    write_cover(mandate_id=mandate.pk, values=COVER, version=0, by=anna, at=NOON)

    assert report_content(mandate.registry_number).cover == COVER
    assert Entry.objects.filter(event="final_report.cover.written").count() == 1


def test_two_people_do_not_write_over_each_others_cover(mandate, anna, bo):
    write_cover(mandate_id=mandate.pk, values=COVER, version=0, by=anna, at=NOON)
    other = Cover(own_registry_number="801-1-2015")

    with pytest.raises(StaleCoverError) as caught:
        write_cover(mandate_id=mandate.pk, values=other, version=0, by=bo, at=NOON)

    assert caught.value.current.decided_by == COVER.decided_by
    saved = write_cover(mandate_id=mandate.pk, values=other, version=1, by=bo, at=NOON)
    assert (saved.version, saved.own_registry_number) == (2, "801-1-2015")


def test_the_same_cover_again_changes_nothing(mandate, anna):
    for version in (0, 0, 1):
        write_cover(mandate_id=mandate.pk, values=COVER, version=version, by=anna, at=NOON)

    assert ReportCover.objects.get().version == 1


def test_of_two_who_save_at_the_same_moment_one_is_told(shared_database):
    mandate, people = MandateFactory(), [CoordinatorFactory(), CoordinatorFactory()]
    ready, outcomes = Barrier(2), []

    def save(person):
        ready.wait()
        try:
            write(mandate, person, f"Av {person.email}")
            outcomes.append("saved")
        except StaleTextError:
            outcomes.append("told")
        finally:
            connections.close_all()

    threads = [Thread(target=save, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["saved", "told"]
    assert PartText.objects.count() == 1
