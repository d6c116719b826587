"""How a mandate hangs together with others, in both directions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from varn.mandate.choices import LinkKind
from varn.mandate.models import Mandate, MandateLink

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

BACKWARDS = {
    LinkKind.BUILDS_ON: _("Is built on by"),
    LinkKind.AMENDS: _("Is amended by"),
    LinkKind.SUCCEEDS: _("Is followed by"),
}


@dataclass(frozen=True, kw_only=True)
class Tie:
    """One link as it is read from one of its two ends."""

    link: MandateLink
    words: "StrOrPromise"
    other: Mandate | None
    registry_number: str
    title: str
    is_own: bool  # added at this mandate, so it is taken away here


def ties(mandate: Mandate) -> Sequence[Tie]:
    """What a mandate says of others, then what others say of it; one query."""
    own = MandateLink.objects.filter(mandate=mandate)
    others = MandateLink.objects.filter(other=mandate)
    found = (own | others).select_related("mandate", "other")
    rows = found.order_by("kind", "mandate__decided_on", "registry_number", "pk")
    read = [_tie(link, is_own=link.mandate_id == mandate.pk) for link in rows]
    return sorted(read, key=lambda tie: not tie.is_own)


def link(link_id: int) -> MandateLink:
    """One link with its mandate. Raises `MandateLink.DoesNotExist`."""
    return MandateLink.objects.select_related("mandate").get(pk=link_id)


def other_numbers(mandate: Mandate) -> list[tuple[str, str]]:
    """Registry number and title of every other mandate, to choose from."""
    others = Mandate.objects.exclude(pk=mandate.pk).order_by("-decided_on", "pk")
    return list(others.values_list("registry_number", "title"))


def _tie(link: MandateLink, *, is_own: bool) -> Tie:
    kind = LinkKind(link.kind)
    other = link.other if is_own else link.mandate
    return Tie(
        link=link,
        words=kind.label if is_own else BACKWARDS[kind],
        other=other,
        registry_number=other.registry_number if other else link.registry_number,
        title=other.title if other else link.title,
        is_own=is_own,
    )
