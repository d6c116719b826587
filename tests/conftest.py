"""What every test stands on: a fast PostgreSQL, migrated once and cloned for each process."""

import os
from contextlib import ExitStack

import pytest
from django.conf import settings
from django.db import connections
from django.utils import translation

from tests.databases import database_url, drop_database, make_database, use_database
from varn.project.embedded import cluster_in, running
from varn.project.messages import compile_all

STACK = ExitStack()
CRAWL = "test_every_page"  # as long as all the other journeys together


def pytest_configure():
    # Playwright keeps an event loop in the process; Django would refuse the database beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # noqa: TID251
    compile_all()
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    if not os.environ.get("DATABASE_URL"):  # noqa: TID251 - chosen before Django is there
        settings.TEST_FOLDER.mkdir(parents=True, exist_ok=True)
        STACK.enter_context(running(cluster_in(settings.TEST_FOLDER, fast=True)))


@pytest.hookimpl(tryfirst=True)  # before the groups are read
def pytest_collection_modifyitems(items):
    """Browser tests share a browser and a server: those of the crawl, and all the others.

    One process runs each of the two, for starting them takes long.
    """
    for item in items:
        if {"browser", "site"} & set(item.fixturenames):
            group = "crawl" if item.path.stem == CRAWL else "browser"
            item.add_marker(pytest.mark.xdist_group(group))
            item.add_marker(pytest.mark.browser)


def pytest_make_parametrize_id(val):
    """A file's bytes are no name: an archive has its clock in it, and processes would disagree."""
    return "bytes" if isinstance(val, bytes) else None


def pytest_unconfigure():
    STACK.close()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker):
    """A database of this process alone."""
    with django_db_blocker.unblock():
        name = make_database()
        use_database(name)
        yield
        connections.close_all()
        use_database("postgres")
        drop_database(name)


@pytest.fixture
def shared_database(django_db_setup, django_db_blocker):
    """A database of one test, where commits are real; its address is for other processes.

    Instead of `django_db(transaction=True)`, whose TRUNCATE the append-only tables refuse.
    """
    usual = settings.DATABASES["default"]["NAME"]
    with django_db_blocker.unblock():
        name = make_database()
        use_database(name)
        yield database_url(name)
        use_database(usual)
        drop_database(name)


@pytest.fixture(autouse=True)
def in_swedish():
    """A page in another language leaves no trace in the next test."""
    with translation.override("sv"):
        yield
