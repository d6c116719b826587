"""What tests of accounts share."""

import pytest
from django.core.cache import cache

from tests.accounts.factories import AdministratorFactory, UserFactory


@pytest.fixture(autouse=True)
def _no_earlier_attempts():
    """Limits on attempts are counted in the cache, which outlives a test."""
    cache.clear()


@pytest.fixture
def administrator(db):
    return AdministratorFactory()


@pytest.fixture
def client_of(client):
    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def desk(client, administrator):
    """A browser where an administrator is signed in."""
    client.force_login(administrator)
    return client


@pytest.fixture
def person(db):
    return UserFactory()
