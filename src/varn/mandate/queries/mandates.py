"""Mandates, and what a mandate's page shows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.db.models import Count, F, OuterRef, QuerySet, Subquery, Window
from django.db.models.functions import Coalesce, RowNumber

from varn.directory.queries.organisations import display_name
from varn.mandate.choices import FactKind, FactState
from varn.mandate.models import (
    Activity,
    Assignment,
    CopyRecipient,
    DecisionFact,
    Grant,
    Mandate,
    Obligation,
    Requirement,
    Result,
)
from varn.mandate.queries.links import Tie, ties
from varn.mandate.queries.progress import Progress, RequirementRow, counted, progress
from varn.mandate.queries.work import has_evidence

SHOWN_ACTIVITIES = 3  # of each requirement; the requirement's own page has all
SHOWN_RESULTS = 8


def mandates() -> QuerySet[Mandate]:
    """Every mandate, the latest decision first."""
    return Mandate.objects.select_related("holder").order_by("-decided_on", "-pk")


def mandates_with_next_day(*, on: date) -> QuerySet[Mandate]:
    """Every mandate with its next due day."""
    ahead = Obligation.objects.filter(mandate=OuterRef("pk"), due_on__gte=on)
    return mandates().annotate(next_day=Subquery(ahead.order_by("due_on").values("due_on")[:1]))


def mandates_counted(*, on: date) -> QuerySet[Mandate]:
    """Every mandate with its next due day and how many requirements it holds."""
    held = Requirement.objects.filter(mandate=OuterRef("pk")).order_by().values("mandate")
    number = Subquery(held.annotate(number=Count("pk")).values("number"))
    return mandates_with_next_day(on=on).annotate(requirement_count=Coalesce(number, 0))


def mandates_by_next_day(*, on: date) -> QuerySet[Mandate]:
    """Every mandate, the one whose next day is nearest first; those without a day ahead last."""
    nearest = F("next_day").asc(nulls_last=True)
    return mandates_with_next_day(on=on).order_by(nearest, "-decided_on", "-pk")


def involved_authorities(mandate: Mandate) -> list[str]:
    """Names that the decision itself brings up: the holder and everybody on the copy list."""
    copies = mandate.copies.exclude(organisation=None).values_list("organisation__name", flat=True)
    holder = [mandate.holder.name] if mandate.holder else []
    return sorted({*holder, *copies})


@dataclass(frozen=True, kw_only=True)
class AssignmentPart:
    """An assignment with its requirements; no assignment means the whole mandate."""

    assignment: Assignment | None
    rows: Sequence[RequirementRow]


@dataclass(frozen=True, kw_only=True)
class CopyLine:
    """One line of the copy list with everybody it stands for."""

    line: str
    names: Sequence[str]

    @property
    def is_resolved(self) -> bool:
        return bool(self.names)


@dataclass(frozen=True, kw_only=True)
class MandatePage:
    """Everything that the page of a mandate shows."""

    mandate: Mandate
    parts: Sequence[AssignmentPart]
    progress: Progress
    obligations: Sequence[Obligation]
    grants: Sequence[Grant]
    results: Sequence[Result]
    copies: Sequence[CopyLine]
    ties: Sequence[Tie]
    consult: Sequence[str]

    @property
    def open_obligations(self) -> list[Obligation]:
        return [each for each in self.obligations if each.due_on is None]

    @property
    def unresolved_copies(self) -> list[CopyLine]:
        return [each for each in self.copies if not each.is_resolved]


def mandate_page(mandate_id: int) -> MandatePage:
    """A mandate with its assignments, work, days, money and recipients.

    Raises `Mandate.DoesNotExist`.
    """
    mandate = Mandate.objects.select_related("holder", "decision", "started_by").get(pk=mandate_id)
    how_far = progress(mandate)
    said = _texts(mandate, FactKind.CONSULT)
    return MandatePage(
        mandate=mandate,
        parts=_parts(mandate, how_far),
        progress=how_far,
        obligations=list(obligations(mandate)),
        grants=list(grants(mandate)),
        results=list(latest_results(mandate, at_most=SHOWN_RESULTS)),
        copies=_copies(mandate),
        ties=ties(mandate),
        consult=said[FactKind.CONSULT],
    )


def obligations(mandate: Mandate) -> QuerySet[Obligation]:
    """Obligations, nearest day first and the open ones last."""
    return mandate.obligations.order_by(F("due_on").asc(nulls_last=True), "number", "pk")


def obligations_from(mandate: Mandate, *, on: date) -> QuerySet[Obligation]:
    """Obligations whose day is still to come, nearest first."""
    return mandate.obligations.filter(due_on__gte=on).order_by("due_on", "number", "pk")


def grants(mandate: Mandate) -> QuerySet[Grant]:
    return mandate.grants.select_related("appropriation").order_by("year", "number", "pk")


def latest_results(mandate: Mandate, *, at_most: int) -> QuerySet[Result]:
    """The latest results with place and whether any file shows them."""
    of_mandate = Result.objects.filter(activity__requirement__mandate=mandate)
    latest = of_mandate.order_by("-occurred_on", "-pk").values("pk")[:at_most]
    found = Result.objects.filter(pk__in=latest).annotate(has_evidence=has_evidence())
    return found.select_related("place").order_by("-occurred_on", "-pk")


def _parts(mandate: Mandate, how_far: Progress) -> list[AssignmentPart]:
    activities = _first_activities(mandate)
    rows = defaultdict(list)
    for row in how_far.rows:
        rows[row.requirement.assignment_id].append(
            replace(row, activities=activities[row.requirement.pk])
        )
    assignments: list[Assignment | None] = list(mandate.assignments.order_by("number", "pk"))
    parts = [AssignmentPart(assignment=each, rows=rows[each.pk]) for each in assignments if each]
    whole = AssignmentPart(assignment=None, rows=rows[None])
    return [*parts, whole] if whole.rows else parts


def _first_activities(mandate: Mandate) -> Mapping[int, list[Activity]]:
    """The latest activities of each requirement, a few of each."""
    place = Window(
        RowNumber(), partition_by="requirement_id", order_by=(F("starts_on").desc(), F("pk").desc())
    )
    found = (
        Activity.objects.filter(requirement__mandate=mandate)
        .select_related("duty_bearer")
        .annotate(place=place)
        .filter(place__lte=SHOWN_ACTIVITIES)
        .order_by("requirement_id", "place", "pk")
    )
    counts = counted(Result.objects.filter(activity__in=[each.pk for each in found]), "activity")
    by_requirement: dict[int, list[Activity]] = defaultdict(list)
    for activity in found:
        activity.result_count = counts[activity.pk]  # type: ignore[attr-defined]
        by_requirement[activity.requirement_id].append(activity)
    return by_requirement


def _copies(mandate: Mandate) -> list[CopyLine]:
    rows: QuerySet[CopyRecipient] = (
        mandate.copies.select_related("organisation")
        .prefetch_related("organisation__names")
        .order_by("number", "pk")
    )
    return [
        CopyLine(
            line=line,
            names=[
                display_name(row.organisation, on=mandate.decided_on)
                for row in of_line
                if row.organisation
            ],
        )
        for line, of_line in groupby(rows, key=lambda row: row.line)
    ]


def _texts(mandate: Mandate, *kinds: FactKind) -> Mapping[str, list[str]]:
    """What the decision says of some kinds, in its own order."""
    facts = DecisionFact.objects.filter(decision=mandate.decision_id, kind__in=kinds)
    kept = facts.exclude(state=FactState.REMOVED).order_by("span_start", "position", "pk")
    texts: dict[str, list[str]] = defaultdict(list)
    for fact in kept:
        texts[fact.kind].append(fact.value["text"])
    return texts
