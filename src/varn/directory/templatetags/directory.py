"""A map of places for any page: `{% load directory %}`, then `{% place_map "county" label=… %}`."""

from collections.abc import Mapping

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from varn.directory.choices import PlaceKind
from varn.directory.queries.places import place_map

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
    areas = format_html_join(
        "",
        '<path class="place-map__area" data-tone="{}" d="{}">{}</path>',
        (
            (tones.get(shape.code, "none"), shape.path, _title(titles.get(shape.code)))
            for shape in drawn.shapes
        ),
    )
    return {"view_box": drawn.view_box, "areas": areas, "label": label, "kind": kind}


def _title(text: str | None) -> SafeString | str:
    return format_html("<title>{}</title>", text) if text else ""
