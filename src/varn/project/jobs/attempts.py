"""How often a job is tried, and how long it waits in between."""

from datetime import timedelta

WAITS = (
    timedelta(seconds=5),
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
)
MOST_ATTEMPTS = len(WAITS) + 1


def wait_before_next(attempts: int) -> timedelta | None:
    """How long a job that has failed so many times waits, or None when it is given up."""
    return WAITS[attempts - 1] if attempts < MOST_ATTEMPTS else None


def wait_after_death(attempts: int) -> timedelta | None:
    """How long a job waits whose worker died: a first death is an accident, and nobody waits."""
    if attempts == 1:
        return timedelta(0)
    return WAITS[attempts - 2] if attempts < MOST_ATTEMPTS else None
