"""What every test stands on: a fast PostgreSQL, migrated once and cloned for each process."""

import fcntl
import hashlib
import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from varn.project.embedded import cluster_in, running
from varn.project.messages import compile_all

SOURCE = Path(__file__).parents[1] / "src" / "varn"
STACK = ExitStack()


def pytest_configure():
    compile_all()
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    if not os.environ.get("DATABASE_URL"):
        settings.TEST_FOLDER.mkdir(parents=True, exist_ok=True)
        STACK.enter_context(running(cluster_in(settings.TEST_FOLDER, fast=True)))


def pytest_unconfigure():
    STACK.close()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker):
    """A database of this process alone, cloned from one that is migrated once per set of migrations."""
    template = f"varn_template_{_migrations_hash()}"
    name = f"varn_test_{os.getpid()}"
    with django_db_blocker.unblock():
        with (Path(tempfile.gettempdir()) / f"{template}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            _make_template(template)
            _execute("CREATE DATABASE {} TEMPLATE {}", name, template)
        _use(name)
        yield
        connections.close_all()
        _use("postgres")
        _execute("DROP DATABASE {} WITH (FORCE)", name)


def _make_template(template):
    if _exists(template):
        return
    half_done = f"{template}_half_done"
    _execute("DROP DATABASE IF EXISTS {}", half_done)
    _execute("CREATE DATABASE {}", half_done)
    _use(half_done)
    call_command("migrate", verbosity=0)
    connections.close_all()
    _execute("ALTER DATABASE {} RENAME TO {}", half_done, template)


def _use(name):
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = name
    connections["default"].settings_dict["NAME"] = name


def _server():
    database = settings.DATABASES["default"]
    return psycopg.connect(
        host=database["HOST"],
        port=database["PORT"] or None,
        user=database["USER"],
        password=database["PASSWORD"] or None,
        dbname="postgres",
        autocommit=True,
    )


def _exists(name):
    with _server() as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return found.fetchone() is not None


def _execute(statement, *names):
    with _server() as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _migrations_hash():
    digest = hashlib.sha256((SOURCE.parents[1] / "uv.lock").read_bytes())
    for path in sorted(SOURCE.glob("*/migrations/*.py")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]
