import pytest

from varn.desk.choices import Step
from varn.desk.rules.places import tone
from varn.desk.rules.steps import Situation, next_step

FULL = {
    "mandate": 1,
    "obligation": 2,
    "days_to_obligation": 16,
    "requirement_without_activity": 3,
    "activity_without_result": 4,
    "result_without_evidence": 5,
}


@pytest.mark.parametrize(
    ("changes", "step", "subject"),
    [
        ({"days_to_obligation": 14}, Step.SEE_OBLIGATION, 2),
        ({}, Step.ADD_ACTIVITY, 3),
        ({"requirement_without_activity": None}, Step.RECORD_RESULT, 4),
        (
            {"requirement_without_activity": None, "activity_without_result": None},
            Step.ADD_EVIDENCE,
            5,
        ),
        ({"mandate": None, "decision_to_check": 9}, Step.CHECK_DECISION, 9),
        ({"mandate": None}, Step.READ_DECISION, None),
    ],
)
def test_the_most_urgent_step_is_suggested(changes, step, subject):
    suggestion = next_step(Situation(**FULL | changes))

    assert (suggestion.step, suggestion.subject) == (step, subject)


def test_when_nothing_is_missing_the_mandate_is_shown():
    assert next_step(Situation(mandate=1)).step == Step.SEE_MANDATE


def test_a_county_is_coloured_by_its_results():
    assert [tone(n) for n in (0, 1, 3, 10)] == ["none", "low", "middle", "high"]
