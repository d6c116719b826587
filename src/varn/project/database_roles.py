"""What the running application may do in the database: work with rows, never change the ground.

The owner makes tables and migrates. Server and worker act as `varn_application`: no tables made
or altered, no trigger switched off, and the audit trail only read and added to.
"""

import psycopg
from django.db import connection
from psycopg import sql

APPLICATION_ROLE = "varn_application"
ONLY_ADDED_TO = (
    "audit_entry",
    "audit_chainlink",
    "mandate_outgoingdocument",
    "mandate_outgoingfile",
    "finance_grantstatement",
    "final_report_parttext",
)
ONLY_READ = ("django_migrations",)


class RoleMissingError(Exception):
    """The role doesn't exist and we may not make it; the message says what to run."""


def grant_to_application() -> None:
    """Make the role where it is missing, and give it what it needs on the tables of today.

    Raises `RoleMissingError` when the role is missing and this user may not create one.
    """
    with connection.cursor() as cursor:
        _make_role(cursor)
        for statement in _grants():
            cursor.execute(statement.as_string())


def _make_role(cursor: object) -> None:
    statement = f"""
        DO $$ BEGIN
            CREATE ROLE {APPLICATION_ROLE} NOLOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$
    """
    try:
        cursor.execute(statement)  # type: ignore[attr-defined]
    except psycopg.errors.InsufficientPrivilege as error:
        raise RoleMissingError(
            f"Ask the database's administrator to run: CREATE ROLE {APPLICATION_ROLE} NOLOGIN; "
            f"GRANT {APPLICATION_ROLE} TO CURRENT_USER;"
        ) from error


def _grants() -> list[sql.Composed]:
    role = sql.Identifier(APPLICATION_ROLE)
    tables = [(name, "INSERT, SELECT") for name in ONLY_ADDED_TO]
    tables += [(name, "SELECT") for name in ONLY_READ]
    everything = [
        "GRANT {} TO CURRENT_USER",
        "GRANT USAGE ON SCHEMA public TO {}",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}",
        "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}",
    ]
    statements = [sql.SQL(text).format(role) for text in everything]
    for name, allowed in tables:
        table = sql.Identifier(name)
        statements.append(sql.SQL("REVOKE ALL ON TABLE {} FROM {}").format(table, role))
        statements.append(
            sql.SQL("GRANT {} ON TABLE {} TO {}").format(sql.SQL(allowed), table, role)
        )
    return statements
