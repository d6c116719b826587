"""What each row of a file with earlier work would do, given what the mandate holds already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid5

from varn.mandate.choices import ActivityState, WorkOutcome, WorkProblem
from varn.mandate.rules.work_rows import CellProblem, WorkRow, WorkValues, identity, parts

NAMESPACE = UUID("3f0c1f0e-6f5b-5f0e-9d0a-5e8c6a1d7b42")
PROBLEMS_OF_THE_MANDATE = (
    WorkProblem.REQUIREMENT_UNKNOWN,
    WorkProblem.ORGANISATION_UNKNOWN,
    WorkProblem.ONE_ORGANISATION,
    WorkProblem.PLACE_UNKNOWN,
    WorkProblem.ONE_PLACE,
)


@dataclass(frozen=True)
class Named:
    """What a name stands for; when for nothing, what may have been meant."""

    ids: tuple[int, ...] = ()
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class KnownWork:
    """What the mandate and the directory hold of what the rows name."""

    registry_number: str
    requirements: Mapping[str, int]  # number → key
    organisations: Mapping[str, Named]
    places: Mapping[str, Named]
    activities: Mapping[UUID, int]  # by submission
    typed: Mapping[tuple[str, str, str], int]  # by what makes two rows the same activity
    results: frozenset[UUID]
    recorded: frozenset[tuple[int, str, str, int]]  # activity, title, day, place


@dataclass(frozen=True, kw_only=True)
class PlannedWork:
    """A row with what it would do, and the keys that it would do it with."""

    row: WorkRow
    outcome: WorkOutcome
    problems: tuple[CellProblem, ...]
    activity: UUID
    result: UUID | None
    known_activity: int | None = None
    requirement_id: int = 0
    duty_bearer_id: int = 0
    partner_ids: tuple[int, ...] = ()
    place_ids: tuple[int, ...] = ()
    result_place_id: int = 0


@dataclass
class _Seen:
    """What earlier rows of the same file bring."""

    activities: set[UUID] = field(default_factory=set)
    results: set[UUID] = field(default_factory=set)


def plan_work(rows: Sequence[WorkRow], known: KnownWork) -> list[PlannedWork]:
    """Every row with its outcome, in the order of the file."""
    seen = _Seen()
    return [_planned(row, known, seen) for row in rows]


def open_state(values: WorkValues, *, today: date) -> ActivityState:
    """The state that an activity comes in with; what is over waits for its assessment."""
    if values.state == ActivityState.PLANNED:
        return ActivityState.PLANNED
    if not values.state and values.starts_on > today.isoformat():
        return ActivityState.PLANNED
    return ActivityState.UNDER_WAY


def _planned(row: WorkRow, known: KnownWork, seen: _Seen) -> PlannedWork:
    values = row.values
    requirement, title, starts_on = identity(values)
    activity = uuid5(NAMESPACE, "\n".join((known.registry_number, requirement, title, starts_on)))
    result = _result_key(activity, values)
    own = known.activities.get(activity) or known.typed.get(identity(values))
    names = _Names(values, known)
    problems = (*row.problems, *names.problems(skip={each.column for each in row.problems}))
    outcome = WorkOutcome.ERROR
    if not problems:
        is_there = own is not None or activity in seen.activities
        has_result = result is None or result in seen.results or names.is_recorded(own, result)
        outcome = _outcome(is_there=is_there, has_result=has_result)
        seen.activities.add(activity)
        seen.results |= {result} if result else set()
    return PlannedWork(
        row=row,
        outcome=outcome,
        problems=problems,
        activity=activity,
        result=result,
        known_activity=own,
        requirement_id=known.requirements.get(requirement, 0),
        duty_bearer_id=names.first("duty_bearer"),
        partner_ids=names.ids("partners"),
        place_ids=names.ids("places"),
        result_place_id=names.first("result_place"),
    )


def _outcome(*, is_there: bool, has_result: bool) -> WorkOutcome:
    if not is_there:
        return WorkOutcome.NEW
    return WorkOutcome.KNOWN if has_result else WorkOutcome.RESULT


def _result_key(activity: UUID, values: WorkValues) -> UUID | None:
    if not values.has_result:
        return None
    title = " ".join(values.result.split()).casefold()
    return uuid5(activity, "\n".join((title, values.result_on, values.result_place.casefold())))


@dataclass(frozen=True)
class _Names:
    """The names in a row, and what they stand for."""

    values: WorkValues
    known: KnownWork

    def ids(self, column: str) -> tuple[int, ...]:
        found = (each for name in self._written(column) for each in self._of(column, name).ids)
        return tuple(dict.fromkeys(found))

    def first(self, column: str) -> int:
        return next(iter(self.ids(column)), 0)

    def is_recorded(self, activity: int | None, result: UUID) -> bool:
        """Whether the result is there: brought in before, or typed by somebody."""
        typed = (self.values.result.casefold(), self.values.result_on, self.first("result_place"))
        return result in self.known.results or (activity or 0, *typed) in self.known.recorded

    def problems(self, *, skip: set[str]) -> list[CellProblem]:
        found = []
        if self.values.requirement and self.values.requirement not in self.known.requirements:
            found.append(CellProblem("requirement", WorkProblem.REQUIREMENT_UNKNOWN))
        for column, unknown in NAMES_UNKNOWN.items():
            found += [
                CellProblem(column, unknown, name, meant.near)
                for name in self._written(column)
                if not (meant := self._of(column, name)).ids
            ]
        for column, several in ONE_ONLY.items():
            if len(self.ids(column)) > 1:
                found.append(CellProblem(column, several))
        return [each for each in found if each.column not in skip]

    def _written(self, column: str) -> list[str]:
        cell: str = getattr(self.values, column)
        return parts(cell)

    def _of(self, column: str, name: str) -> Named:
        of_places = NAMES_UNKNOWN[column] == WorkProblem.PLACE_UNKNOWN
        return (self.known.places if of_places else self.known.organisations).get(name, Named())


NAMES_UNKNOWN = {
    "duty_bearer": WorkProblem.ORGANISATION_UNKNOWN,
    "partners": WorkProblem.ORGANISATION_UNKNOWN,
    "places": WorkProblem.PLACE_UNKNOWN,
    "result_place": WorkProblem.PLACE_UNKNOWN,
}
ONE_ONLY = {
    "duty_bearer": WorkProblem.ONE_ORGANISATION,
    "result_place": WorkProblem.ONE_PLACE,
}
