"""Settling the facts of a decision one by one, until it can become a mandate."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Max

from varn.audit.actions import record
from varn.mandate.actions.errors import AlreadyStartedError, QuoteNotFoundError, StaleVersionError
from varn.mandate.choices import KNOWN_FROM_ELSEWHERE, FactKind, FactState, MandateEvent
from varn.mandate.models import Decision, DecisionFact, Mandate
from varn.mandate.rules.proposals import Span, Value
from varn.mandate.rules.quoting import locate

if TYPE_CHECKING:
    from varn.accounts.models import User

SENTENCES = (FactKind.ASSIGNMENT, FactKind.REQUIREMENT, FactKind.OBLIGATION)


@transaction.atomic
def confirm_fact(*, fact_id: int, version: int, by: "User", at: datetime) -> DecisionFact:
    """Say that a fact holds as it stands; a removed one comes back."""
    fact = _fact_to_settle(fact_id, version)
    is_as_proposed = fact.value == fact.proposed
    fact.state = FactState.CONFIRMED if is_as_proposed else FactState.CORRECTED
    if fact.proposed is None:
        fact.state = FactState.ADDED
    return _settled(fact, MandateEvent.FACT_CONFIRMED, by, at)


@transaction.atomic
def correct_fact(
    *, fact_id: int, value: Value, version: int, by: "User", at: datetime
) -> DecisionFact:
    """Give a fact another value. A sentence must stand in the decision, and its place follows.

    Raises `QuoteNotFoundError` for a sentence that doesn't.
    """
    fact = _fact_to_settle(fact_id, version)
    fact.span_start, fact.span_end = _place(fact, value) or (None, None)
    fact.value = value
    fact.state = FactState.CORRECTED if fact.proposed is not None else FactState.ADDED
    return _settled(fact, MandateEvent.FACT_CORRECTED, by, at)


@transaction.atomic
def remove_fact(*, fact_id: int, version: int, by: "User", at: datetime) -> DecisionFact:
    """Say that the decision doesn't say this. The fact is kept, and can be brought back."""
    fact = _fact_to_settle(fact_id, version)
    fact.state = FactState.REMOVED
    return _settled(fact, MandateEvent.FACT_REMOVED, by, at)


@transaction.atomic
def add_fact(
    *, decision_id: int, kind: FactKind, value: Value, quote: str, by: "User", at: datetime
) -> DecisionFact:
    """Add a fact that the rules missed, with the words of the decision that it stands on.

    Without a quote the value itself is looked for, and what a person may know from elsewhere
    needs none. The same words and value again return the fact that was added first.
    Raises `QuoteNotFoundError`.
    """
    decision = _decision_to_settle(decision_id)
    words = quote or value.get("text", "")
    span = locate(decision.text, words)
    if span is None and (quote or kind not in KNOWN_FROM_ELSEWHERE):
        raise QuoteNotFoundError(words)
    start, end = span or (None, None)
    of_kind = DecisionFact.objects.filter(decision=decision, kind=kind)
    same = of_kind.filter(value=value, span_start=start, state=FactState.ADDED).first()
    if same:
        return same
    last = of_kind.aggregate(last=Max("position"))["last"] or 0
    fact = DecisionFact.objects.create(
        decision=decision,
        kind=kind,
        position=last + 1,
        value=value,
        span_start=start,
        span_end=end,
        state=FactState.ADDED,
        decided_by=by,
        decided_at=at,
    )
    _record(MandateEvent.FACT_ADDED, fact, by, at)
    return fact


@transaction.atomic
def confirm_all_clear_facts(*, decision_id: int, by: "User", at: datetime) -> int:
    """Confirm every fact that nothing speaks against; return how many."""
    decision = _decision_to_settle(decision_id)
    clear = DecisionFact.objects.filter(decision=decision, state=FactState.PROPOSED, doubt="")
    count = clear.update(
        state=FactState.CONFIRMED, decided_by=by, decided_at=at, version=F("version") + 1
    )
    if count:
        details = {"facts": count}
        record(MandateEvent.CLEAR_FACTS_CONFIRMED, subject=decision, by=by, at=at, details=details)
    return count


def _decision_to_settle(decision_id: int) -> Decision:
    decision = Decision.objects.select_for_update().get(pk=decision_id)
    if mandate := Mandate.objects.filter(decision=decision).first():
        raise AlreadyStartedError(mandate)
    return decision


def _fact_to_settle(fact_id: int, version: int) -> DecisionFact:
    decision_id = DecisionFact.objects.values_list("decision_id", flat=True).get(pk=fact_id)
    _decision_to_settle(decision_id)
    fact = DecisionFact.objects.select_related("decision", "decided_by").get(pk=fact_id)
    if fact.version != version:
        raise StaleVersionError(fact)
    return fact


def _place(fact: DecisionFact, value: Value) -> Span | None:
    """Where the corrected words stand; a name or number written otherwise keeps its place."""
    old = fact.span
    text = value.get("text")
    if text is None or text == fact.value.get("text"):
        return old
    found = locate(fact.decision.text, text)
    if found is None and fact.kind in SENTENCES:
        raise QuoteNotFoundError(text)
    return found or old


def _settled(fact: DecisionFact, event: MandateEvent, by: "User", at: datetime) -> DecisionFact:
    fact.decided_by, fact.decided_at = by, at
    fact.version += 1
    fact.save()
    _record(event, fact, by, at)
    return fact


def _record(event: MandateEvent, fact: DecisionFact, by: "User", at: datetime) -> None:
    details = {"kind": fact.kind, "value": fact.value, "decision": fact.decision_id}
    record(event, subject=fact, by=by, at=at, details=details)
