import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.urls import NoReverseMatch, resolve, reverse

import varn
from tests.dialogue.factories import MeetingFactory
from tests.finance.factories import imported, ledger_row, made_rule
from tests.mandate.factories import (
    ActivityFactory,
    CoordinatorFactory,
    DocumentFactory,
    MandateFactory,
)
from varn.audit.actions import record
from varn.desk.actions import mark_seen
from varn.desk.models import Visit
from varn.desk.queries.changes import READ_AT_MOST, changes, visible_events
from varn.desk.rules.changes import Happening, gathered, subject_key
from varn.desk.templatetags.desk import address
from varn.final_report.actions import write_part
from varn.final_report.rules.parts import PartKey

pytestmark = pytest.mark.django_db
SOURCE = Path(varn.__file__).parent
NOW = datetime(2014, 11, 15, 12, 0, tzinfo=UTC)
YESTERDAY = NOW - timedelta(days=1)


@pytest.fixture
def reader(client):
    user = CoordinatorFactory()
    client.force_login(user)
    return user


def entry(event="mandate.activity.added", subject="mandate.activity:1", by=None, at=YESTERDAY):
    return record(event, subject=subject, by=by or CoordinatorFactory(name="Anna"), at=at)


def test_the_first_time_a_week_is_told(reader):
    entry(at=NOW - timedelta(days=6))
    entry(event="mandate.activity.changed", at=NOW - timedelta(days=8))

    told = changes(reader, today=NOW.date())

    assert told.is_first_time
    assert [each.words for each in told.shown] == ["Lade till en aktivitet"]


def test_what_was_seen_is_not_told_again(reader):
    entry()
    mark_seen(until=NOW, by=reader, at=NOW)

    assert changes(reader, today=NOW.date()).shown == []


def test_nobody_is_told_what_they_did_themselves(reader):
    entry(by=reader)

    assert changes(reader, today=NOW.date()).shown == []


def test_what_the_system_did_itself_is_not_told(reader):
    record("mandate.activity.added", subject="mandate.activity:1", by=None, at=YESTERDAY)

    assert changes(reader, today=NOW.date()).shown == []


def test_the_same_thing_done_many_times_is_told_once_with_names_and_links(reader):
    colleague = CoordinatorFactory(name="Anna")
    activities = [ActivityFactory(title=f"Dag {n}") for n in range(5)]
    for each in activities:
        entry(
            "mandate.activity.changed", subject=f"mandate.activity:{each.pk}", by=colleague, at=NOW
        )

    (told,) = [each for each in changes(reader, today=NOW.date()).shown if each.who == "Anna"]

    assert (told.who, told.times, told.more) == ("Anna", 5, 2)
    assert [thing.title for thing in told.things] == ["Dag 4", "Dag 3", "Dag 2"]


def test_a_thing_without_a_page_is_told_without_the_trails_own_name(client, reader, settings):
    settings.DEMONSTRATION_DATE = NOW.date()
    MandateFactory(by=reader)
    entry(subject="mandate.secretthing:77")

    text = client.get(reverse("desk:today")).text

    assert "Lade till en aktivitet" in text
    assert "secretthing" not in text


def told_things(reader):
    return {
        thing.title: address(thing)
        for change in changes(reader, today=NOW.date()).shown
        for thing in change.things
    }


