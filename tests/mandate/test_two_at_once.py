"""Two people, or one impatient person, at the same moment, with real commits."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connections

from tests.mandate.factories import (
    NOON,
    CoordinatorFactory,
    DecisionFactory,
    MandateFactory,
    activity_values,
    settle,
)
from varn.mandate.actions import (
    AlreadyStartedError,
    StaleVersionError,
    add_activity,
    remove_fact,
    start_mandate,
)
from varn.mandate.models import Activity, DecisionFact, Mandate


def at_once(*calls):
    def answer(call):
        try:
            return call()
        except (AlreadyStartedError, StaleVersionError) as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(answer, calls))


@pytest.mark.usefixtures("shared_database")
def test_two_starts_make_one_mandate():
    by = CoordinatorFactory()
    decision = settle(DecisionFactory(by=by), by)

    answers = at_once(*[lambda: start_mandate(decision_id=decision.pk, by=by, at=NOON)] * 2)

    assert Mandate.objects.count() == 1
    assert sorted(type(answer).__name__ for answer in answers) == ["AlreadyStartedError", "Mandate"]


@pytest.mark.usefixtures("shared_database")
def test_one_form_sent_twice_adds_one_activity():
    by = CoordinatorFactory()
    requirement = MandateFactory(by=by).requirements.first()
    values, submission = activity_values(), uuid4()

    first, second = at_once(
        *[
            lambda: add_activity(
                requirement_id=requirement.pk,
                values=values,
                submission=submission,
                by=by,
                at=NOON,
            )
        ]
        * 2
    )

    assert first == second
    assert Activity.objects.count() == 1


@pytest.mark.usefixtures("shared_database")
def test_a_fact_is_settled_by_one_of_two():
    by = CoordinatorFactory()
    fact = DecisionFact.objects.filter(decision=DecisionFactory(by=by)).first()

    answers = at_once(*[lambda: remove_fact(fact_id=fact.pk, version=1, by=by, at=NOON)] * 2)

    assert sorted(type(answer).__name__ for answer in answers) == [
        "DecisionFact",
        "StaleVersionError",
    ]
