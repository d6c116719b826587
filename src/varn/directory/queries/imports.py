"""Files that were read, and what the directory knows about the rows in them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from varn.directory.choices import NameKind
from varn.directory.models import Contact, ImportBatch, Organisation
from varn.directory.queries.organisations import valid_on
from varn.directory.queries.places import places_known_by_code
from varn.directory.rules.import_plan import ContactKey, Known, KnownOrganisation, contact_key
from varn.directory.rules.import_rows import ReadRow, RowValues
from varn.directory.rules.names import normalised


def import_batches() -> QuerySet[ImportBatch]:
    """Files, the last one first, without their rows."""
    return (
        ImportBatch.objects.defer("rows")
        .select_related("read_by", "applied_by")
        .order_by("-read_at", "-pk")
    )


def known_about(rows: Iterable[ReadRow], *, today: date) -> Known:
    """What the directory holds about the organisations and places in the rows; five queries."""
    rows = list(rows)
    names = {normalised(row.values.organisation) for row in rows}
    numbers = {row.values.number for row in rows if row.values.number}
    meant = Q(names__normalised__in=names) | Q(organisation_number__in=numbers)
    found = (
        Organisation.objects.filter(meant & valid_on(today))
        .distinct()
        .select_related("place")
        .prefetch_related(
            "names", "units", Prefetch("contacts", Contact.objects.select_related("unit"))
        )
        .order_by("pk")
    )
    codes = places_known_by_code().values_list("code", flat=True)
    return Known(tuple(_known(each) for each in found), frozenset(codes))


def _known(organisation: Organisation) -> KnownOrganisation:
    return KnownOrganisation(
        pk=organisation.pk,
        number=organisation.organisation_number,
        email=organisation.email,
        place=organisation.place.code if organisation.place else "",
        names=frozenset(
            name.normalised for name in organisation.names.all() if name.kind != NameKind.ENGLISH
        ),
        units=frozenset(unit.name.casefold() for unit in organisation.units.all()),
        contacts={key_of(contact): _values(contact) for contact in organisation.contacts.all()},
    )


def key_of(contact: Contact) -> ContactKey:
    """What tells the contact from the others of its organisation, as for a row of a file."""
    unit = contact.unit.name if contact.unit else ""
    return contact_key(RowValues(unit=unit, function=contact.function))


def _values(contact: Contact) -> dict[str, str]:
    confirmed_on = contact.last_confirmed_on
    return {
        "level": contact.level,
        "email": contact.email,
        "phone": contact.phone,
        "confirmed_on": confirmed_on.isoformat() if confirmed_on else "",
    }
