"""Databases for tests: one is migrated once per set of migrations, the others are its clones."""

import fcntl
import hashlib
import os
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg import sql

ROOT = Path(__file__).parents[1]
_numbers = count()


def make_database():
    """Clone the migrated template; returns the new database's name."""
    template = f"varn_template_{_migrations_hash()}"
    name = f"varn_test_{os.getpid()}_{next(_numbers)}"
    with (settings.TEST_FOLDER / f"{template}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _make_template(template)
        _execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        _execute("CREATE DATABASE {} TEMPLATE {}", name, template)
    return name


def drop_database(name):
    _execute("DROP DATABASE {} WITH (FORCE)", name)


def database_url(name):
    """The address that another process can reach a database by."""
    database = settings.DATABASES["default"]
    host = quote(database["HOST"], safe="")
    port = f":{database['PORT']}" if database["PORT"] else ""
    password = f":{quote(database['PASSWORD'])}" if database["PASSWORD"] else ""
    return f"postgresql://{database['USER']}{password}@{host}{port}/{name}"


def use_database(name):
    """Point this process at another database."""
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = name
    connections["default"].settings_dict["NAME"] = name


def _make_template(template):
    if _exists(template):
        return
    _drop_older_templates()
    used = settings.DATABASES["default"]["NAME"]
    half_done = f"{template}_half_done"
    _execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", half_done)
    _execute("CREATE DATABASE {}", half_done)
    use_database(half_done)
    call_command("migrate", verbosity=0)
    use_database(used)
    _execute("ALTER DATABASE {} RENAME TO {}", half_done, template)


def _drop_older_templates():
    with _server() as connection:
        older = connection.execute(
            "SELECT datname FROM pg_database d WHERE datname LIKE 'varn_template_%' AND NOT EXISTS "
            "(SELECT FROM pg_stat_activity a WHERE a.datname = d.datname)"
        ).fetchall()
    for (name,) in older:
        _execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


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
    digest = hashlib.sha256((ROOT / "uv.lock").read_bytes())
    package = ROOT / "src" / "varn"
    roles = package / "project" / "database_roles.py"
    for path in [roles, *sorted(package.glob("*/migrations/*.py"))]:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]
