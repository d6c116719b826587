"""Which row stands behind each numbered thing in a report, so that a page can lead there."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import TYPE_CHECKING

from varn.final_report.rules.figures import Kind

if TYPE_CHECKING:
    from varn.mandate.models import Mandate, Requirement

Rows = Mapping[tuple[Kind, int], int]


def rows_of(mandate: "Mandate") -> Rows:
    """Keys by kind and number, numbered as the report numbers; reads only what is prefetched."""
    found = {(Kind.OBLIGATION, each.number): each.pk for each in mandate.obligations.all()}
    activities, results = count(1), count(1)
    for requirement in _in_order(mandate):
        found[Kind.REQUIREMENT, requirement.number] = requirement.pk
        for activity in requirement.activities.all():
            found[Kind.ACTIVITY, next(activities)] = activity.pk
            for result in activity.results.all():
                found[Kind.RESULT, next(results)] = result.pk
    return found


def _in_order(mandate: "Mandate") -> "Iterator[Requirement]":
    """As the report shows them: by assignment, then what obliges the whole mandate."""
    requirements = list(mandate.requirements.all())
    for assignment in (*(each.pk for each in mandate.assignments.all()), None):
        yield from (each for each in requirements if each.assignment_id == assignment)
