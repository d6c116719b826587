"""The facts of a decision, as they stand."""

from django.db.models import QuerySet

from varn.mandate.choices import FactKind, FactState
from varn.mandate.models import Decision, DecisionFact
from varn.mandate.rules.starting import Fact

NO_PLACE = (0, 0)  # known from elsewhere; nothing of the mandate quotes it


def facts_of(decision: Decision) -> QuerySet[DecisionFact]:
    """Every fact with who settled it, in the order of the text within each kind."""
    facts = DecisionFact.objects.filter(decision=decision).select_related("decided_by")
    return facts.order_by("kind", "span_start", "position", "pk")


def starting_facts(decision: Decision) -> list[Fact]:
    """The facts that count towards a mandate: all but the removed."""
    return [as_fact(each) for each in facts_of(decision) if each.state != FactState.REMOVED]


def assignments_of(decision: Decision) -> list[tuple[int, str]]:
    """The decision's assignments as a requirement refers to them: position and words."""
    found = DecisionFact.objects.filter(decision=decision, kind=FactKind.ASSIGNMENT)
    kept = found.exclude(state=FactState.REMOVED).order_by("position", "pk")
    return [(fact.position, fact.value["text"]) for fact in kept]


def as_fact(stored: DecisionFact) -> Fact:
    return Fact(
        kind=FactKind(stored.kind),
        position=stored.position,
        value=stored.value,
        span=stored.span or NO_PLACE,
        is_open=stored.is_open,
    )
