"""How a capability names its own things that the trail tells of, and where they are."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from varn.kernel.search import Hit


@dataclass(frozen=True)
class Known:
    """A model whose rows have names that a reader understands.

    What it names stands on a page that everybody with the capability's `view` may open.
    """

    model: type[Model]
    named: Callable[[Any], Hit]
    related: tuple[str, ...] = ()  # what the names need beside the row


def described(known: Mapping[str, Known], model: str, ids: Iterable[int]) -> Mapping[int, Hit]:
    """Name and address of each thing that is still there; nothing for a model without names."""
    if model not in known:
        return {}
    found = known[model]
    rows = found.model._default_manager.filter(pk__in=list(ids))
    rows = rows.select_related(*found.related) if found.related else rows
    return {row.pk: found.named(row) for row in rows}
