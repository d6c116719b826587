"""The budget against what has been used, and the forecasts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import QuerySet, Sum

from varn.finance.models import Budget, Charge, Forecast

if TYPE_CHECKING:
    from varn.mandate.models import Assignment, Mandate

PATH = "entry__activity__requirement__assignment"


@dataclass(frozen=True, kw_only=True)
class BudgetRow:
    """What something was budgeted and has used, whoever pays."""

    label: str
    budget_ore: int
    used_ore: int

    @property
    def left_ore(self) -> int:
        return self.budget_ore - self.used_ore

    @property
    def is_over(self) -> bool:
        return self.used_ore > self.budget_ore


@dataclass(frozen=True, kw_only=True)
class BudgetGroup:
    """An assignment, or the whole mandate, with the activities that have a budget or costs."""

    assignment: "Assignment | None"
    total: BudgetRow
    activities: Sequence[BudgetRow]


def budget_line(line_id: int) -> Budget:
    """A line with its mandate. Raises `Budget.DoesNotExist`."""
    return Budget.objects.select_related("mandate").get(pk=line_id)


def budget(mandate_id: int) -> QuerySet[Budget]:
    """The lines of the budget, by assignment and activity."""
    found = Budget.objects.filter(mandate=mandate_id)
    related = ("grant", "assignment", "activity__requirement__assignment", "changed_by")
    return found.select_related(*related).order_by("assignment__number", "activity__title", "pk")


def budgeted_ore(mandate_id: int) -> dict[int, int]:
    """What is planned of each grant, by the grant's key."""
    rows = Budget.objects.filter(mandate=mandate_id, grant__isnull=False).values_list("grant")
    return dict(rows.annotate(total=Sum("amount_ore")).order_by("grant"))


def budget_groups(mandate: "Mandate") -> list[BudgetGroup]:
    """The budget against the ledger's charges, assignment by assignment."""
    planned, names = _planned(mandate.pk)
    used = _used(mandate.pk, names)
    groups: list[Assignment | None] = [*mandate.assignments.order_by("number", "pk"), None]
    made = [_group(each, planned, used, names) for each in groups]
    return [
        each for each in made if each.assignment or each.total.budget_ore or each.total.used_ore
    ]


def total_of(groups: Sequence[BudgetGroup]) -> BudgetRow:
    """What all of it comes to."""
    return BudgetRow(
        label="",
        budget_ore=sum(each.total.budget_ore for each in groups),
        used_ore=sum(each.total.used_ore for each in groups),
    )


def budget_lines(mandate: "Mandate") -> list[BudgetRow]:
    """The same as plain rows, as a report lists them."""
    return [row for group in budget_groups(mandate) for row in (group.total, *group.activities)]


def forecasts(mandate_id: int) -> QuerySet[Forecast]:
    """Every forecast, the latest first."""
    found = Forecast.objects.filter(mandate=mandate_id).select_related("grant", "made_by")
    return found.order_by("-made_on", "-made_at", "-pk")


def latest_forecasts(mandate_id: int) -> dict[int, Forecast]:
    """The latest forecast of each grant, by the grant's key."""
    found = Forecast.objects.filter(mandate=mandate_id, grant__isnull=False)
    found = found.order_by("grant", "-made_on", "-made_at", "-pk").distinct("grant")
    return {made.grant_id: made for made in found if made.grant_id}


type Key = tuple[int | None, int | None]  # assignment and activity


def _planned(mandate_id: int) -> tuple[Mapping[Key, int], dict[int, str]]:
    sums: dict[Key, int] = defaultdict(int)
    names: dict[int, str] = {}
    for line in budget(mandate_id):
        assignment = line.assignment_id
        if line.activity:
            names[line.activity.pk] = line.activity.title
            assignment = line.activity.requirement.assignment_id
        sums[assignment, line.activity_id] += line.amount_ore
    return sums, names


def _used(mandate_id: int, names: dict[int, str]) -> Mapping[Key, int]:
    rows = (
        Charge.objects.filter(withdrawn_at=None, entry__mandate=mandate_id)
        .values_list(PATH, "entry__activity", "entry__activity__title")
        .annotate(total=Sum("amount_ore"))
        .order_by(PATH, "entry__activity")
    )
    sums: dict[Key, int] = {}
    for assignment, activity, title, total in rows:
        sums[assignment, activity] = total
        if activity:
            names[activity] = title
    return sums


def _group(
    assignment: "Assignment | None",
    planned: Mapping[Key, int],
    used: Mapping[Key, int],
    names: Mapping[int, str],
) -> BudgetGroup:
    owner = assignment.pk if assignment else None
    keys = {key for key in (*planned, *used) if key[0] == owner}
    rows = [
        BudgetRow(label=names[activity], budget_ore=planned.get(key, 0), used_ore=used.get(key, 0))
        for key in keys
        if (activity := key[1]) is not None
    ]
    total = BudgetRow(
        label=str(assignment) if assignment else "",
        budget_ore=sum(planned.get(key, 0) for key in keys),
        used_ore=sum(used.get(key, 0) for key in keys),
    )
    rows.sort(key=lambda row: row.label)
    return BudgetGroup(assignment=assignment, total=total, activities=rows)
