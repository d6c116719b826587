"""What of an entry's details may stand on a page."""

from collections.abc import Mapping

HIDDEN = "•••"
SECRET_WORDS = ("password", "secret", "token", "cookie", "session", "seed", "private", "recovery")


def shown(details: Mapping[str, object]) -> dict[str, object]:
    """The details, with anything that is named like a secret covered, however deep it lies."""
    return {name: HIDDEN if _is_secret(name) else _shown(value) for name, value in details.items()}


def _shown(value: object) -> object:
    if isinstance(value, Mapping):
        return shown(value)
    if isinstance(value, list | tuple):
        return [_shown(part) for part in value]
    return value


def _is_secret(name: str) -> bool:
    return any(word in name.lower() for word in SECRET_WORDS)
