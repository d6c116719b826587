from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.mandate.factories import (
    LETTER,
    NOON,
    CoordinatorFactory,
    DecisionFactory,
    MandateFactory,
    settle,
)
from varn.audit.models import Entry
from varn.directory.actions import load_directory
from varn.mandate.actions import (
    AlreadyStartedError,
    NotCompleteError,
    RegistryNumberTakenError,
    add_fact,
    confirm_fact,
    correct_fact,
    remove_fact,
    start_mandate,
)
from varn.mandate.choices import FactKind, Missing
from varn.mandate.models import DecisionFact, Mandate

pytestmark = pytest.mark.django_db


def start(decision):
    return start_mandate(decision_id=decision.pk, by=CoordinatorFactory(), at=NOON)


def fact_of(decision, kind):
    return DecisionFact.objects.filter(decision=decision, kind=kind).order_by("position").first()


def remove(fact):
    return remove_fact(fact_id=fact.pk, version=fact.version, by=CoordinatorFactory(), at=NOON)


def test_a_settled_decision_becomes_a_mandate():
    mandate = start(settle(DecisionFactory(number=1695)))

    assert mandate.registry_number == "S2014/1695/FST"
    assert mandate.is_partly
    assert mandate.decided_on == date(2014, 2, 20)
    assert mandate.assignments.count() == 2
    assert mandate.grants.get().amount_ore == 3_000_000_00
    assert mandate.grants.get().appropriation.item == "4"
    assert Entry.objects.filter(event="mandate.mandate.started").count() == 1


def test_a_mandate_starts_once():
    mandate = MandateFactory()

    with pytest.raises(AlreadyStartedError) as refused:
        start(mandate.decision)

    assert refused.value.mandate == mandate
    assert Mandate.objects.count() == 1


def test_facts_no_longer_change_once_the_mandate_has_started():
    fact = fact_of(MandateFactory().decision, FactKind.TITLE)

    with pytest.raises(AlreadyStartedError):
        remove(fact)


def test_an_unchecked_fact_holds_the_start_back():
    decision = DecisionFactory()

    with pytest.raises(NotCompleteError) as refused:
        start(decision)

    assert Missing.CHECK in refused.value.missing


@pytest.mark.parametrize(
    ("kind", "lacking"),
    [
        (FactKind.REGISTRY_NUMBER, Missing.REGISTRY_NUMBER),
        (FactKind.TITLE, Missing.TITLE),
        (FactKind.DECIDED_ON, Missing.DECIDED_ON),
        (FactKind.ASSIGNMENT, Missing.ASSIGNMENT),
    ],
)
def test_what_is_missing_is_named(kind, lacking):
    decision = settle(DecisionFactory())
    for fact in DecisionFact.objects.filter(decision=decision, kind=kind):
        remove(fact)

    with pytest.raises(NotCompleteError) as refused:
        start(decision)

    assert refused.value.missing == (lacking,)


def test_two_registry_numbers_are_one_too_many():
    decision = settle(DecisionFactory())
    add_fact(
        decision_id=decision.pk,
        kind=FactKind.REGISTRY_NUMBER,
        value={"text": "S2014/9/FST", "partly": False},
        quote="II:5",
        by=CoordinatorFactory(),
        at=NOON,
    )

    with pytest.raises(NotCompleteError) as refused:
        start(decision)

    assert refused.value.missing == (Missing.ONE_REGISTRY_NUMBER,)


def test_a_registry_number_belongs_to_one_mandate():
    MandateFactory(number=7)
    text = LETTER.format(number=7).replace("glass", "is") + "\n"

    with pytest.raises(RegistryNumberTakenError):
        start(settle(DecisionFactory(text=text)))


def test_a_requirement_of_a_removed_assignment_obliges_the_whole_mandate():
    decision = settle(DecisionFactory())
    remove(fact_of(decision, FactKind.ASSIGNMENT))

    mandate = start(decision)

    assert [each.number for each in mandate.assignments.all()] == [1]
    assert not mandate.requirements.filter(
        text__contains="sprida kunskap", assignment__isnull=False
    ).exists()


def test_a_removed_fact_can_be_brought_back():
    decision = settle(DecisionFactory())
    fact = remove(fact_of(decision, FactKind.TITLE))

    back = confirm_fact(fact_id=fact.pk, version=fact.version, by=CoordinatorFactory(), at=NOON)

    assert back.state == "confirmed"
    assert start(decision).title == fact.value["text"]


def test_a_corrected_title_is_the_one_that_counts():
    decision = settle(DecisionFactory())
    fact = fact_of(decision, FactKind.TITLE)

    correct_fact(
        fact_id=fact.pk, value={"text": "Nytt"}, version=2, by=CoordinatorFactory(), at=NOON
    )

    fact.refresh_from_db()
    assert fact.proposed != fact.value
    assert start(decision).title == "Nytt"


def test_the_copy_list_is_resolved_by_the_names_of_the_day():
    load_directory(at=NOON)
    text = LETTER.format(number=5).replace(
        "Föreningen Finns Inte", "Samtliga länsstyrelser\nRikspolisstyrelsen\nFöreningen Finns Inte"
    )

    mandate = MandateFactory(text=text)

    lines = [copy.line for copy in mandate.copies.all()]
    unresolved = mandate.copies.get(organisation=None)
    assert lines.count("Samtliga länsstyrelser") == 21
    assert mandate.holder.name == "Länsstyrelsen i Stockholms län"
    assert mandate.copies.filter(line="Rikspolisstyrelsen", organisation__isnull=False).count() == 1
    assert (unresolved.line, unresolved.unresolved_reason) == ("Föreningen Finns Inte", "unknown")


SENTENCES = st.lists(
    st.sampled_from(
        [
            "Länsstyrelsen i Stockholms län ska sprida kunskap till kommuner.",
            "Arbetet ska ske i dialog med\nberörda myndigheter.",
            "Länsstyrelsen bör samråda med Socialstyrelsen.",
            "Uppdraget ska redovisas senast den 1 mars 2015.",
            "Regeringen anser att frågan är viktig.",
        ]
    ),
    min_size=1,
    max_size=8,
    unique=True,
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(sentences=SENTENCES, number=st.integers(10_000, 99_999))
def test_every_requirement_keeps_its_sentence(sentences, number):
    marker = "Närmare om uppdraget\n"
    text = LETTER.format(number=number).replace(marker, marker + "\n" + "\n\n".join(sentences))
    if Mandate.objects.filter(registry_number=f"S2014/{number}/FST").exists():
        return

    mandate = MandateFactory(text=text)

    kept = mandate.decision.text
    for row in [*mandate.requirements.all(), *mandate.obligations.all()]:
        assert row.text.split() == kept[row.span_start : row.span_end].split()
