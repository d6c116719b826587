from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from tests.mandate.factories import (
    NOON,
    ActivityFactory,
    CoordinatorFactory,
    DecisionFactory,
    MandateFactory,
    ResultFactory,
)
from varn.mandate.models import DecisionFact

pytestmark = pytest.mark.django_db


def refused(queryset, **changes):
    try:
        with transaction.atomic():
            queryset.update(**changes)
            connection.check_constraints()
    except DatabaseError as error:
        return str(error)
    return "nothing was refused"


def test_a_fact_is_settled_by_somebody_or_by_nobody():
    facts = DecisionFact.objects.filter(decision=DecisionFactory())

    assert "settled_by_somebody" in refused(facts, state="confirmed")
    assert "span_in_order" in refused(facts, span_end=0)
    assert "span_start_and_span_end" in refused(facts, span_end=None)
    assert "stands_in_the_text" in refused(facts, span_start=None, span_end=None)
    assert "doubt_is_known" in refused(facts, doubt="perhaps")


def test_a_mandate_keeps_its_number_and_title():
    mandate = MandateFactory()
    itself = type(mandate).objects.filter(pk=mandate.pk)

    assert "registry_number" in refused(itself, registry_number="")
    assert "title" in refused(itself, title="")


def test_a_requirement_belongs_to_an_assignment_of_its_own_mandate():
    mandate, other = MandateFactory(), MandateFactory()

    said = refused(mandate.requirements, assignment=other.assignments.first())

    assert "assignment_of_same_mandate" in said


def test_a_grants_appropriation_is_of_its_own_mandate():
    mandate, other = MandateFactory(), MandateFactory()

    said = refused(mandate.grants, appropriation=other.appropriations.first())

    assert "appropriation_of_same_mandate" in said


def test_an_obligation_has_a_day_or_a_reason():
    obligations = MandateFactory().obligations

    assert "day_or_reason" in refused(obligations, due_on=None)
    assert "day_or_reason" in refused(obligations, open_reason="day_not_stated")


def test_money_is_positive_and_its_year_possible():
    grants = MandateFactory().grants

    assert "positive" in refused(grants, amount_ore=0)
    assert "year" in refused(grants, year=14)


def test_a_copy_line_is_resolved_or_says_why_not():
    assert "organisation_or_reason" in refused(MandateFactory().copies, unresolved_reason="")


def test_an_activity_ends_after_it_starts_and_is_never_completed_unassessed():
    activity = ActivityFactory()
    itself = type(activity).objects.filter(pk=activity.pk)

    assert "starts_on_before_ends_on" in refused(itself, ends_on=date(2014, 2, 1))
    assert "end_is_told" in refused(itself, state="finished")
    assert "no child-rights" in refused(itself, state="completed")
    assert "has_title" in refused(itself, responsible="")


def test_a_result_comes_after_the_decision():
    result = ResultFactory()
    itself = type(result).objects.filter(pk=result.pk)

    assert "before the decision" in refused(itself, occurred_on=date(2014, 2, 19))


def test_evidence_has_its_hash_and_size():
    evidence = ResultFactory(with_evidence=True).evidence

    assert "sha256_form" in refused(evidence, sha256="x")
    assert "has_size" in refused(evidence, size=0)


def test_a_requirement_is_not_met_for_a_reason():
    requirements = type(ActivityFactory().requirement).objects.all()
    by = {"judged_by": CoordinatorFactory(), "judged_at": NOON}

    assert "not_met_because" in refused(requirements, judgement="not_met", **by)
    assert "not_met_because" in refused(requirements, judgement="met")
    assert "judged_by_and_judged_at" in refused(requirements, judged_at=NOON)


def test_an_obligation_is_done_with_its_document():
    obligations = MandateFactory().obligations

    assert "fulfilled_at_and_document" in refused(
        obligations, fulfilled_at=NOON, fulfilled_by=CoordinatorFactory()
    )
