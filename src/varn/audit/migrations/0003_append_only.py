"""PostgreSQL refuses every change to entries and links, and notes each new entry as unlinked."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit trail is append-only: % on % is refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
"""
NOTE = """
CREATE FUNCTION audit_note_unlinked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO audit_unlinked (entry_id) VALUES (NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER audit_entry_unlinked AFTER INSERT ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_note_unlinked();
INSERT INTO audit_unlinked (entry_id) SELECT id FROM audit_entry;
"""
APPEND_ONLY = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_chain")]

    operations = [
        migrations.RunSQL(REFUSE, "DROP FUNCTION audit_refuse_change()"),
        migrations.RunSQL(
            NOTE,
            "DROP TRIGGER audit_entry_unlinked ON audit_entry; DROP FUNCTION audit_note_unlinked()",
        ),
        *(
            migrations.RunSQL(
                APPEND_ONLY.format(table=table), f"DROP TRIGGER {table}_append_only ON {table}"
            )
            for table in ("audit_entry", "audit_chainlink")
        ),
    ]
