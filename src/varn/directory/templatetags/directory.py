"""A map of places for any page: `{% load directory %}`, then `{% place_map "county" label=… %}`."""

from collections.abc import Mapping

from django import template

from varn.directory.choices import PlaceKind
from varn.directory.queries.places import MapShape, place_map

register = template.Library()
NO_TONES: Mapping[str, str] = {}


@register.inclusion_tag("directory/parts/place_map.html", name="place_map")
def draw_place_map(
    kind: str,
    label: str,
    tones: Mapping[str, str] = NO_TONES,
    titles: Mapping[str, str] = NO_TONES,
) -> dict[str, object]:
    """Boundaries of every place of a kind, each with a tone and a title by its code.

    Tones: none, low, middle, high, gap. A table with the same figures must stand beside it.
    """
    drawn = place_map(PlaceKind(kind))
    areas = [_Area(shape, tones, titles) for shape in drawn.shapes]
    return {"view_box": drawn.view_box, "areas": areas, "label": label, "kind": kind}


class _Area:
    """One place on the map, as the template needs it."""

    def __init__(
        self, shape: MapShape, tones: Mapping[str, str], titles: Mapping[str, str]
    ) -> None:
        self.path = shape.path
        self.tone = tones.get(shape.code, "none")
        self.title = titles.get(shape.code, "")
