"""The permissions that roles can hold, as `varn.project.wiring` has collected them."""

from collections.abc import Iterable

from varn.kernel.permissions import Permission

_declared: dict[str, Permission] = {}


class UnknownPermissionError(LookupError):
    """A role names a permission that no capability declares."""


def declare_permissions(permissions: Iterable[Permission]) -> None:
    """Say which permissions there are, once, when Django is ready."""
    _declared.clear()
    _declared.update({permission.value: permission for permission in permissions})


def known_permissions() -> dict[str, Permission]:
    """Every permission by its value, in the order of the capabilities."""
    return dict(_declared)


def ensure_known(values: Iterable[str]) -> None:
    """Raise `UnknownPermissionError` for the first value that no capability declares."""
    for value in values:
        if value not in _declared:
            raise UnknownPermissionError(value)
