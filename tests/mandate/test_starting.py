import pytest

from tests.mandate.factories import (
    NOON,
    CoordinatorFactory,
    DecisionFactory,
    settle,
)
from varn.mandate.actions import start_mandate

pytestmark = pytest.mark.django_db


def test_a_settled_decision_becomes_a_mandate():
    decision = settle(DecisionFactory())

    mandate = start_mandate(decision_id=decision.pk, by=CoordinatorFactory(), at=NOON)
