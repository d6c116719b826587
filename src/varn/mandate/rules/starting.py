"""From settled facts to a mandate: what it will hold, and what is missing before it can start."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from varn.mandate.choices import DecisionKind, FactKind, Missing
from varn.mandate.rules.proposals import Span, Value
from varn.mandate.rules.standing import overlap

ORE_PER_KRONA = 100
NEEDED = {
    FactKind.REGISTRY_NUMBER: Missing.REGISTRY_NUMBER,
    FactKind.TITLE: Missing.TITLE,
    FactKind.DECIDED_ON: Missing.DECIDED_ON,
    FactKind.ASSIGNMENT: Missing.ASSIGNMENT,
}
ONE_ONLY = {
    FactKind.REGISTRY_NUMBER: Missing.ONE_REGISTRY_NUMBER,
    FactKind.TITLE: Missing.ONE_TITLE,
    FactKind.DECIDED_ON: Missing.ONE_DECIDED_ON,
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with its value, whether or not somebody has settled it."""

    kind: FactKind
    position: int
    value: Value
    span: Span
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class DraftRequirement:
    """A sentence that obliges; the assignment's new number, None for the whole mandate."""

    assignment: int | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that a mandate is made of."""

    registry_number: str
    is_partly: bool
    title: str
    decided_on: date
    protocol_number: str
    department: str
    holder_name: str
    report_to: str
    assignments: tuple[Fact, ...]
    requirements: tuple[DraftRequirement, ...]
    obligations: tuple[Fact, ...]
    grants: tuple[Fact, ...]
    appropriations: tuple[Fact, ...]
    copies: tuple[Fact, ...]


def missing(kind: DecisionKind, facts: Iterable[Fact]) -> list[Missing]:
    """What must be settled before the mandate can start, given the facts that are not removed."""
    if kind != DecisionKind.ASSIGNMENT:
        return [Missing.IS_ASSIGNMENT]
    facts = list(facts)
    kinds = [fact.kind for fact in facts]
    found = [need for kind, need in NEEDED.items() if kind not in kinds]
    found += [need for kind, need in ONE_ONLY.items() if kinds.count(kind) > 1]
    if any(fact.is_open for fact in facts):
        found.append(Missing.CHECK)
    return found


def draft(facts: Sequence[Fact]) -> Draft:
    """The mandate that complete facts make. Ask `missing` first."""
    assignments = _of(facts, FactKind.ASSIGNMENT)
    (registry,) = _of(facts, FactKind.REGISTRY_NUMBER)
    (decided_on,) = _of(facts, FactKind.DECIDED_ON)
    return Draft(
        registry_number=registry.value["text"],
        is_partly=bool(registry.value.get("partly")),
        title=_text(facts, FactKind.TITLE),
        decided_on=date.fromisoformat(decided_on.value["day"]),
        protocol_number=_text(facts, FactKind.PROTOCOL_NUMBER),
        department=_text(facts, FactKind.DEPARTMENT),
        holder_name=_text(facts, FactKind.RECIPIENT),
        report_to=_text(facts, FactKind.REPORT_TO),
        assignments=assignments,
        requirements=_requirements(facts, assignments),
        obligations=_of(facts, FactKind.OBLIGATION),
        grants=_of(facts, FactKind.GRANT),
        appropriations=_of(facts, FactKind.APPROPRIATION),
        copies=_of(facts, FactKind.COPY),
    )


def decision_day(facts: Iterable[Fact]) -> date | None:
    """The first day of decision among the facts, confirmed or not."""
    days = [fact.value["day"] for fact in facts if fact.kind == FactKind.DECIDED_ON]
    return date.fromisoformat(days[0]) if days else None


def ore(kronor: int) -> int:
    return kronor * ORE_PER_KRONA


def _of(facts: Iterable[Fact], kind: FactKind) -> tuple[Fact, ...]:
    """Facts of a kind in the order of the text."""
    chosen = [fact for fact in facts if fact.kind == kind]
    return tuple(sorted(chosen, key=lambda fact: (fact.span, fact.position)))


def _text(facts: Iterable[Fact], kind: FactKind) -> str:
    return ", ".join(fact.value["text"] for fact in _of(facts, kind))


def _requirements(
    facts: Iterable[Fact], assignments: Sequence[Fact]
) -> tuple[DraftRequirement, ...]:
    """What obliges, in the order of the text, under the assignments' new numbers.

    An assignment obliges by itself; the sentences below spell it out. Only where a sentence is the
    assignment's own is it not said twice. A sentence whose assignment was removed obliges the
    whole.
    """
    numbers = {fact.position: number for number, fact in enumerate(assignments, start=1)}
    sentences = [
        DraftRequirement(numbers.get(fact.value["assignment"]), fact.value["text"], fact.span)
        for fact in _of(facts, FactKind.REQUIREMENT)
    ]
    themselves = [
        DraftRequirement(number, fact.value["text"], fact.span)
        for number, fact in enumerate(assignments, start=1)
        if not any(overlap(fact.span, each.span) for each in sentences)
    ]
    return tuple(sorted([*sentences, *themselves], key=lambda each: each.span))
