"""How far each requirement of a mandate has come, and what has been said of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from varn.mandate.choices import Judgement, RequirementStanding
from varn.mandate.models import Activity, Mandate, Obligation, Requirement, Result
from varn.mandate.rules.proposals import Span
from varn.mandate.rules.standing import is_formal, may_be_met, obligations_in, standing


@dataclass(frozen=True, kw_only=True)
class RequirementRow:
    """A requirement with how far it has come, what was judged and its latest activities."""

    requirement: Requirement
    activity_count: int
    result_count: int
    evidence_count: int  # results that have evidence
    standing: RequirementStanding
    is_formal: bool = False
    carried_evidence: int = 0  # of the sentences that spell the assignment out
    obligations: Sequence[Obligation] = ()  # what a formal requirement asks to be sent
    activities: Sequence[Activity] = ()

    @property
    def judgement(self) -> Judgement | None:
        return Judgement(self.requirement.judgement) if self.requirement.judgement else None

    @property
    def because(self) -> str:
        return self.requirement.because

    @property
    def words(self) -> str:
        """The state as people say it: what was judged, else how far it has come."""
        return str((self.judgement or self.standing).label)

    @property
    def is_judged(self) -> bool:
        return self.judgement is not None

    @property
    def may_be_met(self) -> bool:
        done = [each.fulfilled_at is not None for each in self.obligations]
        evidence = self.evidence_count + self.carried_evidence
        return may_be_met(evidence=evidence, is_formal=self.is_formal, done=done)

    @property
    def is_assignment(self) -> bool:
        """Whether it is the assignment itself; the sentences under it carry it too."""
        assignment = self.requirement.assignment
        return assignment is not None and assignment.text == self.requirement.text

    @property
    def has_evidence(self) -> bool:
        return self.standing == RequirementStanding.EVIDENCE

    @property
    def lacks_activity(self) -> bool:
        """Whether somebody still has to plan something: nothing is planned and nothing judged."""
        return self.standing == RequirementStanding.NO_ACTIVITY and not self.is_judged

    @property
    def more_activities(self) -> int:
        return self.activity_count - len(self.activities)


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How many of the requirements have come how far, and how many are met."""

    rows: Sequence[RequirementRow]

    @property
    def to_work_on(self) -> list[RequirementRow]:
        return [row for row in self.rows if row.standing != RequirementStanding.FORMAL]

    @property
    def with_evidence(self) -> int:
        return sum(row.has_evidence for row in self.rows)

    @property
    def total(self) -> int:
        return len(self.to_work_on)

    @property
    def met(self) -> int:
        return sum(row.judgement == Judgement.MET for row in self.rows)

    @property
    def not_met(self) -> int:
        return sum(row.judgement == Judgement.NOT_MET for row in self.rows)

    @property
    def open(self) -> int:
        """Requirements of which nobody has said yet whether they are met."""
        return len(self.rows) - self.met - self.not_met

    @property
    def without_activity(self) -> list[RequirementRow]:
        return [row for row in self.rows if row.lacks_activity]

    @property
    def without_evidence(self) -> list[RequirementRow]:
        return [
            row
            for row in self.to_work_on
            if row.activity_count and not row.has_evidence and not row.is_judged
        ]

    @property
    def to_judge(self) -> list[RequirementRow]:
        """Requirements that could be called met, but nobody has."""
        return [row for row in self.rows if not row.is_judged and _is_ripe(row)]


def progress(mandate: Mandate) -> Progress:
    """Every requirement with its standing, in the order of the decision; six queries."""
    found = mandate.requirements.select_related("assignment", "judged_by")
    return Progress(rows=_rows(mandate, found.order_by("number", "pk")))


def standing_of(requirement: Requirement) -> RequirementRow:
    """One requirement as its mandate's page shows it, without its activities."""
    rows = progress(requirement.mandate).rows
    return next(row for row in rows if row.requirement.pk == requirement.pk)


def _is_ripe(row: RequirementRow) -> bool:
    return row.has_evidence or (bool(row.obligations) and row.may_be_met)


def _rows(mandate: Mandate, requirements: QuerySet[Requirement]) -> list[RequirementRow]:
    wanted = list(requirements)
    keys = [each.pk for each in wanted]
    activities = counted(Activity.objects.filter(requirement__in=keys), "requirement")
    results = _results(keys)
    counts = _Counts(
        of_assignment=_by_assignment(wanted),
        activities=activities,
        results=defaultdict(int, {key: number for key, number, _shown in results}),
        evidence=defaultdict(int, {key: shown for key, _number, shown in results}),
        obligations=list(mandate.obligations.order_by("number", "pk")),
        money=_spans_of_money(mandate),
    )
    return [_row(each, counts) for each in wanted]


def _results(requirements: Sequence[int]) -> list[tuple[int, int, int]]:
    """By requirement: how many results there are, and how many of them a file shows."""
    found = Result.objects.filter(activity__requirement__in=requirements)
    counts = Count("pk", distinct=True), Count("evidence__result", distinct=True)
    rows = found.values_list("activity__requirement").annotate(*counts)
    return list(rows.order_by("activity__requirement"))


@dataclass(frozen=True, kw_only=True)
class _Counts:
    """What is known of a mandate's work, days and money before its rows are made."""

    of_assignment: Mapping[int, Sequence[int]]
    activities: Mapping[int, int]
    results: Mapping[int, int]
    evidence: Mapping[int, int]
    obligations: Sequence[Obligation]
    money: Sequence[Span]

    def siblings(self, requirement: Requirement) -> Sequence[int]:
        """The other requirements of the same assignment."""
        of_same = self.of_assignment.get(requirement.assignment_id or 0, ())
        return [each for each in of_same if each != requirement.pk]


def _row(requirement: Requirement, known: _Counts) -> RequirementRow:
    assignment = requirement.assignment.text if requirement.assignment else ""
    span = (requirement.span_start, requirement.span_end)
    days = [((each.span_start, each.span_end), each.kind) for each in known.obligations]
    elsewhere = [*(place for place, _kind in days), *known.money]
    formal = is_formal(requirement.text, span, elsewhere, assignment=assignment)
    places = obligations_in(requirement.text, span, days) if formal else ()
    key = requirement.pk
    carried_by = known.siblings(requirement) if requirement.text == assignment else ()
    with_those = (key, *carried_by)
    return RequirementRow(
        requirement=requirement,
        activity_count=known.activities[key],
        result_count=known.results[key],
        evidence_count=known.evidence[key],
        standing=standing(
            activities=sum(known.activities[each] for each in with_those),
            results=sum(known.results[each] for each in with_those),
            evidence=sum(known.evidence[each] for each in with_those),
            is_formal=formal,
        ),
        is_formal=formal,
        carried_evidence=sum(known.evidence[each] for each in carried_by),
        obligations=[known.obligations[place] for place in places],
    )


def counted(rows: "QuerySet[Activity] | QuerySet[Result]", by: str) -> Mapping[int, int]:
    """How many rows there are by what they belong to; what has none counts as zero."""
    pairs = rows.values_list(by).annotate(Count("pk")).order_by(by)
    return defaultdict(int, dict(pairs))


def _by_assignment(requirements: Sequence[Requirement]) -> Mapping[int, Sequence[int]]:
    keys: dict[int, list[int]] = defaultdict(list)
    for each in requirements:
        if each.assignment_id is not None:
            keys[each.assignment_id].append(each.pk)
    return keys


def _spans_of_money(mandate: Mandate) -> list[Span]:
    places = ("span_start", "span_end")
    return [*mandate.grants.values_list(*places), *mandate.appropriations.values_list(*places)]
