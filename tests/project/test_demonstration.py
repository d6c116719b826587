"""The demonstration: invented, marked so, and the same every time."""

from datetime import date

import pytest

from tests.accounts.factories import UserFactory
from varn.accounts.models import User
from varn.mandate.choices import ActivityState
from varn.mandate.models import Activity, Grant, Mandate, Obligation, Requirement
from varn.project.demo_arguments import DEFAULT_AS_OF, FIRST_DAY
from varn.project.demonstration.evidence import MARK, document
from varn.project.demonstration.loading import (
    DatabaseInUseError,
    TooEarlyError,
    load_demonstration,
)

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demonstration")]


def test_an_activity_begins_on_its_day(ground):
    load_demonstration(as_of=FIRST_DAY)
    load_demonstration(as_of=date(2014, 3, 16))
    planned = Activity.objects.get(title__startswith="Checklista")
    load_demonstration(as_of=date(2014, 3, 17))
    begun = Activity.objects.get(pk=planned.pk)

    assert planned.state == ActivityState.PLANNED
    assert begun.state == ActivityState.UNDER_WAY


def test_the_day_moves_neither_the_decision_nor_its_money(ground):
    load_demonstration(as_of=FIRST_DAY)
    early = decided()
    load_demonstration(as_of=date(2015, 5, 20))

    assert decided() == early


def decided():
    return [
        list(Mandate.objects.values()),
        list(Requirement.objects.order_by("pk").values("number", "text", "assignment")),
        list(Obligation.objects.order_by("pk").values("kind", "text", "due_on", "addressee")),
        list(Grant.objects.values()),
    ]


def test_a_day_before_the_mandate_is_refused(ground):
    with pytest.raises(TooEarlyError):
        load_demonstration(as_of=date(2014, 2, 1))

    assert not User.objects.exists()


def test_a_database_that_somebody_uses_is_left_alone(ground):
    UserFactory()

    with pytest.raises(DatabaseInUseError):
        load_demonstration(as_of=DEFAULT_AS_OF)

    assert not Mandate.objects.exists()


@pytest.mark.parametrize(
    ("name", "begins"), [("a.txt", MARK.encode()), ("a.pdf", b"%PDF-"), ("a.docx", b"PK")]
)
def test_evidence_is_a_document_of_its_kind(name, begins):
    made = document(name, title="Rubrik", text="Text")

    assert made.startswith(begins)
    assert made == document.__wrapped__(name, title="Rubrik", text="Text")
