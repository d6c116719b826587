"""What is sent is never changed, an obligation's document is its mandate's, and no activity is completed unassessed."""

from django.db import migrations

DOCUMENT_OF_SAME_MANDATE = """
ALTER TABLE mandate_obligation ADD CONSTRAINT mandate_obligation_document_of_same_mandate
    FOREIGN KEY (document_id, mandate_id) REFERENCES mandate_outgoingdocument (id, mandate_id)
    DEFERRABLE INITIALLY DEFERRED;
"""
CITES_ITS_MANDATE = """
CREATE FUNCTION mandate_document_cites_its_mandate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM mandate_mandate m
                    WHERE m.id = NEW.mandate_id AND m.registry_number = NEW.registry_number) THEN
        RAISE EXCEPTION 'the document cites % and not its mandate', NEW.registry_number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_document_cites_its_mandate';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER mandate_document_cites_its_mandate
    BEFORE INSERT ON mandate_outgoingdocument
    FOR EACH ROW EXECUTE FUNCTION mandate_document_cites_its_mandate();
"""
SENT_IS_FROZEN = """
CREATE FUNCTION mandate_sent_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was made ready to sign is never changed'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_sent_is_frozen';
END $$;
CREATE TRIGGER mandate_sent_is_frozen BEFORE UPDATE OR DELETE OR TRUNCATE
    ON mandate_outgoingdocument FOR EACH STATEMENT EXECUTE FUNCTION mandate_sent_is_frozen();
CREATE TRIGGER mandate_sent_is_frozen BEFORE UPDATE OR DELETE OR TRUNCATE
    ON mandate_outgoingfile FOR EACH STATEMENT EXECUTE FUNCTION mandate_sent_is_frozen();
"""
COMPLETED_IS_ASSESSED = """
CREATE FUNCTION mandate_completed_is_assessed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state = 'completed' AND NOT EXISTS (
        SELECT 1 FROM mandate_childrightsassessment c WHERE c.activity_id = NEW.id
    ) THEN
        RAISE EXCEPTION 'no child-rights impact assessment of activity %', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_completed_is_assessed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER mandate_completed_is_assessed
    BEFORE INSERT OR UPDATE OF state ON mandate_activity
    FOR EACH ROW EXECUTE FUNCTION mandate_completed_is_assessed();
"""
ASSESSMENT_STAYS = """
CREATE FUNCTION mandate_assessment_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM mandate_activity a
                WHERE a.id = OLD.activity_id AND a.state = 'completed')
       AND (TG_OP = 'DELETE' OR NEW.activity_id <> OLD.activity_id) THEN
        RAISE EXCEPTION 'activity % is completed on this assessment', OLD.activity_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_assessment_stays';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER mandate_assessment_stays
    BEFORE UPDATE OR DELETE ON mandate_childrightsassessment
    FOR EACH ROW EXECUTE FUNCTION mandate_assessment_stays();
"""


def drop(function: str, *tables: str) -> str:
    triggers = "".join(f"DROP TRIGGER {function} ON {table};" for table in tables)
    return f"{triggers}DROP FUNCTION {function}()"


class Migration(migrations.Migration):
    dependencies = [("mandate", "0005_run_the_mandate")]

    operations = [
        migrations.RunSQL(
            DOCUMENT_OF_SAME_MANDATE,
            "ALTER TABLE mandate_obligation"
            " DROP CONSTRAINT mandate_obligation_document_of_same_mandate",
        ),
        migrations.RunSQL(
            CITES_ITS_MANDATE,
            drop("mandate_document_cites_its_mandate", "mandate_outgoingdocument"),
        ),
        migrations.RunSQL(
            SENT_IS_FROZEN,
            drop("mandate_sent_is_frozen", "mandate_outgoingdocument", "mandate_outgoingfile"),
        ),
        migrations.RunSQL(
            COMPLETED_IS_ASSESSED, drop("mandate_completed_is_assessed", "mandate_activity")
        ),
        migrations.RunSQL(
            ASSESSMENT_STAYS, drop("mandate_assessment_stays", "mandate_childrightsassessment")
        ),
    ]
