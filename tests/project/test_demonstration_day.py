"""The demonstration on its usual day: invented, marked so, and the same every time."""

from datetime import date

import pytest
from django.db import transaction

from tests.project.conftest import LOADED_AT
from varn.accounts.models import Membership, User
from varn.audit.models import Entry
from varn.mandate.models import Activity, Evidence, Mandate, Requirement, Result
from varn.project.demo_arguments import DEFAULT_AS_OF
from varn.project.demonstration.cast import DOMAIN, PEOPLE
from varn.project.demonstration.content import INVENTED, activities
from varn.project.demonstration.loading import (
    load_demonstration,
)

COUNTED = (User, Membership, Mandate, Activity, Result, Evidence, Entry)
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demonstration")]


@pytest.fixture(scope="module")
def demonstration(ground, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_demonstration(as_of=DEFAULT_AS_OF)
        transaction.set_rollback(True)


def counts():
    return {model: model.objects.count() for model in COUNTED}


def happened_after(day):
    return list(Entry.objects.filter(at__date__gt=day).exclude(at=LOADED_AT).values("event", "at"))


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


def test_nothing_lies_after_the_day(demonstration):
    assert not Result.objects.filter(occurred_on__gt=DEFAULT_AS_OF).exists()
    assert not Activity.objects.filter(created_at__date__gt=DEFAULT_AS_OF).exists()
    assert not happened_after(DEFAULT_AS_OF)


def test_everything_invented_says_so_itself(demonstration):
    titles = [*Activity.objects.values_list("title", flat=True)]
    titles += Result.objects.values_list("title", flat=True)

    assert all(title.endswith(INVENTED) for title in titles)


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
