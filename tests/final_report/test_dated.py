"""The document is dated by the latest change of anything in it."""

from datetime import timedelta

import pytest

from tests.dialogue.factories import MeetingFactory, organisations
from tests.final_report.factories import judge_all
from tests.finance.factories import ledger_csv, ledger_row
from tests.mandate.factories import (
    NOON,
    ActivityFactory,
    CoordinatorFactory,
    MandateFactory,
    assessment_values,
)
from varn.dialogue.actions import Outcome, record_meeting
from varn.final_report.queries import report_content
from varn.finance.actions import import_ledger, preview_ledger
from varn.mandate.actions import assess_child_rights

pytestmark = pytest.mark.django_db

LATER = NOON + timedelta(days=30)


@pytest.fixture
def mandate():
    return MandateFactory()


def dated(mandate):
    return report_content(mandate.registry_number).changed_at


def test_a_judgement_dates_the_document(mandate):
    judge_all(mandate, at=LATER)

    assert dated(mandate) == LATER


def test_a_meeting_dates_the_document(mandate):
    activity = ActivityFactory(requirement=mandate.requirements.first())
    meeting = MeetingFactory(activity=activity, asked=organisations("Polisen"))
    record_meeting(
        meeting_id=meeting.pk,
        outcome=Outcome(held_on=meeting.held_on, attended=[], decided=[], summary="Alla kom."),
        minutes=(),
        version=meeting.version,
        by=CoordinatorFactory(),
        at=LATER,
    )

    assert dated(mandate) == LATER


def test_costs_that_are_brought_in_date_the_document(mandate):
    by = CoordinatorFactory()
    data = ledger_csv(ledger_row())
    read = preview_ledger(mandate_id=mandate.pk, file_name="h.csv", data=data, by=by, at=NOON)
    import_ledger(import_id=read.pk, by=by, at=LATER)

    assert dated(mandate) == LATER


def test_an_assessment_dates_the_document(mandate):
    activity = ActivityFactory(requirement=mandate.requirements.first())
    assess_child_rights(
        activity_id=activity.pk,
        values=assessment_values(),
        version=0,
        by=CoordinatorFactory(),
        at=LATER,
    )

    assert dated(mandate) == LATER
