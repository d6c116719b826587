"""What the tests of the trail share."""

from datetime import UTC, datetime, timedelta

from django.db import connection

from varn.audit.actions import link_all_entries, record

NOON = datetime(2014, 11, 15, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=1)


def written(*subjects, at=NOON):
    """Entries in the trail, not linked."""
    return [
        record("audit.head.exported", subject=subject, by=None, at=at, details={"ö": [1, None]})
        for subject in subjects
    ]


def linked(*subjects):
    """Entries in the trail and in the chain."""
    entries = written(*subjects)
    link_all_entries(at=LATER)
    return entries


def tamper(statement, *parameters):
    """What somebody with every right in the database could do."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(statement, parameters)
        cursor.execute("SET session_replication_role = origin")
