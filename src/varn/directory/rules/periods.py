"""Whether something holds on a day; a period runs up to, but not including, its end."""

from datetime import date


def holds(*, valid_from: date | None, valid_to: date | None, on: date) -> bool:
    """Unknown days don't exclude anything."""
    return (valid_from is None or valid_from <= on) and (valid_to is None or on < valid_to)
