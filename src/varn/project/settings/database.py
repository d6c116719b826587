"""The database setting for a DATABASE_URL."""

from typing import Any

import dj_database_url

PLANNING = (
    "-c random_page_cost=1.1",  # what is asked for often lies in memory, the rest on a solid disk
    "-c jit=off",  # compiling takes longer than the questions of a page
)


def database(url: str, *, role: str | None = None) -> dict[str, Any]:
    """Django's settings for one PostgreSQL, with a pool of connections that act as a role."""
    settings: dict[str, Any] = dict(dj_database_url.parse(url))
    given = settings.get("OPTIONS", {})
    acting = (f"-c role={role}",) if role else ()
    settings["OPTIONS"] = {
        **given,
        "options": " ".join(filter(None, (*PLANNING, given.get("options"), *acting))),
        "pool": {"min_size": 1, "max_size": 8, "timeout": 10},
    }
    return settings
