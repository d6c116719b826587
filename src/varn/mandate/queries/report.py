"""Everything that a final report needs of one mandate."""

from django.db.models import Prefetch, QuerySet

from varn.directory.queries.organisations import organisations_by_name
from varn.directory.queries.places import places_by_code
from varn.mandate.choices import FactKind, FactState, LinkKind
from varn.mandate.models import (
    Activity,
    Appropriation,
    Assignment,
    CopyRecipient,
    DecisionFact,
    Evidence,
    Grant,
    Mandate,
    Obligation,
    Requirement,
    Result,
)
from varn.mandate.rules.standing import is_formal


def reportable_mandates() -> QuerySet[Mandate]:
    """Every mandate that has been started, latest decision first."""
    return Mandate.objects.select_related("holder").order_by("-decided_on", "registry_number")


def mandate_with_everything(registry_number: str) -> Mandate:
    """The mandate with all that hangs under it in the order of the report, in as many
    queries whatever there is.

    Raises `Mandate.DoesNotExist` when no mandate has the number.
    """
    return (
        Mandate.objects.select_related("decision", "holder")
        .prefetch_related(
            Prefetch("assignments", Assignment.objects.order_by("number")),
            Prefetch("requirements", _requirements_with_work()),
            Prefetch("obligations", Obligation.objects.order_by("number")),
            "obligations__document__files",
            Prefetch("copies", CopyRecipient.objects.order_by("number")),
            Prefetch("grants", Grant.objects.order_by("number")),
            Prefetch("appropriations", Appropriation.objects.order_by("number")),
        )
        .get(registry_number=registry_number)
    )


def formal_requirements(mandate: Mandate) -> frozenset[int]:
    """Keys of requirements about days or money; reads only what is prefetched already."""
    elsewhere = [
        (each.span_start, each.span_end)
        for rows in (mandate.obligations, mandate.grants, mandate.appropriations)
        for each in rows.all()
    ]
    assignments = {each.pk: each.text for each in mandate.assignments.all()}
    return frozenset(
        each.pk
        for each in mandate.requirements.all()
        if is_formal(
            each.text,
            (each.span_start, each.span_end),
            elsewhere,
            assignment=assignments.get(each.assignment_id or 0, ""),
        )
    )


def _requirements_with_work() -> QuerySet[Requirement]:
    evidence = Evidence.objects.order_by("added_at", "pk")
    results = (
        Result.objects.select_related("place__parent")
        .order_by("occurred_on", "pk")
        .prefetch_related(Prefetch("evidence", evidence))
    )
    activities = (
        Activity.objects.select_related("duty_bearer", "child_rights_assessment")
        .order_by("starts_on", "pk")
        .prefetch_related(
            "duty_bearer__names",
            Prefetch("partners", organisations_by_name()),
            "partners__names",
            Prefetch("places", places_by_code()),
            Prefetch("results", results),
        )
    )
    return Requirement.objects.order_by("number").prefetch_related(
        Prefetch("activities", activities)
    )


def predecessors(mandate: Mandate) -> tuple[str, ...]:
    """The registry numbers that the mandate builds on: its links, else what the decision says."""
    links = mandate.links.filter(kind=LinkKind.BUILDS_ON).order_by("added_at", "pk")
    if numbers := tuple(links.values_list("registry_number", flat=True)):
        return numbers
    facts = (
        DecisionFact.objects.filter(decision_id=mandate.decision_id, kind=FactKind.BUILDS_ON)
        .exclude(state=FactState.REMOVED)
        .order_by("position")
    )
    return tuple(str(fact.value["text"]) for fact in facts)
