"""Decisions as lists and pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.db.models import Count, Q, QuerySet

from varn.directory.queries.recipients import Resolution, resolve_recipients
from varn.mandate.choices import DecisionKind, FactKind, FactState, Missing
from varn.mandate.models import Decision, DecisionFact
from varn.mandate.queries.facts import as_fact, facts_of
from varn.mandate.rules.segments import Segment, segments
from varn.mandate.rules.starting import decision_day, missing

GROUP_ORDER = tuple(FactKind)


def decisions() -> QuerySet[Decision]:
    """Every decision with its mandate, if started, and how many facts wait, latest first."""
    waiting = Count("facts", filter=Q(facts__state=FactState.PROPOSED))
    rows = Decision.objects.defer("text", "reading").select_related("mandate", "uploaded_by")
    return rows.annotate(waiting=waiting).order_by("-uploaded_at", "-pk")


def decisions_to_start() -> QuerySet[Decision]:
    """Assignments that were read but have not become a mandate."""
    return decisions().filter(mandate=None, kind=DecisionKind.ASSIGNMENT)


@dataclass(frozen=True, kw_only=True)
class ShownFact:
    """A fact with the words it stands on and, for a copy line, who that is."""

    fact: DecisionFact
    quote: str
    resolution: Resolution | None = None

    @property
    def needs_check(self) -> bool:
        """Whether a person should look twice before confirming."""
        return self.fact.is_open and bool(self.fact.doubt)


@dataclass(frozen=True, kw_only=True)
class FactGroup:
    """Facts of one kind, in the order of the text."""

    kind: FactKind
    facts: Sequence[ShownFact]

    @property
    def settled(self) -> int:
        return sum(not shown.fact.is_open for shown in self.facts)


@dataclass(frozen=True, kw_only=True)
class ReadingPage:
    """A decision with its text cut by its facts, and what must be settled."""

    decision: Decision
    groups: Sequence[FactGroup]
    pieces: Sequence[Segment]
    total: int
    to_check: int
    open_clear: int
    missing: Sequence[Missing]

    @property
    def clear(self) -> int:
        return self.total - self.to_check

    @property
    def is_assignment(self) -> bool:
        return self.decision.kind == DecisionKind.ASSIGNMENT

    @property
    def first_to_check(self) -> DecisionFact | None:
        shown = (shown for group in self.groups for shown in group.facts)
        return next((each.fact for each in shown if each.needs_check), None)


def reading_page(decision_id: int) -> ReadingPage:
    """A decision as it is read and checked.

    Raises `Decision.DoesNotExist`.
    """
    decision = Decision.objects.select_related("mandate", "uploaded_by").get(pk=decision_id)
    facts = sorted(facts_of(decision), key=lambda fact: GROUP_ORDER.index(FactKind(fact.kind)))
    kept = [fact for fact in facts if fact.state != FactState.REMOVED]
    to_check = sum(fact.is_open and bool(fact.doubt) for fact in kept)
    return ReadingPage(
        decision=decision,
        groups=_groups(decision, facts),
        pieces=_pieces(decision, kept),
        total=len(kept),
        to_check=to_check,
        open_clear=sum(fact.is_open for fact in kept) - to_check,
        missing=missing(DecisionKind(decision.kind), [as_fact(fact) for fact in kept]),
    )


def _pieces(decision: Decision, facts: Sequence[DecisionFact]) -> list[Segment]:
    """The text as it is shown: empty lines before the first word take no room."""
    places = [(fact.pk, fact.span) for fact in facts if fact.span]
    pieces = segments(decision.text, places)
    return [replace(pieces[0], text=pieces[0].text.lstrip()), *pieces[1:]] if pieces else []


def _groups(decision: Decision, facts: Sequence[DecisionFact]) -> list[FactGroup]:
    resolved = _resolved(facts)
    return [
        FactGroup(
            kind=kind,
            facts=[
                ShownFact(
                    fact=fact,
                    quote=decision.text[slice(*fact.span)] if fact.span else "",
                    resolution=resolved.get(fact.pk),
                )
                for fact in of_kind
            ],
        )
        for kind, of_kind in groupby(facts, key=lambda fact: FactKind(fact.kind))
    ]


def _resolved(facts: Sequence[DecisionFact]) -> dict[int, Resolution]:
    """Who each copy line stands for by the names of the decision's day, once the day is known."""
    copies = [fact for fact in facts if fact.kind == FactKind.COPY]
    day = decision_day([as_fact(fact) for fact in facts if fact.state != FactState.REMOVED])
    if not copies or day is None:
        return {}
    found = resolve_recipients([fact.value["text"] for fact in copies], on=day)
    return {fact.pk: each for fact, each in zip(copies, found, strict=True)}
