from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from tests.mandate.factories import (
    NOON,
    ActivityFactory,
    CoordinatorFactory,
    DutyBearerFactory,
    MandateFactory,
    ResultFactory,
    activity_values,
)
from varn.directory.models import OrganisationName
from varn.final_report.choices import ReportFormat
from varn.final_report.gateways.report_files import report_file
from varn.final_report.queries import UnknownRegistryNumberError, report_content
from varn.final_report.rules.gaps import gaps
from varn.mandate.actions import change_activity, link_mandate
from varn.mandate.choices import LinkKind

pytestmark = pytest.mark.django_db

MOST_QUERIES = 40


@pytest.fixture
def mandate():
    return MandateFactory()


def test_the_report_holds_what_the_decision_says(mandate):
    content = report_content(mandate.registry_number)

    decision = content.decision
    assert (decision.title, decision.agency) == (mandate.title, mandate.holder_name)
    assert decision.decided_on == date(2014, 2, 20)
    assert decision.sha256 == mandate.decision.sha256
    assert [part.number for part in content.assignments] == [1, 2, None]
    assert len(content.requirements) == mandate.requirements.count()
    assert [grant.amount_ore for grant in content.grants] == [300_000_000]
    assert {each.addressee for each in content.obligations} >= {"Socialstyrelsen"}
    assert [line.text for line in decision.copies_to] == [
        "Socialstyrelsen",
        "Föreningen Finns Inte",
    ]


def test_a_result_stands_under_its_requirement_with_its_evidence(mandate):
    requirement = mandate.requirements.order_by("number").first()
    activity = ActivityFactory(requirement=requirement)
    stored = ResultFactory(activity=activity, with_evidence=True)

    content = report_content(mandate.registry_number)

    (shown,) = [each for each in content.requirements if each.activities]
    assert shown.text == requirement.text
    (result,) = shown.activities[0].results
    assert (result.title, result.place, result.evidence) == (stored.title, "Skåne län", (1,))
    (evidence,) = content.evidence
    assert evidence.file_name == "protokoll.pdf"
    assert evidence.sha256 == stored.evidence.get().sha256
    assert evidence.result == result.number


def test_the_document_is_dated_by_the_latest_change(mandate):
    assert report_content(mandate.registry_number).changed_at == NOON
    assert report_content(mandate.registry_number).changed_at.tzinfo == ZoneInfo("Europe/Stockholm")


def test_a_later_correction_dates_the_document_too(mandate):
    activity = ActivityFactory(requirement=mandate.requirements.first())
    later = NOON + timedelta(days=9)

    change_activity(
        activity_id=activity.pk,
        values=activity_values(title="Ny titel"),
        version=activity.version,
        by=CoordinatorFactory(),
        at=later,
    )

    assert report_content(mandate.registry_number).changed_at == later


def test_a_sentence_about_days_or_money_needs_no_activity(mandate):
    content = report_content(mandate.registry_number)

    formal = [each for each in content.requirements if each.is_formal]
    assert any("Kostnaderna ska belasta" in each.text for each in formal)
    named = {gap.number for gap in gaps(content) if gap.name == "requirement_without_activity"}
    assert named == {each.number for each in content.requirements} - {e.number for e in formal}


def test_an_authority_has_the_name_of_the_day(mandate):
    police = DutyBearerFactory(name="Polismyndigheten")
    OrganisationName.objects.create(
        organisation=police,
        name="Rikspolisstyrelsen",
        kind="official",
        valid_to=date(2015, 1, 1),
    )
    requirement = mandate.requirements.first()
    ActivityFactory(requirement=requirement, duty_bearer_id=police.pk)

    (activity,) = report_content(mandate.registry_number).activities

    assert activity.duty_bearer == "Rikspolisstyrelsen"


def test_more_work_costs_no_more_queries(mandate):
    ResultFactory(
        activity=ActivityFactory(requirement=mandate.requirements.first()), with_evidence=True
    )
    with CaptureQueriesContext(connection) as little:
        report_content(mandate.registry_number)
    for requirement in mandate.requirements.all():
        for _ in range(3):
            ResultFactory(activity=ActivityFactory(requirement=requirement), with_evidence=True)

    with CaptureQueriesContext(connection) as much:
        report_content(mandate.registry_number)

    assert len(much) == len(little) <= MOST_QUERIES


@pytest.mark.parametrize("form", ReportFormat)
def test_the_same_data_gives_the_same_file(mandate, form):
    ResultFactory(
        activity=ActivityFactory(requirement=mandate.requirements.first()), with_evidence=True
    )

    first, second = (
        report_file(report_content(mandate.registry_number), form=form, language="sv")
        for _ in range(2)
    )

    assert first == second


def test_a_demonstration_says_that_it_is_one(mandate):
    with override_settings(DEMONSTRATION_DATE=date(2014, 11, 15)):
        content = report_content(mandate.registry_number)

    assert content.is_demonstration
    assert "påhittade" in report_file(content, form=ReportFormat.HTML, language="sv").decode()
    assert not report_content(mandate.registry_number).is_demonstration


def test_an_unknown_registry_number_lists_those_that_there_are(mandate):
    with pytest.raises(UnknownRegistryNumberError) as caught:
        report_content("S1900/1/X")

    assert caught.value.known == [mandate.registry_number]


def test_the_report_names_what_the_mandate_is_linked_to_as_built_on(mandate):
    link_mandate(
        mandate_id=mandate.pk,
        kind=LinkKind.BUILDS_ON,
        registry_number="Ju2013/1492/PO",
        by=CoordinatorFactory(),
        at=NOON,
    )

    decision = report_content(mandate.registry_number).decision

    assert decision.builds_on == ("Ju2013/1492/PO",)
