"""Fills the demonstration's database up to the size that the desk must bear, by SQL."""

from django.db import connection

MANDATES, ACTIVITIES, RESULTS = 50, 5_000, 100_000
ENTRIES = 50_000
VOUCHERS = 100_000

# The demonstration's mandate is the model; the others are copies of what the pages read.
COPIES = (
    "mandate_assignment",
    "mandate_requirement",
    "mandate_obligation",
    "mandate_appropriation",
    "mandate_grant",
    "mandate_copyrecipient",
)
PLACE = "places.names[1 + n % array_length(places.names, 1)]"
TITLE = f"""(ARRAY['Hotell i ' || {PLACE} || ' utbildade sin personal',
 'Kommunerna kring ' || {PLACE} || ' antog riktlinjer',
 'Utbildning för socialsekreterare i ' || {PLACE}, 'Möte med polisen i ' || {PLACE},
 'Resebyråer i ' || {PLACE} || ' informerade resenärer', 'Skolor i ' || {PLACE} || ' fick besök',
 'Ungdomsmottagningar i ' || {PLACE} || ' fick vägledning',
 'Tulltjänstemän i ' || {PLACE} || ' gick en kurs'])[1 + n % 8]"""


def fill() -> str:
    """Add what is missing and say how much there is."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # copied rows are whole already
        _mandates(cursor)
        _work(cursor)
        _trail(cursor)
        _ledger(cursor)
        cursor.execute("SET session_replication_role = DEFAULT")
        _continue_numbers(cursor)
        cursor.execute("VACUUM ANALYZE")  # PostgreSQL does so itself, some minutes later
        counts = [_count(cursor, name) for name in ("mandate", "activity", "result", "evidence")]
    return "{} mandates, {} activities, {} results, {} files".format(*counts)


def _mandates(cursor: object) -> None:
    _copy(cursor, "mandate_decision", {"id": "1000 + n", "sha256": "lpad(to_hex(n), 64, '0')",
                                       "submission": "gen_random_uuid()"})  # fmt: skip
    _copy(cursor, "mandate_mandate", {"id": "1000 + n", "decision_id": "1000 + n",
          "registry_number": "'S2013/' || (2000 + n) || '/FST'",
          "title": "'Uppdrag ' || n || ' att samordna skyddet av barn'"})  # fmt: skip
    for table in COPIES:
        changes = {"id": f"{table}.id + n * 10000", "mandate_id": "1000 + n"}
        for other in ("assignment_id", "appropriation_id"):
            changes[other] = f"{other} + n * 10000"
        for link in ("document_id", "sent_on", "fulfilled_at", "fulfilled_by_id"):
            changes[link] = "NULL"
        _copy(cursor, table, changes)


def _copy(cursor: object, table: str, changes: dict[str, str]) -> None:
    """Copy the first mandate's rows of a table once for each other mandate."""
    columns = _columns(cursor, table)
    values = ", ".join(changes.get(name, f"{table}.{name}") for name in columns)
    whose = "mandate_id = 1" if "mandate_id" in columns else f"{table}.id = 1"
    cursor.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table},"  # noqa: S608
        f" generate_series(2, {MANDATES}) n WHERE {whose}"
    )


def _columns(cursor: object, table: str) -> list[str]:
    cursor.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s"
        " AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [table],
    )
    return [name for (name,) in cursor.fetchall()]


