"""What each row of a file would do to the directory as it is now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from varn.directory.choices import RowOutcome, RowProblem
from varn.directory.rules.import_rows import ReadRow, RowValues
from varn.directory.rules.names import normalised

ContactKey = tuple[str, str]  # unit and function, both normalised
Changes = Mapping[str, tuple[str, str]]  # what it was and what it becomes
PROBLEMS_OF_THE_DIRECTORY = {  # they may be gone when the directory has changed
    RowProblem.PLACE_UNKNOWN,
    RowProblem.KIND_MISSING,
    RowProblem.NAME_AMBIGUOUS,
    RowProblem.NUMBER_OF_ANOTHER,
    RowProblem.REPEATED_DIFFERENTLY,
}
CONTACT_FIELDS = ("level", "email", "phone", "confirmed_on")


@dataclass(frozen=True, kw_only=True)
class KnownOrganisation:
    """An organisation of the directory, as far as a row can say something about it."""

    pk: int
    number: str
    email: str
    place: str
    names: frozenset[str]
    units: frozenset[str]
    contacts: Mapping[ContactKey, Mapping[str, str]]


@dataclass(frozen=True)
class Known:
    """What the directory holds about the names, numbers and places that a file mentions."""

    organisations: tuple[KnownOrganisation, ...]
    places: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class PlannedRow:
    """A row with what it does: `organisation_id` is None for one that is new."""

    number: int
    values: RowValues
    outcome: RowOutcome
    problems: tuple[RowProblem, ...] = ()
    changes: Changes = field(default_factory=dict)
    organisation_id: int | None = None


@dataclass
class _Seen:
    """What earlier rows of the same file said."""

    new: dict[str, RowValues] = field(default_factory=dict)
    rows: dict[tuple[str, ContactKey], RowValues] = field(default_factory=dict)


def plan(rows: Iterable[ReadRow], known: Known) -> list[PlannedRow]:
    """Each row in its order; the same rows and directory always give the same plan."""
    index = _Index(known)
    seen = _Seen()
    return [_planned(row, index, seen) for row in rows]


class _Index:
    """The known organisations by name and by number."""

    def __init__(self, known: Known) -> None:
        self.places = known.places
        self.by_name: dict[str, list[KnownOrganisation]] = {}
        self.by_number: dict[str, list[KnownOrganisation]] = {}
        for each in known.organisations:
            for name in each.names:
                self.by_name.setdefault(name, []).append(each)
            if each.number:
                self.by_number.setdefault(each.number, []).append(each)


def _planned(row: ReadRow, index: _Index, seen: _Seen) -> PlannedRow:
    found, problem = _organisation(row.values, index)
    problems = list(row.problems) + ([problem] if problem else [])
    if row.values.place and row.values.place not in index.places:
        problems.append(RowProblem.PLACE_UNKNOWN)
    name = normalised(row.values.organisation)
    is_new = found is None and not problem
    if is_new and name not in seen.new and not row.values.kind:
        problems.append(RowProblem.KIND_MISSING)
    identity = (str(found.pk) if found else name, contact_key(row.values))
    earlier = seen.rows.setdefault(identity, row.values)
    if earlier is not row.values and earlier != row.values:
        problems.append(RowProblem.REPEATED_DIFFERENTLY)
    if problems:
        unique = tuple(dict.fromkeys(problems))
        return PlannedRow(
            number=row.number, values=row.values, outcome=RowOutcome.ERROR, problems=unique
        )
    if is_new:
        seen.new.setdefault(name, row.values)
    if earlier is not row.values:
        return PlannedRow(number=row.number, values=row.values, outcome=RowOutcome.DUPLICATE)
    return _effect(row, found)


def _organisation(
    values: RowValues, index: _Index
) -> tuple[KnownOrganisation | None, RowProblem | None]:
    """The organisation meant, nobody when it is new, or why that can't be said."""
    named = index.by_name.get(normalised(values.organisation), [])
    if not values.number:
        return _the_only(named)
    numbered = index.by_number.get(values.number, [])
    both = [each for each in numbered if each in named]
    if both:
        return _the_only(both)
    if named and (numbered or all(each.number for each in named)):
        return None, RowProblem.NUMBER_OF_ANOTHER
    return _the_only(numbered or [each for each in named if not each.number])


def _the_only(
    found: list[KnownOrganisation],
) -> tuple[KnownOrganisation | None, RowProblem | None]:
    if len(found) > 1:
        return None, RowProblem.NAME_AMBIGUOUS
    return (found[0] if found else None), None


def contact_key(values: RowValues) -> ContactKey:
    """What tells two contacts of one organisation apart."""
    return values.unit.casefold(), values.function.casefold()


def _effect(row: ReadRow, found: KnownOrganisation | None) -> PlannedRow:
    if found is None:
        return PlannedRow(number=row.number, values=row.values, outcome=RowOutcome.NEW)
    values = row.values
    key = contact_key(values)
    adds_unit = bool(values.unit) and values.unit.casefold() not in found.units
    adds_contact = bool(values.function) and key not in found.contacts
    changes = _organisation_changes(values, found)
    if values.function and not adds_contact:
        changes |= _contact_changes(values, found.contacts[key])
    outcome = RowOutcome.CHANGED if changes else RowOutcome.SAME
    return PlannedRow(
        number=row.number,
        values=values,
        outcome=RowOutcome.NEW if adds_unit or adds_contact else outcome,
        changes=changes,
        organisation_id=found.pk,
    )


def _organisation_changes(
    values: RowValues, found: KnownOrganisation
) -> dict[str, tuple[str, str]]:
    """A number or place that was missing, and a common address where the row is no contact's."""
    changes = {}
    if values.number and not found.number:
        changes["number"] = ("", values.number)
    if values.place and not found.place:
        changes["place"] = ("", values.place)
    if values.email and not values.function and values.email != found.email:
        changes["organisation_email"] = (found.email, values.email)
    return changes


def _contact_changes(values: RowValues, contact: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Cells that are filled in and say something else; an empty cell erases nothing."""
    return {
        name: (contact[name], new)
        for name in CONTACT_FIELDS
        if (new := getattr(values, name)) and new != contact[name]
    }
