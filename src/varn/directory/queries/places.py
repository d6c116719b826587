"""Places and the maps drawn of them."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db.models import QuerySet

from varn.directory.choices import PlaceKind
from varn.directory.models import Place

DATA = Path(__file__).parents[1] / "data"


def places(kind: PlaceKind) -> QuerySet[Place]:
    """Places of a kind in the order of their codes, each with what it lies in."""
    return Place.objects.filter(kind=kind).select_related("parent").order_by("code", "pk")


def places_by_code() -> QuerySet[Place]:
    """Every place in one fixed order, for whoever prefetches some of them."""
    return Place.objects.order_by("code", "pk")


def municipalities() -> QuerySet[Place]:
    return places(PlaceKind.MUNICIPALITY)


def counties() -> QuerySet[Place]:
    return places(PlaceKind.COUNTY)


def places_known_by_code() -> QuerySet[Place]:
    """Counties and municipalities; a region has its county's code."""
    kinds = (PlaceKind.COUNTY, PlaceKind.MUNICIPALITY)
    return Place.objects.filter(kind__in=kinds).order_by("code", "pk")


def member_states() -> QuerySet[Place]:
    """The states of the European Union."""
    return places(PlaceKind.COUNTRY).order_by("name", "pk")


@dataclass(frozen=True)
class MapShape:
    """One area of a map: its code and the SVG path of its boundary."""

    code: str
    path: str


@dataclass(frozen=True)
class PlaceMap:
    """A map of every place of a kind, ready for an `svg` element."""

    kind: PlaceKind
    view_box: str
    shapes: tuple[MapShape, ...]


@cache
def place_map(kind: PlaceKind) -> PlaceMap:
    """The stored map of counties, municipalities or countries; it never changes while running."""
    stored = json.loads((DATA / f"map_{kind}.json").read_text(encoding="utf-8"))
    shapes = tuple(MapShape(code, path) for code, path in stored["shapes"].items())
    return PlaceMap(kind=kind, view_box=stored["view_box"], shapes=shapes)
