"""Activities, results and evidence."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from varn.directory.choices import PlaceKind
from varn.mandate.choices import OPEN_STATES, ActivityState
from varn.mandate.models import (
    Activity,
    ChildRightsAssessment,
    Evidence,
    Mandate,
    Requirement,
    Result,
)


def requirement(requirement_id: int) -> Requirement:
    """A requirement with its assignment, mandate and the decision's text.

    Raises `Requirement.DoesNotExist`.
    """
    return Requirement.objects.select_related("assignment", "mandate__holder").get(
        pk=requirement_id
    )


def activities_of(wanted: Requirement) -> QuerySet[Activity]:
    """Every activity of a requirement with how many results it has, latest first."""
    found = Activity.objects.filter(requirement=wanted).select_related("duty_bearer")
    results = Result.objects.filter(activity=OuterRef("pk")).order_by().values("activity")
    counted = Subquery(results.annotate(number=Count("pk")).values("number"))  # of 50, not of all
    return found.annotate(result_count=Coalesce(counted, 0)).order_by("-starts_on", "-pk")


def activity(activity_id: int) -> Activity:
    """An activity with the requirement and mandate that it serves.

    Raises `Activity.DoesNotExist`.
    """
    related = (
        "requirement__mandate__holder",
        "requirement__assignment",
        "duty_bearer",
        "created_by",
        "ended_by",
        "child_rights_assessment__assessed_by",
    )
    found = Activity.objects.select_related(*related).prefetch_related("partners", "places")
    return found.get(pk=activity_id)


def assessment_of(wanted: Activity) -> ChildRightsAssessment | None:
    """The child-rights impact assessment of an activity that `activity` gave, if it is made."""
    return getattr(wanted, "child_rights_assessment", None)


def activities_in(
    mandate: Mandate, *, state: str = "", unassessed: bool = False
) -> QuerySet[Activity]:
    """Every activity of a mandate, latest first; only those in a state, or without assessment."""
    found = Activity.objects.filter(requirement__mandate=mandate)
    if state:
        found = found.filter(state=state)
    if unassessed:
        found = found.filter(child_rights_assessment=None).exclude(state=ActivityState.CANCELLED)
    related = ("requirement", "duty_bearer", "child_rights_assessment")
    return found.select_related(*related).order_by("-starts_on", "-pk")


def ended_but_open(mandate: Mandate, *, on: date) -> QuerySet[Activity]:
    """Activities whose last day has passed and that nobody has completed, the oldest first."""
    found = Activity.objects.filter(
        requirement__mandate=mandate, state__in=OPEN_STATES, ends_on__lt=on
    )
    return found.order_by("ends_on", "pk")


def results_of(wanted: Activity) -> QuerySet[Result]:
    """Results of an activity with their evidence, latest first."""
    found = Result.objects.filter(activity=wanted).select_related("place", "recorded_by")
    return found.prefetch_related("evidence").order_by("-occurred_on", "-pk")


def result(result_id: int) -> Result:
    """A result with its activity, mandate and evidence.

    Raises `Result.DoesNotExist`.
    """
    related = ("activity__requirement__mandate", "activity__requirement__assignment", "place")
    found = Result.objects.select_related(*related).prefetch_related("evidence")
    return found.get(pk=result_id)


def evidence(evidence_id: int) -> Evidence:
    """One piece of evidence.

    Raises `Evidence.DoesNotExist`.
    """
    return Evidence.objects.get(pk=evidence_id)


def evidence_of(mandate: Mandate) -> QuerySet[Evidence]:
    """All evidence in a mandate with what it shows, latest result first."""
    found = Evidence.objects.filter(result__activity__requirement__mandate=mandate)
    related = ("result__place", "result__activity__requirement")
    return found.select_related(*related).order_by("-result__occurred_on", "-result_id", "pk")


@dataclass(frozen=True, kw_only=True)
class CountyCount:
    """How many results a county has; an empty code stands for elsewhere."""

    code: str
    name: str
    results: int


def results_by_county(mandate: Mandate) -> list[CountyCount]:
    """Results by county, most first; what lies in no county comes under its own name."""
    rows = (
        Result.objects.filter(activity__requirement__mandate=mandate)
        .values_list("place__kind", "place__code", "place__name", "place__parent__kind",
                     "place__parent__code", "place__parent__name")
        .annotate(results=Count("pk"))
        .order_by("place__name", "place")
    )  # fmt: skip
    counts: Counter[tuple[str, str]] = Counter()
    for kind, code, name, parent_kind, parent_code, parent_name, results in rows:
        if kind == PlaceKind.COUNTY:
            counts[code, name] += results
        elif parent_kind == PlaceKind.COUNTY:
            counts[parent_code, parent_name] += results
        else:
            counts["", name] += results
    return [
        CountyCount(code=code, name=name, results=results)
        for (code, name), results in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0][1]))
    ]


def has_evidence(result: str = "pk") -> Exists:
    """The condition that a file shows the result; `result` names it in the rows asked for."""
    return Exists(Evidence.objects.filter(result=OuterRef(result)))


def begun_without_result(mandate: Mandate, *, on: date) -> QuerySet[Activity]:
    """Activities that have begun and have no result, the longest wait first."""
    has_result = Exists(Result.objects.filter(activity=OuterRef("pk")))
    begun = Activity.objects.filter(requirement__mandate=mandate, starts_on__lte=on)
    return begun.exclude(has_result).order_by("starts_on", "pk")


def results_without_evidence(mandate: Mandate) -> QuerySet[Result]:
    """Results that nothing shows, the oldest first."""
    found = Result.objects.filter(activity__requirement__mandate=mandate).exclude(has_evidence())
    return found.order_by("occurred_on", "pk")
