"""Whom the decision wants met: the bodies that it names, its copy list, and the county boards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from varn.dialogue.queries.seats import seats_by_organisation, seats_of_kin
from varn.dialogue.rules.turnout import Count
from varn.directory.choices import OrganisationKind
from varn.directory.queries.kinship import kinship
from varn.directory.queries.organisations import organisation_named, organisations_of
from varn.directory.queries.recipients import resolve_recipients
from varn.mandate.choices import FactKind, FactState

if TYPE_CHECKING:
    from varn.directory.models import Organisation
    from varn.mandate.models import Mandate

# Kinds that a mandate concerns as a whole when somebody asks for them; of agencies, the named.
WHOLE_KINDS = (
    OrganisationKind.COUNTY_BOARD,
    OrganisationKind.REGION,
    OrganisationKind.MUNICIPALITY,
    OrganisationKind.CIVIL_SOCIETY,
    OrganisationKind.ASSOCIATION,
)


@dataclass(frozen=True, kw_only=True)
class NamedBody:
    """A body with which the decision asks for dialogue, and how far that has come."""

    words: str  # as the decision writes it
    organisations: "Sequence[Organisation]"  # none when the directory doesn't know the words
    count: Count

    @property
    def is_met(self) -> bool:
        return self.count.came > 0


class Consult(NamedTuple):
    """Words of the decision and whom they stand for."""

    words: str
    organisations: "Sequence[Organisation]"


def named_bodies(mandate: "Mandate", *, on: date) -> list[NamedBody]:
    """Each body that the decision names for dialogue with its meetings up to a day."""
    resolved = _resolved_consults(mandate)
    if not resolved:
        return []
    seats, family = seats_by_organisation(mandate, on=on), kinship()
    return [
        NamedBody(
            words=found.words,
            organisations=found.organisations,
            count=seats_of_kin(
                seats, {pk for each in found.organisations for pk in family.kin(each.pk)}
            ),
        )
        for found in resolved
    ]


def concerned(mandate: "Mandate", *, on: date, kind: str = "") -> set[int]:
    """Keys of organisations that ought to be asked: named, on the copy list, or county boards.

    With a kind that the mandate concerns as a whole, all of that kind. Ministries gave the
    mandate and its holder carries it out, so neither is asked.
    """
    wanted = OrganisationKind(kind) if kind in WHOLE_KINDS else OrganisationKind.COUNTY_BOARD
    return (
        copied_organisations(mandate)
        | named_organisations(mandate)
        | whole_kind(mandate, wanted, on=on)
    )


def whole_kind(mandate: "Mandate", kind: OrganisationKind, *, on: date) -> set[int]:
    """Keys of every organisation of a kind on a day, without the holder."""
    found = organisations_of(kind, on=on).values_list("pk", flat=True)
    return set(found) - {mandate.holder_id}


def named_organisations(mandate: "Mandate") -> set[int]:
    """Keys of the bodies that the decision names for dialogue, without the holder."""
    found = {each.pk for found in _resolved_consults(mandate) for each in found.organisations}
    return found - {mandate.holder_id}


def copied_organisations(mandate: "Mandate") -> set[int]:
    """Keys of the copy list's organisations, without ministries and the holder."""
    copies = mandate.copies.exclude(organisation=None)
    copied = copies.exclude(organisation__kind=OrganisationKind.MINISTRY)
    return set(copied.values_list("organisation_id", flat=True)) - {mandate.holder_id}


def _resolved_consults(mandate: "Mandate") -> list[Consult]:
    """What the decision says to consult, by the names of its day.

    Reading the whole directory is slow, so that is done only for what is no plain name.
    """
    facts = mandate.decision.facts.filter(kind=FactKind.CONSULT)
    kept = facts.exclude(state=FactState.REMOVED).order_by("span_start", "position", "pk")
    words = [value["text"].strip() for value in kept.values_list("value", flat=True)]
    plain = {each: organisation_named(each, on=mandate.decided_on) for each in words if each}
    others = [each for each, organisation in plain.items() if organisation is None]
    resolved = resolve_recipients(others, on=mandate.decided_on) if others else []
    groups = dict(zip(others, resolved, strict=True))
    return [
        Consult(each, (organisation,) if organisation else groups[each].organisations)
        for each, organisation in plain.items()
    ]
