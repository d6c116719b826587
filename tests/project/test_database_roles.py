"""The running application works with rows and can't change the ground."""

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from varn.accounts.models import User
from varn.project.database_roles import APPLICATION_ROLE

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_application():
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {APPLICATION_ROLE}")
        yield cursor
        cursor.execute("RESET ROLE")


def test_it_reads_and_writes_rows(as_application):
    User.objects.create_user("somebody@example.org", name="Handläggare")

    assert User.objects.count() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET event = 'x'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
        "DROP TABLE accounts_user",
        "CREATE TABLE mine (id int)",
        "DELETE FROM django_migrations",
    ],
)
def test_it_cannot_change_the_ground(as_application, statement):
    refused = pytest.raises(ProgrammingError, match=r"permission denied|must be owner")

    with refused, transaction.atomic():
        as_application.execute(statement)
