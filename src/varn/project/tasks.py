"""Jobs that keep the installation tidy."""

from datetime import datetime, timedelta

from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.core.management import call_command
from django.db import connection
from django.db.models import Q
from django.tasks import task
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from psycopg import sql

DONE_JOBS_ARE_KEPT = timedelta(days=7)
FAILED_JOBS_ARE_KEPT = timedelta(days=90)


@task()
def clear_what_has_expired() -> dict[str, int]:
    """Remove expired sessions, cached pages and old notes of finished jobs."""
    call_command("clearsessions")
    now = timezone.now()
    return {"cached": _clear_cache(at=now), "jobs": _clear_jobs(at=now)}


def _clear_cache(*, at: datetime) -> int:
    cache = caches["default"]
    if not isinstance(cache, DatabaseCache):
        return 0
    table = sql.Identifier(cache._table)  # type: ignore[attr-defined]
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("DELETE FROM {} WHERE expires < %s").format(table).as_string(), [at])
        return int(cursor.rowcount)


def _clear_jobs(*, at: datetime) -> int:
    old = Q(status="SUCCESSFUL", finished_at__lt=at - DONE_JOBS_ARE_KEPT) | Q(
        status="FAILED", finished_at__lt=at - FAILED_JOBS_ARE_KEPT
    )
    return DBTaskResult.objects.filter(old).delete()[0]
