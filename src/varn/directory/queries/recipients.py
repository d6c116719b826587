"""Lines of a decision's distribution list read as organisations of that day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from varn.directory.choices import NameKind, OrganisationKind, ResolutionOutcome
from varn.directory.models import Organisation, OrganisationName
from varn.directory.rules import names as naming
from varn.directory.rules.periods import holds

Found = tuple[Organisation, ...]
GOTLAND = "0980"  # the municipality that has a region's tasks
KNOWN_BY_PLACE = (OrganisationKind.MUNICIPALITY, OrganisationKind.COUNTY_BOARD)


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """What a line stands for, or why that can't be said."""

    line: str
    outcome: ResolutionOutcome
    organisations: Found = ()
    units: tuple[str, ...] = ()  # as the decision writes them; they change too often to be records
    suggestions: Found = ()

    @property
    def is_resolved(self) -> bool:
        """Whether the line stands for at least one organisation."""
        return bool(self.organisations)


class _Name(NamedTuple):
    """A name as the register reads it: thousands of them, so no model instances."""

    organisation_id: int
    normalised: str
    kind: str
    valid_from: date | None
    valid_to: date | None


def resolve_recipients(lines: Iterable[str], *, on: date) -> list[Resolution]:
    """Resolve each line by the names in use on the day; two database queries in all."""
    register = _Register(on)
    resolved = [register.resolve(" ".join(line.split())) for line in lines if line.strip()]
    return _without_named(resolved)


def _all_names() -> Iterable[_Name]:
    found = OrganisationName.objects.exclude(kind=NameKind.ENGLISH).order_by("pk")
    return map(_Name._make, found.values_list(*_Name._fields))


def _all_organisations() -> dict[int, Organisation]:
    found = Organisation.objects.select_related("place").order_by("name", "pk")
    return {organisation.pk: organisation for organisation in found}


def _without_named(resolved: list[Resolution]) -> list[Resolution]:
    """Let "övriga länsstyrelser" leave out those that the list names one by one."""
    named = {
        organisation.pk
        for found in resolved
        if found.outcome == ResolutionOutcome.RESOLVED
        for organisation in found.organisations
    }
    return [
        replace(
            found,
            organisations=tuple(each for each in found.organisations if each.pk not in named),
        )
        if (group := naming.group_in(found.line)) and group.is_rest
        else found
        for found in resolved
    ]


class _Register:
    """The names in use on one day, in memory, by what may be asked for."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.organisations = _all_organisations()
        self.in_use: dict[tuple[str, str], dict[int, Organisation]] = defaultdict(dict)
        self.ever: dict[str, dict[int, Organisation]] = defaultdict(dict)
        self.areas: dict[tuple[str, str], Organisation] = {}
        self.by_kind: dict[str, list[Organisation]] = defaultdict(list)
        for organisation in self.organisations.values():
            if self._holds(organisation):
                self._add_organisation(organisation)
        for name in _all_names():
            self._add_name(name)

    def _add_organisation(self, organisation: Organisation) -> None:
        self.by_kind[organisation.kind].append(organisation)
        if organisation.place is None or organisation.kind not in KNOWN_BY_PLACE:
            return
        self.areas[organisation.kind, naming.place_base(organisation.place.name)] = organisation
        if (
            organisation.kind == OrganisationKind.MUNICIPALITY
            and organisation.place.code == GOTLAND
        ):
            self.by_kind[OrganisationKind.REGION].append(organisation)

    def _add_name(self, name: _Name) -> None:
        organisation = self.organisations[name.organisation_id]
        self.ever[name.normalised][organisation.pk] = organisation
        if not self._holds(organisation):
            return
        if self._holds(name):
            self.in_use[name.kind, name.normalised][organisation.pk] = organisation
        if organisation.kind == OrganisationKind.REGION and (
            base := naming.region_in(name.normalised)
        ):
            self.areas[OrganisationKind.REGION, base] = organisation

    def _holds(self, period: "Organisation | _Name") -> bool:
        return holds(valid_from=period.valid_from, valid_to=period.valid_to, on=self.on)

    def resolve(self, line: str) -> Resolution:
        """The first reading that gives an answer wins, the most literal first."""
        group = naming.group_in(line)
        if group:
            members = tuple(self.by_kind[group.kind])
            return Resolution(line=line, outcome=ResolutionOutcome.GROUP, organisations=members)
        if found := self._named(line):
            return _answer(line, found)
        head, units = naming.head_and_units(line)
        if units and (found := self._named(head)):
            return _answer(line, found, units)
        if several := self._boards(line) or self._several(line):
            return Resolution(line=line, outcome=ResolutionOutcome.GROUP, organisations=several)
        return self._unresolved(line)

    def _named(self, line: str) -> Found:
        for reading in naming.alternatives(line):
            for kind in (NameKind.OFFICIAL, NameKind.SHORT, NameKind.OTHER):
                if found := self.in_use.get((kind, reading)):
                    return tuple(found.values())
        return self._by_area(line)

    def _by_area(self, line: str) -> Found:
        readings = (
            (OrganisationKind.MUNICIPALITY, naming.municipality_in(line)),
            (OrganisationKind.COUNTY_BOARD, naming.county_of_board_in(line)),
            (OrganisationKind.REGION, naming.region_in(line)),
        )
        for kind, base in readings:
            if base and (found := self.areas.get((kind, base))):
                return (found,)
        return ()

    def _boards(self, line: str) -> Found:
        bases = naming.counties_of_boards_in(line)
        found = [self.areas.get((OrganisationKind.COUNTY_BOARD, base)) for base in bases]
        return tuple(board for board in found if board) if all(found) else ()

    def _several(self, line: str) -> Found:
        for parts in naming.parts_of(line):
            found = [self._named(part) for part in parts]
            if all(len(each) == 1 for each in found):
                return tuple(each[0] for each in found)
        return ()

    def _unresolved(self, line: str) -> Resolution:
        for reading in naming.alternatives(line):
            if found := self.ever.get(reading):
                outcome = ResolutionOutcome.NOT_IN_USE
                return Resolution(line=line, outcome=outcome, suggestions=tuple(found.values()))
        return Resolution(line=line, outcome=ResolutionOutcome.UNKNOWN)


def _answer(line: str, found: Found, units: tuple[str, ...] = ()) -> Resolution:
    if len(found) > 1:
        return Resolution(line=line, outcome=ResolutionOutcome.AMBIGUOUS, suggestions=found)
    return Resolution(
        line=line, outcome=ResolutionOutcome.RESOLVED, organisations=found, units=units
    )
