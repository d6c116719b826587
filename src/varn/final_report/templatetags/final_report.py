"""What the report's templates ask that Django's own filters don't answer."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def address_of(stored: Mapping[str, str] | str, check_sum: str) -> str:
    """Where the file with the check sum can be fetched; empty in a file that stands alone."""
    return stored.get(check_sum, "") if isinstance(stored, Mapping) else ""
