"""Writing planned rows: organisations first, then units, then contacts, each in bulk."""

from collections.abc import Iterable, Sequence
from datetime import date

from varn.directory.choices import NameKind, RowOutcome
from varn.directory.models import Contact, Organisation, OrganisationName, Place, Unit
from varn.directory.queries.imports import key_of
from varn.directory.queries.places import places_known_by_code
from varn.directory.rules.import_plan import ContactKey, PlannedRow, contact_key
from varn.directory.rules.names import normalised

ORGANISATION_FIELDS = ["organisation_number", "email", "place"]
CONTACT_FIELDS = ["level", "email", "phone", "last_confirmed_on", "version"]
Placed = Sequence[tuple[PlannedRow, Organisation]]


def write_planned(planned: Iterable[PlannedRow]) -> None:
    """Make what is new and change what differs; the caller holds the transaction."""
    rows = [row for row in planned if row.outcome in (RowOutcome.NEW, RowOutcome.CHANGED)]
    organisations = _organisations(rows)
    placed = [(row, organisations[_organisation_key(row)]) for row in rows]
    units = _units(placed)
    _contacts(placed, units)


def _organisation_key(row: PlannedRow) -> int | str:
    return row.organisation_id or normalised(row.values.organisation)


def _organisations(rows: Sequence[PlannedRow]) -> dict[int | str, Organisation]:
    places = {place.code: place for place in places_known_by_code()}
    known = Organisation.objects.in_bulk([row.organisation_id for row in rows])
    new: dict[str, Organisation] = {}
    for row in rows:
        key = _organisation_key(row)
        organisation = known[key] if isinstance(key, int) else new.setdefault(key, _made(row))
        _complete(organisation, row, places)
    Organisation.objects.bulk_update(known.values(), ORGANISATION_FIELDS)
    Organisation.objects.bulk_create(new.values())
    OrganisationName.objects.bulk_create(
        OrganisationName(
            organisation=organisation,
            name=organisation.name,
            normalised=key,
            kind=NameKind.OFFICIAL,
        )
        for key, organisation in new.items()
    )
    return {**known, **new}


def _made(row: PlannedRow) -> Organisation:
    return Organisation(kind=row.values.kind, name=row.values.organisation)


def _complete(organisation: Organisation, row: PlannedRow, places: dict[str, Place]) -> None:
    values = row.values
    organisation.organisation_number = organisation.organisation_number or values.number
    organisation.place = organisation.place or places.get(values.place)
    if values.email and not values.function:
        organisation.email = values.email


def _units(placed: Placed) -> dict[tuple[int, str], Unit]:
    organisations = {organisation.pk for _row, organisation in placed}
    units = {
        (unit.organisation_id, unit.name.casefold()): unit
        for unit in Unit.objects.filter(organisation__in=organisations)
    }
    new = {
        (organisation.pk, row.values.unit.casefold()): Unit(
            organisation=organisation, name=row.values.unit
        )
        for row, organisation in reversed(placed)  # the first row's spelling wins
        if row.values.unit and (organisation.pk, row.values.unit.casefold()) not in units
    }
    Unit.objects.bulk_create(new.values())
    return units | new


def _contacts(placed: Placed, units: dict[tuple[int, str], Unit]) -> None:
    known = _known_contacts({organisation.pk for _row, organisation in placed})
    new, changed = [], []
    for row, organisation in placed:
        if not row.values.function:
            continue
        contact = known.get((organisation.pk, contact_key(row.values)))
        if contact:
            changed.append(contact)
        else:
            contact = Contact(organisation=organisation, function=row.values.function, version=0)
            contact.unit = units.get((organisation.pk, row.values.unit.casefold()))
            new.append(contact)
        _fill(contact, row)
    Contact.objects.bulk_update(changed, CONTACT_FIELDS)
    Contact.objects.bulk_create(new)


def _known_contacts(organisations: Iterable[int]) -> dict[tuple[int, ContactKey], Contact]:
    found = Contact.objects.filter(organisation__in=organisations).select_related("unit")
    return {(contact.organisation_id, key_of(contact)): contact for contact in found}


def _fill(contact: Contact, row: PlannedRow) -> None:
    values = row.values
    contact.level = values.level or contact.level
    contact.email = values.email or contact.email
    contact.phone = values.phone or contact.phone
    if values.confirmed_on:
        contact.last_confirmed_on = date.fromisoformat(values.confirmed_on)
    contact.version += 1
