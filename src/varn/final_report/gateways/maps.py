"""The map of counties as a picture that stands alone: SVG for web and print, PNG for Word."""

from collections.abc import Mapping
from functools import lru_cache

import typst
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from varn.directory.choices import PlaceKind
from varn.directory.queries.places import place_map

TONES = {"none": "#ffffff", "low": "#c7d8ea", "middle": "#6f9cc8", "high": "#1d3f63"}
LINE = "#5b6672"
PIXELS_PER_INCH = 144
PICTURE = '#set page(width: 60mm, height: auto, margin: 0pt)\n#image("map.svg", width: 60mm)'


def map_svg(tones: Mapping[str, str]) -> bytes:
    """The map with its colours in it; what it shows is told in the text beside it."""
    drawn = place_map(PlaceKind.COUNTY)
    areas = format_html_join(
        "",
        '<path fill="{}" d="{}"/>',
        ((TONES[tones.get(shape.code, "none")], shape.path) for shape in drawn.shapes),
    )
    svg = format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}">'
        '<g stroke="{}" stroke-width="9" stroke-linejoin="round">{}</g></svg>',
        drawn.view_box,
        LINE,
        areas,
    )
    return svg.encode()


@lru_cache(maxsize=8)
def map_png(svg: bytes) -> bytes:
    """The same map in pixels, for programs that show no SVG; the same on every machine."""
    made = typst.compile(  # type: ignore[call-overload]  # its stub forgets files by name
        {"main.typ": PICTURE.encode(), "map.svg": svg},
        format="png",
        ppi=PIXELS_PER_INCH,
        font_paths=typst.Fonts(include_system_fonts=False),
    )
    return bytes(made)


def map_on_page(tones: Mapping[str, str], titles: Mapping[str, str], alt: str) -> SafeString:
    """The map within a page, coloured by the page's own style."""
    drawn = place_map(PlaceKind.COUNTY)
    areas = format_html_join(
        "",
        '<path class="place-map__area" data-tone="{}" d="{}"><title>{}</title></path>',
        (
            (tones.get(shape.code, "none"), shape.path, titles.get(shape.code, shape.code))
            for shape in drawn.shapes
        ),
    )
    return format_html(
        '<svg class="place-map" viewBox="{}" role="img" aria-label="{}">{}</svg>',
        drawn.view_box,
        alt,
        areas,
    )


def tones_of(document: Mapping[str, object]) -> Mapping[str, str]:
    """The tones of the report's map; it is the same wherever it stands."""
    blocks = document["blocks"]
    assert isinstance(blocks, list)  # noqa: S101 - made in rules/document.py
    found: Mapping[str, str] = next((each["tones"] for each in blocks if each["kind"] == "map"), {})
    return found