def _work(cursor: object) -> None:
    """Activities over all requirements, results over all activities and counties."""
    model = {"mandate_activity": "activity", "mandate_result": "result"}
    for table, number in zip(model, (ACTIVITIES, RESULTS), strict=True):
        columns = _columns(cursor, table)
        parent = {
            "mandate_activity": ("requirement_id", "mandate_requirement"),
            "mandate_result": ("activity_id", "mandate_activity"),
        }[table]
        changes = {
            "id": "1000000 + n",
            "submission": "gen_random_uuid()",
            parent[0]: "parents.ids[1 + n % array_length(parents.ids, 1)]",
            "title": TITLE,
            "description": "'Anteckning ' || n || '. Underlaget finns hos samordnaren.'",
            "place_id": "places.ids[1 + n % array_length(places.ids, 1)]",
            "state": "'under_way'",
            "ended_at": "NULL", "ended_by_id": "NULL", "ended_because": "''",
        }  # fmt: skip
        values = ", ".join(changes.get(name, f"model.{name}") for name in columns)
        cursor.execute(
            f"""INSERT INTO {table} ({", ".join(columns)}) SELECT {values}
            FROM (SELECT * FROM {table} ORDER BY id LIMIT 1) model,
            (SELECT array_agg(id ORDER BY id) ids FROM {parent[1]}) parents,
            (SELECT array_agg(id ORDER BY id) ids, array_agg(name ORDER BY id) names
             FROM directory_place WHERE kind = 'municipality') places,
            generate_series(1, {number} - (SELECT count(*) FROM {table})) n"""  # noqa: S608
        )
    _evidence(cursor)


def _evidence(cursor: object) -> None:
    """Two of three results have a file."""
    columns = _columns(cursor, "mandate_evidence")
    changes = {"id": "1000000 + r.id", "result_id": "r.id", "sha256": "lpad(to_hex(r.id), 64, '0')"}
    values = ", ".join(changes.get(name, f"model.{name}") for name in columns)
    cursor.execute(
        f"""INSERT INTO mandate_evidence ({", ".join(columns)}) SELECT {values}
        FROM (SELECT * FROM mandate_evidence ORDER BY id LIMIT 1) model, mandate_result r
        WHERE r.id > 1000000 AND r.id % 3 > 0"""  # noqa: S608
    )


def _trail(cursor: object) -> None:
    """What others have done, most of it long ago."""
    cursor.execute(
        """INSERT INTO audit_entry (event, subject, by, at, details)
        SELECT 'mandate.result.recorded', 'mandate.result:' || (1000000 + n),
        'kollega' || (n %% 40) || '@varn.example', now() - n * interval '9 minutes', '{}'
        FROM generate_series(1, %s) n""",
        [ENTRIES],
    )


def _ledger(cursor: object) -> None:
    """Vouchers of the first mandate, copies of the demonstration's, a tenth of them not mapped."""
    columns = _columns(cursor, "finance_ledgerentry")
    unmapped = {"cost_type": "''", "activity_id": "NULL", "mapped_by_rule_id": "NULL",
                "mapped_by_id": "NULL", "mapped_at": "NULL"}  # fmt: skip
    changes = {
        "id": "1000000 + n",
        "row": "n",
        "voucher": "'L' || n",
        "booked_on": "date '2014-03-01' + (n % 250)::int",
        "fingerprint": "lpad(to_hex(n), 64, '0')",
        "amount_ore": "100 + n % 1000000",
        "charged_ore": "0",
    } | {name: f"CASE WHEN n % 10 > 0 THEN model.{name} ELSE {value} END"
         for name, value in unmapped.items()}  # fmt: skip
    values = ", ".join(changes.get(name, f"model.{name}") for name in columns)
    cursor.execute(
        f"""INSERT INTO finance_ledgerentry ({", ".join(columns)}) SELECT {values}
        FROM generate_series(1, {VOUCHERS} - (SELECT count(*) FROM finance_ledgerentry)) n
        JOIN (SELECT *, row_number() OVER (ORDER BY id) - 1 AS place,
              count(*) OVER () AS number FROM finance_ledgerentry) model
        ON model.place = n % model.number"""  # noqa: S608
    )


def _continue_numbers(cursor: object) -> None:
    for table in (*COPIES, "mandate_decision", "mandate_mandate", "mandate_activity",
                  "mandate_result", "mandate_evidence"):  # fmt: skip
        cursor.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"  # noqa: S608
        )


def _count(cursor: object, name: str) -> int:
    cursor.execute(f"SELECT count(*) FROM mandate_{name}")  # noqa: S608
    return int(cursor.fetchone()[0])
