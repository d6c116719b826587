"""Organisations, by name, by kind and through time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Count, Exists, F, Func, OuterRef, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Collate, Lower

from varn.directory.choices import NameKind, OrganisationKind
from varn.directory.models import Contact, Organisation, OrganisationName
from varn.directory.rules.names import alternatives, normalised
from varn.directory.rules.periods import holds

AFTER_Z = ("ÅÄÖåäö", "{|}{|}")  # å, ä and ö end the alphabet, in any database


def by_swedish_alphabet(field: str) -> Combinable:
    """An ordering that a Swedish reader expects and no database's own language changes."""
    letters, marks = map(Value, AFTER_Z)
    moved = Func(F(field), letters, marks, function="TRANSLATE", output_field=CharField())
    return Collate(Lower(moved), "C")


def valid_on(day: date) -> Q:
    """Organisations that exist on a day; an unknown first or last day excludes nothing."""
    return (Q(valid_from=None) | Q(valid_from__lte=day)) & (Q(valid_to=None) | Q(valid_to__gt=day))


def organisation_named(name: str, *, on: date) -> Organisation | None:
    """The one organisation that goes by the name on a day, official names before others."""
    candidates = (
        OrganisationName.objects.filter(normalised__in=alternatives(name))
        .exclude(kind=NameKind.ENGLISH)
        .select_related("organisation__place")
        .order_by("pk")
    )
    in_use = [
        found
        for found in candidates
        if holds(valid_from=found.valid_from, valid_to=found.valid_to, on=on)
        and _exists(found.organisation, on)
    ]
    for kind in (NameKind.OFFICIAL, NameKind.SHORT, NameKind.OTHER):
        matches = {found.organisation for found in in_use if found.kind == kind}
        if matches:
            return matches.pop() if len(matches) == 1 else None
    return None


def _exists(organisation: Organisation, on: date) -> bool:
    return holds(valid_from=organisation.valid_from, valid_to=organisation.valid_to, on=on)


def display_name(organisation: Organisation, *, on: date) -> str:
    """The official name on a day, else the latest; reads prefetched `names` where there are any."""
    for name in organisation.names.all():
        if name.kind == NameKind.OFFICIAL and holds(
            valid_from=name.valid_from, valid_to=name.valid_to, on=on
        ):
            return name.name
    return organisation.name


def organisations_by_name() -> QuerySet[Organisation]:
    """Every organisation in one fixed order, for whoever prefetches some of them."""
    return Organisation.objects.order_by("name", "pk")


def organisations_with_names(keys: Iterable[int]) -> QuerySet[Organisation]:
    """The organisations with these keys, ready for `display_name`, by the Swedish alphabet."""
    found = Organisation.objects.filter(pk__in=list(keys)).select_related("place")
    return found.prefetch_related("names").order_by(by_swedish_alphabet("name"), "pk")


def organisations_of(kind: OrganisationKind, *, on: date) -> QuerySet[Organisation]:
    """Every organisation of a kind that exists on a day."""
    found = Organisation.objects.filter(valid_on(on), kind=kind)
    return found.order_by(by_swedish_alphabet("name"), "pk")


def find_organisations(
    *, text: str = "", kind: str = "", county: str = "", only_with_contacts: bool = False
) -> QuerySet[Organisation]:
    """Organisations whose name, now or ever, holds the text; numbers are found too."""
    found = Organisation.objects.select_related("place").annotate(
        contact_count=Count("contacts", distinct=True)
    )
    if kind:
        found = found.filter(kind=kind)
    if county:
        found = found.filter(Q(place__code=county) | Q(place__parent__code=county))
    if only_with_contacts:
        found = found.filter(Exists(Contact.objects.filter(organisation=OuterRef("pk"))))
    if wanted := normalised(text):
        names = OrganisationName.objects.filter(
            organisation=OuterRef("pk"), normalised__contains=wanted
        )
        found = found.filter(Exists(names) | Q(organisation_number__startswith=wanted))
    return found.order_by(by_swedish_alphabet("name"), "pk")


@dataclass(frozen=True)
class OrganisationPage:
    """What the page of an organisation shows."""

    organisation: Organisation
    names: list[OrganisationName]
    contacts: list[Contact]


def organisation_page(organisation_id: int) -> OrganisationPage:
    """An organisation with its names, kin, units and contacts.

    Raises `Organisation.DoesNotExist`.
    """
    organisation = (
        Organisation.objects.select_related("place__parent")
        .prefetch_related("units", "successions__successor", "inheritances__predecessor")
        .get(pk=organisation_id)
    )
    names = sorted(organisation.names.order_by("valid_from", "name", "pk"), key=_name_rank)
    contacts = organisation.contacts.select_related("unit").order_by("unit__name", "function", "pk")
    return OrganisationPage(organisation, names, list(contacts))


def _name_rank(name: OrganisationName) -> int:
    return NameKind.values.index(name.kind)
