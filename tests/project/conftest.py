"""What tests of the demonstration stand on, made once for a module and rolled back after it."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from varn.accounts.actions import load_roles
from varn.directory.actions import load_directory

LOADED_AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def ground(django_db_setup, django_db_blocker):
    """Roles and directory; each test runs in a savepoint of its own above them."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_roles(at=LOADED_AT)
        load_directory(at=LOADED_AT)
        yield
        transaction.set_rollback(True)
