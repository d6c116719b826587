import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.final_report.factories import COVER, judge_all, write_whole
from tests.mandate.factories import (
    NOON,
    ActivityFactory,
    CoordinatorFactory,
    MandateFactory,
    ResultFactory,
)
from varn.final_report.actions import freeze_report, write_part
from varn.final_report.queries.reports import report_content
from varn.final_report.queries.versions import versions
from varn.final_report.rules.parts import PartKey
from varn.final_report.rules.stored import fingerprint
from varn.kernel.files import kept_file
from varn.mandate.models import Activity, OutgoingDocument

MOST_QUERIES = 25


@pytest.fixture
def anna(db):
    return CoordinatorFactory(name="Anna Exempel")


@pytest.fixture
def mandate(anna):
    mandate = MandateFactory(by=anna)
    activity = ActivityFactory(requirement=mandate.requirements.order_by("pk").first())
    ResultFactory(activity=activity, with_evidence=True)
    judge_all(mandate, by=anna)
    write_whole(mandate, by=anna)
    return mandate


@pytest.fixture
def desk(client, anna):
    client.force_login(anna)
    return client


def address(name, mandate, *args):
    return reverse(f"final_report:{name}", args=[mandate.pk, *args])


def page(response):
    return re.sub(r"\s+", " ", response.content.decode())


def seen(mandate):
    return fingerprint(report_content(mandate.registry_number))


def freeze(mandate, by):
    return freeze_report(mandate_id=mandate.pk, seen=seen(mandate), by=by, at=NOON)


def test_what_is_seen_is_frozen(desk, mandate):
    shown = page(desk.get(address("final_report_freeze", mandate)))
    assert "Version 1 är klar att låsa" in shown
    (looked_at,) = re.findall(r'name="seen" value="(\w{64})"', shown)

    response = desk.post(address("final_report_freeze", mandate), {"seen": looked_at}, follow=True)

    shown = page(response)
    document = OutgoingDocument.objects.get()
    assert "Versionen är låst" in shown
    assert document.content_hash == looked_at
    assert looked_at in shown
    for file in document.files.all():
        assert file.file_name in shown
        assert file.sha256 in shown


def test_sending_the_form_twice_freezes_once(desk, mandate):
    values = {"seen": seen(mandate)}
    desk.post(address("final_report_freeze", mandate), values)

    response = desk.post(address("final_report_freeze", mandate), values, follow=True)

    assert "Version 1 innehåller exakt detta." in page(response)
    assert OutgoingDocument.objects.count() == 1


def test_a_change_meanwhile_is_told_and_nothing_is_frozen(desk, mandate):
    looked_at = seen(mandate)
    ResultFactory(activity=Activity.objects.get())

    response = desk.post(address("final_report_freeze", mandate), {"seen": looked_at})

    assert response.status_code == 409
    assert "har ändrats sedan du läste den" in page(response)
    assert not OutgoingDocument.objects.exists()


@pytest.mark.parametrize("data", [{}, {"seen": ""}, {"seen": "å" * 500}])
def test_a_form_that_is_not_ours_freezes_nothing(desk, mandate, data):
    assert desk.post(address("final_report_freeze", mandate), data).status_code == 409
    assert not OutgoingDocument.objects.exists()


def test_a_report_that_lacks_something_cannot_be_frozen(desk, anna):
    mandate = MandateFactory(by=anna)

    shown = page(desk.get(address("final_report_freeze", mandate)))
    response = desk.post(address("final_report_freeze", mandate), {"seen": seen(mandate)})

    assert "Rapporten går inte att låsa än" in shown
    assert 'name="seen"' not in shown
    assert response.status_code == 409
    assert "Måste åtgärdas" in page(response)
    assert not OutgoingDocument.objects.exists()


def test_a_file_is_downloaded_as_it_was_frozen(desk, mandate, anna):
    freeze(mandate, anna)
    (found,) = versions(mandate)

    for file in found.files:
        response = desk.get(address("version_file", mandate, 1, file.pk))
        assert b"".join(response.streaming_content) == kept_file(file.sha256).read_bytes()
        assert file.file_name in response["Content-Disposition"]
        assert response["X-Content-Type-Options"] == "nosniff"


def test_a_file_of_another_version_is_not_found(desk, mandate, anna):
    freeze(mandate, anna)
    file = versions(mandate)[0].files[0]
    other = MandateFactory(by=anna)

    for path in (
        address("version_file", mandate, 2, file.pk),
        address("version_file", mandate, 1, 0),
        address("version_file", other, 1, file.pk),
        address("version_check", mandate, 2),
    ):
        assert desk.get(path).status_code == 404


def test_a_version_is_built_anew_and_compared(desk, mandate, anna):
    freeze(mandate, anna)
    write_part(
        mandate_id=mandate.pk,
        part=PartKey("summary"),
        text="Något annat.",
        begun_from=1,
        by=anna,
        at=NOON,
    )

    shown = page(desk.get(address("version_check", mandate, 1)))

    assert "Varje fil är likadan, byte för byte" in shown
    assert "Skiljer sig" not in shown


def test_the_versions_lead_to_the_obligation_that_they_do(desk, mandate, anna):
    freeze(mandate, anna)
    obligation = mandate.obligations.get(kind="final_report")

    shown = page(desk.get(address("version_list", mandate)))

    assert reverse("mandate:obligation_detail", args=[obligation.pk]) in shown
    assert COVER.decided_by in shown
    assert "Anna Exempel" in shown


def test_more_versions_cost_no_more_queries(desk, mandate, anna):
    freeze(mandate, anna)
    desk.get(address("version_list", mandate))
    with CaptureQueriesContext(connection) as little:
        desk.get(address("version_list", mandate))
    ResultFactory(activity=Activity.objects.get())
    freeze(mandate, anna)

    with CaptureQueriesContext(connection) as much:
        shown = page(desk.get(address("version_list", mandate)))

    assert "2 låsta versioner" in shown
    assert len(much) == len(little) <= MOST_QUERIES
