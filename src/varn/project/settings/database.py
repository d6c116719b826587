"""The database setting for a DATABASE_URL."""

from typing import Any

import dj_database_url


def database(url: str, *, role: str | None = None) -> dict[str, Any]:
    """Django's settings for one PostgreSQL, with a pool of connections that act as a role."""
    settings: dict[str, Any] = dict(dj_database_url.parse(url))
    settings["OPTIONS"] = {
        **settings.get("OPTIONS", {}),
        **({"options": f"-c role={role}"} if role else {}),
        "pool": {"min_size": 1, "max_size": 8, "timeout": 10},
    }
    return settings
