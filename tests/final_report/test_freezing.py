import hashlib
import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from tests.final_report.factories import COVER, judge_all, write_whole
from tests.mandate.factories import (
    NOON,
    ActivityFactory,
    CoordinatorFactory,
    MandateFactory,
    ResultFactory,
)
from varn.audit.models import Entry
from varn.final_report.actions import (
    AlreadyFrozenError,
    ChangedSinceSeenError,
    NotReadyError,
    freeze_report,
    write_part,
)
from varn.final_report.choices import Lack, ReportFormat
from varn.final_report.gateways.version_files import file_check
from varn.final_report.queries.reports import report_content
from varn.final_report.queries.rows import rows_of
from varn.final_report.queries.versions import version, versions
from varn.final_report.rules.figures import Kind
from varn.final_report.rules.parts import PartKey
from varn.final_report.rules.stored import fingerprint, restored
from varn.kernel.files import kept_file
from varn.mandate.actions import fulfil_obligation
from varn.mandate.models import Activity, OutgoingDocument, OutgoingFile, Result
from varn.mandate.queries.report import mandate_with_everything

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=365)


@pytest.fixture
def coordinator():
    return CoordinatorFactory()


@pytest.fixture
def mandate(coordinator):
    """A mandate whose report is whole."""
    mandate = MandateFactory()
    activity = ActivityFactory(requirement=mandate.requirements.order_by("pk").first())
    ResultFactory(activity=activity, with_evidence=True)
    judge_all(mandate, by=coordinator)
    write_whole(mandate, by=coordinator)
    return mandate


def seen(mandate):
    return fingerprint(report_content(mandate.registry_number))


def freeze(mandate, by, **changes):
    values = {"mandate_id": mandate.pk, "seen": seen(mandate), "by": by, "at": LATER, **changes}
    return freeze_report(**values)


def test_a_version_is_kept_in_every_form_and_language(mandate, coordinator):
    document = freeze(mandate, coordinator)

    files = OutgoingFile.objects.filter(document=document).order_by("pk")
    number = mandate.registry_number.replace("/", "-")
    names = [each.file_name for each in files]
    for form in set(ReportFormat) - {ReportFormat.JSON}:
        assert f"slutrapport-{number}-v1-sv.{form}" in names
        assert f"final-report-{number}-v1-en.{form}" in names
    assert f"slutrapport-{number}-v1.json" in names
    assert len(names) == 2 * len(ReportFormat) - 1
    for each in files:
        data = kept_file(each.sha256).read_bytes()
        assert hashlib.sha256(data).hexdigest() == each.sha256
        assert len(data) == each.size


def test_a_version_says_who_decided_and_what_it_holds(mandate, coordinator):
    document = freeze(mandate, coordinator)

    assert document.own_registry_number == COVER.own_registry_number
    assert document.signed_by == COVER.decided_by
    assert document.dated_on == COVER.decided_on
    assert document.registry_number == mandate.registry_number
    assert document.addressee == mandate.report_to
    assert document.content_hash == seen(mandate)
    assert restored(document.content) == report_content(mandate.registry_number)
    entry = Entry.objects.get(event="final_report.report.frozen")
    assert entry.details == {"version": 1, "hash": document.content_hash}


def test_the_frozen_content_gives_the_same_bytes_in_every_form(mandate, coordinator):
    freeze(mandate, coordinator)

    (found,) = versions(mandate)
    checks = [file_check(each, found.document.content) for each in found.files]
    assert [each.name for each in checks if not each.is_same] == []


def test_an_old_version_stays_when_the_data_change(mandate, coordinator):
    freeze(mandate, coordinator)
    ResultFactory(activity=Activity.objects.get(), title="Ett senare resultat")
    write_part(
        mandate_id=mandate.pk,
        part=PartKey("summary"),
        text="Något helt annat.",
        begun_from=1,
        by=coordinator,
        at=LATER,
    )

    freeze(mandate, coordinator)

    second, first = versions(mandate)
    assert (second.number, first.number) == (2, 1)
    assert second.document.content_hash != first.document.content_hash
    assert restored(first.document.content).texts[PartKey("summary")] == "Det här har gjorts."
    assert len(restored(first.document.content).results) == 1
    assert len(restored(second.document.content).results) == 2
    for each in first.files:
        assert file_check(each, first.document.content).is_same


@pytest.mark.parametrize("model", [OutgoingDocument, OutgoingFile])
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_the_database_lets_nobody_change_a_version(mandate, coordinator, model, statement):
    freeze(mandate, coordinator)

    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(model._meta.db_table))


def test_the_same_report_is_not_frozen_twice(mandate, coordinator):
    freeze(mandate, coordinator)

    with pytest.raises(AlreadyFrozenError) as caught:
        freeze(mandate, coordinator)

    assert caught.value.version.number == 1
    assert OutgoingDocument.objects.count() == 1


def test_what_changed_since_one_looked_is_not_frozen(mandate, coordinator):
    looked_at = seen(mandate)
    ResultFactory(activity=Activity.objects.get())

    with pytest.raises(ChangedSinceSeenError):
        freeze(mandate, coordinator, seen=looked_at)

    assert not OutgoingDocument.objects.exists()


def test_what_lacks_its_parts_is_not_frozen(coordinator):
    mandate = MandateFactory()

    with pytest.raises(NotReadyError) as caught:
        freeze(mandate, coordinator)

    assert {each.lack for each in caught.value.lacking} == {
        Lack.NO_OWN_NUMBER,
        Lack.NO_DECIDED_BY,
        Lack.NO_DECIDED_ON,
        Lack.NO_PRESENTED_BY,
        Lack.PART_EMPTY,
        Lack.REQUIREMENT_UNANSWERED,
    }
    assert not OutgoingDocument.objects.exists()


def test_a_version_does_the_obligation_to_report(mandate, coordinator):
    document = freeze(mandate, coordinator)
    obligation = mandate.obligations.get(kind="final_report")

    fulfil_obligation(
        obligation_id=obligation.pk,
        document_id=document.pk,
        sent_on=COVER.decided_on,
        by=coordinator,
        at=LATER,
    )

    (found,) = versions(mandate)
    assert list(found.document.obligations.all()) == [obligation]


def test_a_version_is_found_by_its_number(mandate, coordinator):
    document = freeze(mandate, coordinator)

    assert version(mandate, 1).document == document
    assert version(mandate, 2) is None


def test_each_numbered_thing_leads_to_its_row(mandate):
    for requirement in mandate.requirements.order_by("-pk"):
        ResultFactory(activity=ActivityFactory(requirement=requirement, title=f"A{requirement.pk}"))
    whole = mandate_with_everything(mandate.registry_number)
    content, rows = report_content(mandate.registry_number), rows_of(whole)

    activities = {each.pk: each.title for each in Activity.objects.all()}
    results = {each.pk: each.title for each in Result.objects.all()}
    for each in content.activities:
        assert activities[rows[Kind.ACTIVITY, each.number]] == each.title
    for each in content.results:
        assert results[rows[Kind.RESULT, each.number]] == each.title
    assert len(rows) == sum(
        map(len, (content.requirements, content.obligations, activities, results))
    )


def test_no_file_says_when_it_was_frozen(mandate, coordinator):
    document = freeze(mandate, coordinator)

    html = next(each for each in document.files.all() if each.file_name.endswith("sv.html"))
    assert not re.search(r"2015-11-15|15 november 2015", kept_file(html.sha256).read_text())