def test_meetings_vouchers_documents_and_parts_are_named_and_linked(reader):
    mandate, colleague = MandateFactory(), CoordinatorFactory(name="Anna")
    meeting = MeetingFactory(title="Möte om hotell", held_on=date(2014, 5, 6))
    ledger = imported(mandate, ledger_row(voucher="17"), by=colleague)
    rule = made_rule(mandate)
    voucher = ledger.entries.get()
    document = DocumentFactory(mandate=mandate, title="Rekvisition")
    part = write_part(mandate_id=mandate.pk, part=PartKey("assignment", 2), text="Det här gjordes.",
                      begun_from=0, by=colleague, at=YESTERDAY)  # fmt: skip
    mark_seen(until=NOW, by=reader, at=NOW)
    for event, thing in (
        ("dialogue.meeting.recorded", meeting),
        ("finance.ledger.imported", ledger),
        ("finance.entry.charged", voucher),
        ("finance.rule.added", rule),
        ("mandate.document.frozen", document),
        ("final_report.part.written", part),
    ):
        entry(event, subject=thing, by=colleague, at=NOW + timedelta(minutes=1))

    documents = reverse("mandate:document_list", args=[mandate.pk])
    assert told_things(reader) == {
        "Möte om hotell, 6 maj 2014": reverse("dialogue:meeting_detail", args=[meeting.pk]),
        "h.csv": reverse("finance:import_detail", args=[ledger.pk]),
        "Verifikation A 17": reverse("finance:entry_detail", args=[voucher.pk]),
        "Regel 1": reverse("finance:rule_list", args=[mandate.pk]),
        "Rekvisition": f"{documents}#document-{document.pk}",
        "Deluppdrag 2": reverse("final_report:final_report_show", args=[mandate.pk]),
    }


def test_only_events_of_what_a_person_may_see_are_told():
    seen = visible_events(lambda permission: permission == "mandate.view")

    assert "mandate.result.recorded" in seen
    assert not [each for each in seen if not each.startswith("mandate.")]
    assert not visible_events(lambda permission: False)


def test_nobody_hears_of_anothers_secret_calendar_or_of_accounts():
    seen = visible_events(lambda permission: True)

    assert "mandate.calendar.opened" not in seen
    assert not [each for each in seen if each.startswith(("accounts.", "audit."))]


def test_a_bounded_number_is_read_and_the_rest_is_said(reader):
    colleague = CoordinatorFactory()
    for _ in range(READ_AT_MOST + 5):
        entry(by=colleague)

    assert changes(reader, today=NOW.date()).is_cut


def test_i_have_seen_this_works_without_scripts(client, reader):
    response = client.post(reverse("desk:mark_seen"), {"until": "2014-11-15T12:00:00+00:00"})

    assert response.status_code == 302
    assert Visit.objects.get(user=reader).seen_at == NOW


@pytest.mark.parametrize(
    "until", ["", "x", "2014-13-45T00:00", "2014-11-15T12:00", "9999-12-31T23:59:59Z"]
)
def test_a_moment_that_is_none_or_ahead_means_now(client, reader, until):
    with time_machine.travel(NOW + timedelta(minutes=3), tick=False):
        client.post(reverse("desk:mark_seen"), {"until": until})

    assert Visit.objects.get(user=reader).seen_at == NOW + timedelta(minutes=3)


def test_a_stranger_marks_nothing(client):
    assert client.post(reverse("desk:mark_seen")).status_code in (302, 403)
    assert not Visit.objects.exists()


def test_happenings_are_gathered_by_what_and_whom():
    same = {"event": "a.b.c", "at": NOW}
    told = gathered(
        [
            Happening(by="anna", subject="m:1", **same),
            Happening(by="bo", subject="m:1", **same),
            Happening(by="anna", subject="m:1", **same),
        ]
    )

    assert [(each.by, each.times, each.subjects) for each in told] == [
        ("anna", 2, ["m:1"]),
        ("bo", 1, ["m:1"]),
    ]


@pytest.mark.parametrize(
    ("subject", "key"),
    [("a.b:7", ("a.b", 7)), ("directory", None), ("/sv/x/", None), ("a.b:x", None)],
)
def test_a_subject_is_a_model_and_a_number(subject, key):
    assert subject_key(subject) == key


@pytest.mark.parametrize(
    "capability", ["mandate", "finance", "dialogue", "directory", "final_report"]
)
def test_what_is_told_leads_only_to_pages_that_may_be_read(capability):
    source = (SOURCE / capability / "queries" / "subjects.py").read_text()
    names = set(re.findall(r"\"(\w+:\w+)\"", source))

    guards = {name: permission_of(name) for name in names}

    assert names
    assert {name: asked for name, asked in guards.items() if not asked.endswith(".view")} == {}


def permission_of(name):
    """The permission that the view behind an address asks for."""
    for count in range(4):
        try:
            return str(resolve(reverse(name, args=[1] * count)).func.access.permission)
        except NoReverseMatch:
            continue
    raise AssertionError(name)
