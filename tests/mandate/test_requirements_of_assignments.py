"""Every assignment has something that activities can stand under."""

import pytest

from tests.mandate.factories import ActivityFactory, MandateFactory, ResultFactory
from varn.mandate.choices import FactKind
from varn.mandate.queries.progress import standing_of
from varn.mandate.rules.standing import is_formal
from varn.mandate.rules.starting import Fact, draft

BARE = {"text": "S2030/1", "partly": False}


def facts(*found):
    needed = [
        Fact(FactKind.REGISTRY_NUMBER, 1, BARE, (0, 7)),
        Fact(FactKind.TITLE, 1, {"text": "Uppdrag"}, (8, 15)),
        Fact(FactKind.DECIDED_ON, 1, {"day": "2030-01-02"}, (16, 26)),
    ]
    return [*needed, *found]


def assignment(position, text, span):
    return Fact(FactKind.ASSIGNMENT, position, {"text": text}, span)


def requirement(assignment, text, span):
    return Fact(FactKind.REQUIREMENT, 1, {"assignment": assignment, "text": text}, span)


def test_an_assignment_that_nothing_spells_out_is_a_requirement_itself():
    plan = draft(facts(assignment(1, "att lämna förslag", (30, 47))))

    assert [(each.assignment, each.text) for each in plan.requirements] == [
        (1, "att lämna förslag")
    ]


def test_an_assignment_stands_beside_the_sentences_that_spell_it_out():
    sentence = requirement(1, "Myndigheten ska samråda med barn.", (50, 83))

    plan = draft(facts(assignment(1, "att lämna förslag", (30, 47)), sentence))

    assert [each.text for each in plan.requirements] == [
        "att lämna förslag",
        "Myndigheten ska samråda med barn.",
    ]


def test_a_sentence_that_is_the_assignment_is_not_said_twice():
    sentence = requirement(1, "Myndigheten ska lämna förslag.", (30, 60))

    plan = draft(facts(assignment(1, "ska lämna förslag", (42, 59)), sentence))

    assert [each.text for each in plan.requirements] == ["Myndigheten ska lämna förslag."]


def test_a_sentence_about_a_day_alone_spells_no_assignment_out():
    due = {"kind": "final_report", "due_on": "2030-12-01", "addressee": "", "text": "…"}
    told = requirement(1, "Uppdraget ska redovisas senast den 1 december 2030.", (50, 101))

    plan = draft(
        facts(
            assignment(1, "att lämna förslag", (30, 47)),
            told,
            Fact(FactKind.OBLIGATION, 1, due, (50, 101)),
        )
    )

    assert [each.text for each in plan.requirements] == ["att lämna förslag", told.value["text"]]


def test_the_assignments_own_sentence_asks_for_work_although_it_names_a_day():
    text = "att till och med den 31 december 2030 samordna arbetet"

    assert not is_formal(text, (0, 54), [(0, 54)], assignment=text)


@pytest.mark.django_db
def test_the_assignment_itself_is_carried_by_the_sentences_that_spell_it_out():
    mandate = MandateFactory()
    sentence = mandate.requirements.get(text__contains="sprida kunskap om metoder")
    own = mandate.requirements.get(text=sentence.assignment.text)

    before = standing_of(own)
    ResultFactory(activity=ActivityFactory(requirement=sentence), with_evidence=True)
    after = standing_of(own)

    assert before.lacks_activity
    assert not before.may_be_met
    assert after.has_evidence
    assert after.may_be_met
    assert after.activity_count == 0
