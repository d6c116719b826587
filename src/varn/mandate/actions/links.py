"""How mandates hang together: earlier ones, amendments and successors."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from varn.audit.actions import record
from varn.mandate.actions.errors import LinkedOtherWayError, LinkToItselfError
from varn.mandate.choices import FactKind, FactState, LinkKind, MandateEvent
from varn.mandate.models import DecisionFact, Mandate, MandateLink

if TYPE_CHECKING:
    from varn.accounts.models import User


@transaction.atomic
def link_mandate(
    *,
    mandate_id: int,
    kind: LinkKind,
    registry_number: str,
    title: str = "",
    by: "User",
    at: datetime,
) -> MandateLink:
    """Link a mandate to another by its registry number, in Värn or outside; once.

    The same link again returns the first. Raises `LinkToItselfError` or `LinkedOtherWayError`.
    """
    mandate = Mandate.objects.select_for_update(of=("self",)).get(pk=mandate_id)
    number = " ".join(registry_number.split())
    if number == mandate.registry_number:
        raise LinkToItselfError(mandate)
    other = Mandate.objects.filter(registry_number=number).first()
    backwards = MandateLink.objects.filter(mandate=other, kind=kind, other=mandate)
    if other and (found := backwards.select_related("mandate").first()):
        raise LinkedOtherWayError(found)
    link, is_new = MandateLink.objects.get_or_create(
        mandate=mandate,
        kind=kind,
        registry_number=number,
        defaults={"other": other, "title": title.strip(), "added_by": by, "added_at": at},
    )
    if is_new:
        _record(MandateEvent.MANDATE_LINKED, link, by, at)
    return link


@transaction.atomic
def unlink_mandate(*, link_id: int, by: "User", at: datetime) -> Mandate:
    """Take a link away; the trail keeps it. Raises `MandateLink.DoesNotExist`."""
    link = MandateLink.objects.select_for_update(of=("self",)).select_related("mandate")
    found = link.get(pk=link_id)
    _record(MandateEvent.MANDATE_UNLINKED, found, by, at)
    found.delete()
    return found.mandate


def link_at_start(mandate: Mandate, *, by: "User", at: datetime) -> None:
    """Link a new mandate to what its decision builds on, and let earlier links find it."""
    MandateLink.objects.filter(registry_number=mandate.registry_number, other=None).exclude(
        mandate=mandate
    ).update(other=mandate)
    builds_on = DecisionFact.objects.filter(
        decision_id=mandate.decision_id, kind=FactKind.BUILDS_ON
    ).exclude(state=FactState.REMOVED)
    for fact in builds_on.order_by("position", "pk"):
        number = " ".join(fact.value["text"].split())
        if number not in ("", mandate.registry_number):
            link_mandate(
                mandate_id=mandate.pk,
                kind=LinkKind.BUILDS_ON,
                registry_number=number,
                by=by,
                at=at,
            )


def _record(event: MandateEvent, link: MandateLink, by: "User", at: datetime) -> None:
    details = {"kind": link.kind, "registry_number": link.registry_number}
    record(event, subject=link.mandate, by=by, at=at, details=details)
