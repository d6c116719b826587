"""The command line `varn`: Django's commands, with a database under those that need one."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.core.management import execute_from_command_line
from psycopg import sql

from varn.project.database_roles import APPLICATION_ROLE
from varn.project.demo_arguments import DEFAULT_AS_OF, read_demo_arguments
from varn.project.embedded import Cluster, DatabaseStartError, cluster_in, identify, running
from varn.project.env import (
    Environment,
    SettingError,
    act_as_database_owner,
    act_as_database_role,
    choose_settings,
    read_environment,
)
from varn.project.local_data import demonstration_date, mark_demonstration

DATABASE_NAME = "varn"
SERVING = ("serve", "worker")
NEED_NO_DATABASE = (
    ("decision", "read"),
    ("final-report", "--content"),
    ("messages",),
    ("collectstatic",),
    ("makemigrations",),
    ("help",),
    ("version",),
    ("--help",),
    ("--version",),
)


class NotADemonstrationError(Exception):
    """The data folder holds something else than a demonstration."""


def main() -> None:
    """Run one command; a setting or database that is wrong is said in one line."""
    arguments = sys.argv[1:]
    try:
        environment = read_environment()
        _choose_database_user(environment, arguments)
        choose_settings(is_production=environment.is_production)
        if arguments[:1] == ["demo"]:
            _prepare_demonstration(environment, arguments[1:])
        with _database(environment, arguments):
            execute_from_command_line(["varn", *(arguments or ["help"])])
    except KeyboardInterrupt:
        sys.exit("varn: stopped")
    except (SettingError, DatabaseStartError, NotADemonstrationError) as error:
        sys.exit(f"varn: {error}")


def _choose_database_user(environment: Environment, arguments: Sequence[str]) -> None:
    """Migrations are made by the owner; what serves acts as the application and owns nothing."""
    command = arguments[0] if arguments else ""
    if command == "migrate" and environment.database_owner_url:
        act_as_database_owner(environment.database_owner_url)
    if command in SERVING and not environment.is_production:
        act_as_database_role(APPLICATION_ROLE)


@contextmanager
def _database(environment: Environment, arguments: Sequence[str]) -> Iterator[None]:
    """Keep the embedded database up while a command that needs it runs."""
    if environment.database_url or not needs_database(arguments):
        yield
        return
    identify(environment.data)
    with running(cluster_in(environment.data)) as cluster:
        create_database(cluster, DATABASE_NAME)
        yield


def needs_database(arguments: Sequence[str]) -> bool:
    """Whether a command reads or writes the database."""
    return bool(arguments) and not any(
        tuple(arguments[: len(words)]) == words for words in NEED_NO_DATABASE
    )


def create_database(cluster: Cluster, name: str) -> None:
    """Create a database in the cluster, unless it is there."""
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if not found.fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def _prepare_demonstration(environment: Environment, arguments: Sequence[str]) -> None:
    """Mark the folder before the settings are read, since they follow from the mark."""
    if environment.is_production:
        raise SettingError("VARN_ENVIRONMENT", "is production", "A demonstration runs locally.")
    chosen = read_demo_arguments(arguments)
    marked = demonstration_date(environment.data)
    if marked is None and _holds_database(environment.data):
        raise NotADemonstrationError(
            f"{environment.data} holds a database that is no demonstration. "
            "Name another folder: VARN_DATA=var-demo varn demo"
        )
    as_of = chosen.as_of or marked or DEFAULT_AS_OF
    if marked and as_of < marked:
        raise NotADemonstrationError(
            f"The demonstration in {environment.data} already shows {marked}, and time goes "
            f"forward only. Name another folder for an earlier day: "
            f"VARN_DATA=var-{as_of} varn demo --as-of {as_of}"
        )
    mark_demonstration(environment.data, as_of=as_of)


def _holds_database(data: Path) -> bool:
    return (cluster_in(data).data / "PG_VERSION").exists()
