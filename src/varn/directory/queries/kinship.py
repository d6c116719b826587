"""Organisations as the same body through renaming and merging."""

from varn.directory.models import Succession
from varn.directory.rules.kinship import Kinship


def kinship() -> Kinship:
    """Every known succession, in one query."""
    found = Succession.objects.order_by("on", "pk")
    return Kinship(tuple(found.values_list("predecessor_id", "successor_id", "on")))
