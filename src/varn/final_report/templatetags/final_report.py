"""What the report's templates need beside Django's own."""

from collections.abc import Mapping, Sequence

from django import template
from django.utils.safestring import SafeString

from varn.final_report.gateways.maps import map_on_page

register = template.Library()


@register.filter
def address_of(stored: Mapping[str, str] | str, check_sum: str) -> str:
    """Where the file with the check sum can be fetched; empty in a file that stands alone."""
    return stored.get(check_sum, "") if isinstance(stored, Mapping) else ""


@register.filter
def drawn(block: Mapping[str, object]) -> SafeString:
    """A block of kind map as a picture with its alt text."""
    tones, titles = block["tones"], block["titles"]
    assert isinstance(tones, Mapping)  # noqa: S101 - made in rules/maps.py
    assert isinstance(titles, Mapping)  # noqa: S101
    return map_on_page(tones, titles, str(block["alt"]))


@register.filter
def at(things: Sequence[object], place: int) -> object:
    """The thing at a place in a list; the first is at 0."""
    return things[place]
