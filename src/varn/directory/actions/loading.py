"""Bringing the places and organisations that Värn ships into the database, again and again."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from varn.audit.actions import record
from varn.directory.choices import DirectoryEvent, NameKind
from varn.directory.models import Organisation, OrganisationName, Place, Succession
from varn.directory.rules.names import normalised

DATA = Path(__file__).parents[1] / "data"
Row = Mapping[str, str]
PLACE_FIELDS = ("name", "name_en", "letter", "parent", "valid_from", "valid_to")
ORGANISATION_FIELDS = (
    "kind",
    "name",
    "organisation_number",
    "place",
    "email",
    "valid_from",
    "valid_to",
)
COMPARED_FIELDS = ("place_id", *(field for field in ORGANISATION_FIELDS if field != "place"))


@dataclass(frozen=True)
class Loaded:
    """How many of each the directory holds from the shipped data."""

    places: int
    organisations: int
    names: int
    successions: int


@transaction.atomic
def load_directory(*, at: datetime) -> Loaded:
    """Load the shipped data; a second time changes nothing, and what others added stays."""
    _load_places(_rows("places"))
    names = _rows("names")
    _load_organisations(_rows("organisations"), names)
    keys = dict(Organisation.objects.exclude(key="").values_list("key", "pk"))
    _load_names(names, keys)
    _load_successions(_rows("successions"), keys)
    loaded = Loaded(
        places=Place.objects.count(),
        organisations=len(keys),
        names=OrganisationName.objects.filter(organisation__in=keys.values()).count(),
        successions=Succession.objects.count(),
    )
    record(DirectoryEvent.DATA_LOADED, subject="directory", by=None, at=at, details=asdict(loaded))
    return loaded


def _rows(table: str) -> list[dict[str, str]]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _load_places(rows: Iterable[Row]) -> None:
    for parent_first in ("country", "county", "municipality", "region"):
        known = _places()
        Place.objects.bulk_create(
            [_place(row, known) for row in rows if row["kind"] == parent_first],
            update_conflicts=True,
            unique_fields=["kind", "code"],
            update_fields=PLACE_FIELDS,
        )


def _places() -> dict[str, int]:
    return {f"{place.kind}:{place.code}": place.pk for place in Place.objects.all()}


def _place(row: Row, known: Mapping[str, int]) -> Place:
    return Place(
        kind=row["kind"],
        code=row["code"],
        name=row["name"],
        name_en=row["name_en"],
        letter=row["letter"],
        parent_id=known[row["parent"]] if row["parent"] else None,
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
    )


def _load_organisations(rows: Iterable[Row], names: Iterable[Row]) -> None:
    places, latest = _places(), _latest_names(names)
    wanted = {row["key"]: _organisation(row, latest[row["key"]], places) for row in rows}
    existing = {found.key: found for found in Organisation.objects.filter(key__in=wanted)}
    changed = [found for key, found in existing.items() if _take_over(wanted[key], found)]
    Organisation.objects.bulk_update(changed, ORGANISATION_FIELDS, batch_size=500)
    Organisation.objects.bulk_create(
        [organisation for key, organisation in wanted.items() if key not in existing]
    )


def _take_over(source: Organisation, target: Organisation) -> bool:
    """Copy what the data says, and tell whether anything was different."""
    differing = [
        field for field in COMPARED_FIELDS if getattr(source, field) != getattr(target, field)
    ]
    for field in differing:
        setattr(target, field, getattr(source, field))
    return bool(differing)


def _organisation(row: Row, name: str, places: Mapping[str, int]) -> Organisation:
    organisation = Organisation(
        key=row["key"],
        kind=row["kind"],
        name=name,
        organisation_number=row["number"],
        email=row["email"],
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
    )
    organisation.place_id = places[row["place"]] if row["place"] else None
    return organisation


def _latest_names(rows: Iterable[Row]) -> dict[str, str]:
    """The official name that each organisation took last."""
    official = [row for row in rows if row["kind"] == NameKind.OFFICIAL]
    ordered = sorted(official, key=lambda row: row["valid_from"])
    return {row["organisation"]: row["name"] for row in ordered}


def _load_names(rows: Iterable[Row], keys: Mapping[str, int]) -> None:
    """Replace the names of the shipped organisations with those of the data."""
    wanted = [
        OrganisationName(
            organisation_id=keys[row["organisation"]],
            name=row["name"],
            normalised=normalised(row["name"]),
            kind=row["kind"],
            valid_from=_day(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
        )
        for row in rows
    ]
    OrganisationName.objects.filter(organisation__in=keys.values()).delete()
    OrganisationName.objects.bulk_create(wanted, batch_size=1000)


def _load_successions(rows: Iterable[Row], keys: Mapping[str, int]) -> None:
    Succession.objects.bulk_create(
        [
            Succession(
                predecessor_id=keys[row["predecessor"]],
                successor_id=keys[row["successor"]],
                on=date.fromisoformat(row["on"]),
            )
            for row in rows
        ],
        update_conflicts=True,
        unique_fields=["predecessor", "successor"],
        update_fields=["on"],
    )
