"""The demonstration: invented, marked so, and the same every time."""

from datetime import UTC, date, datetime

import pytest

from tests.accounts.factories import UserFactory
from varn.accounts.actions import load_roles
from varn.accounts.models import Membership, User
from varn.audit.models import Entry
from varn.directory.actions import load_directory
from varn.mandate.choices import ActivityState
from varn.mandate.models import Activity, Evidence, Grant, Mandate, Obligation, Requirement, Result
from varn.project.demo_arguments import DEFAULT_AS_OF, FIRST_DAY
from varn.project.demonstration.cast import DOMAIN, PEOPLE
from varn.project.demonstration.content import INVENTED, activities
from varn.project.demonstration.evidence import MARK, document
from varn.project.demonstration.loading import (
    DatabaseInUseError,
    TooEarlyError,
    load_demonstration,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
COUNTED = (User, Membership, Mandate, Activity, Result, Evidence, Entry)
pytestmark = pytest.mark.django_db


@pytest.fixture
def ground():
    load_roles(at=NOON)
    load_directory(at=NOON)


@pytest.fixture
def demonstration(ground):
    return load_demonstration(as_of=DEFAULT_AS_OF)


def counts():
    return {model: model.objects.count() for model in COUNTED}


def test_loading_twice_adds_nothing(demonstration):
    before = counts()

    load_demonstration(as_of=DEFAULT_AS_OF)

    assert counts() == before


def test_requirements_with_and_without_evidence_are_shown(demonstration):
    proven = Requirement.objects.filter(activities__results__evidence__isnull=False).distinct()
    idle = Requirement.objects.filter(activities=None)

    assert proven.count() >= 9
    assert idle.count() >= 4
    assert set(proven.exclude(assignment=None).values_list("assignment__number", flat=True)) == {
        1, 2, 3, 4,
    }  # fmt: skip


def test_a_later_day_adds_what_has_happened_since(demonstration):
    day = date(2015, 4, 1)

    later = load_demonstration(as_of=day)

    assert not happened_after(day)
    assert later.activities == len(activities()) > demonstration.activities
    assert later.results > demonstration.results


def test_an_activity_begins_on_its_day(ground):
    load_demonstration(as_of=FIRST_DAY)
    load_demonstration(as_of=date(2014, 3, 16))
    planned = Activity.objects.get(title__startswith="Checklista")
    load_demonstration(as_of=date(2014, 3, 17))
    begun = Activity.objects.get(pk=planned.pk)

    assert planned.state == ActivityState.PLANNED
    assert begun.state == ActivityState.UNDER_WAY


def test_nothing_lies_after_the_day(demonstration):
    assert not Result.objects.filter(occurred_on__gt=DEFAULT_AS_OF).exists()
    assert not Activity.objects.filter(created_at__date__gt=DEFAULT_AS_OF).exists()
    assert not happened_after(DEFAULT_AS_OF)


def happened_after(day):
    return list(Entry.objects.filter(at__date__gt=day).exclude(at=NOON).values("event", "at"))


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


def test_everything_invented_says_so_itself(demonstration):
    titles = [*Activity.objects.values_list("title", flat=True)]
    titles += Result.objects.values_list("title", flat=True)

    assert all(title.endswith(INVENTED) for title in titles)


@pytest.mark.parametrize(
    ("name", "begins"), [("a.txt", MARK.encode()), ("a.pdf", b"%PDF-"), ("a.docx", b"PK")]
)
def test_evidence_is_a_document_of_its_kind(name, begins):
    made = document(name, title="Rubrik", text="Text")

    assert made.startswith(begins)
    assert made == document.__wrapped__(name, title="Rubrik", text="Text")


def test_people_are_roles_and_no_persons(demonstration):
    names = {user.name for user in User.objects.all()}

    assert names == {person.name for person in PEOPLE}
    assert all(user.email.endswith(f"@{DOMAIN}") for user in User.objects.all())
    assert {activity.responsible for activity in activities()} <= {
        "Nationell samordnare", "Länssamordnare", "Samordnare", "Kommunikatör", "Ekonom",
    }  # fmt: skip


def test_every_role_can_be_tried(demonstration):
    held = set(Membership.objects.values_list("role__slug", flat=True))

    assert held == {person.role for person in PEOPLE}
