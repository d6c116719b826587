"""The roles that come with Värn."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from varn.accounts.choices import AccountsEvent
from varn.accounts.models import Role
from varn.accounts.queries.permissions import ensure_known, known_permissions
from varn.audit.actions import record

STANDARD_ROLES = Path(__file__).parents[1] / "data" / "roles.json"
EVERYTHING = "everything"


@transaction.atomic
def load_roles(*, at: datetime) -> list[Role]:
    """Bring the standard roles up to what this version says; return those that changed.

    Raises `UnknownPermissionError` where a role names a permission that no capability declares.
    """
    described = json.loads(STANDARD_ROLES.read_text(encoding="utf-8"))
    return [role for each in described if (role := _load(each, at=at))]


def _load(described: dict[str, Any], *, at: datetime) -> Role | None:
    values = {**described, "is_standard": True}
    if values["permissions"] == EVERYTHING:
        values["permissions"] = list(known_permissions())
    ensure_known(values["permissions"])
    role = Role.objects.filter(slug=values["slug"]).first()
    if role and all(getattr(role, field) == value for field, value in values.items()):
        return None
    role, _is_new = Role.objects.update_or_create(slug=values.pop("slug"), defaults=values)
    details = {"permissions": values["permissions"]}
    record(AccountsEvent.ROLE_LOADED, subject=role, by=None, at=at, details=details)
    return role
