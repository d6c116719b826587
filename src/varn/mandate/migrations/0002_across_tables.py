"""What no single table can say: a requirement's assignment is of its mandate, and a result comes after the decision."""

from django.db import migrations

ASSIGNMENT_OF_SAME_MANDATE = """
ALTER TABLE mandate_requirement ADD CONSTRAINT mandate_requirement_assignment_of_same_mandate
    FOREIGN KEY (assignment_id, mandate_id) REFERENCES mandate_assignment (id, mandate_id)
    DEFERRABLE INITIALLY DEFERRED;
"""
RESULT_AFTER_DECISION = """
CREATE FUNCTION mandate_result_after_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE decided date;
BEGIN
    SELECT m.decided_on INTO decided
      FROM mandate_activity a
      JOIN mandate_requirement r ON r.id = a.requirement_id
      JOIN mandate_mandate m ON m.id = r.mandate_id
     WHERE a.id = NEW.activity_id;
    IF NEW.occurred_on < decided THEN
        RAISE EXCEPTION 'result on % before the decision of %', NEW.occurred_on, decided
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_result_after_decision';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER mandate_result_after_decision
    BEFORE INSERT OR UPDATE OF occurred_on, activity_id ON mandate_result
    FOR EACH ROW EXECUTE FUNCTION mandate_result_after_decision();
"""


class Migration(migrations.Migration):
    dependencies = [("mandate", "0001_initial")]

    operations = [
        migrations.RunSQL(
            ASSIGNMENT_OF_SAME_MANDATE,
            "ALTER TABLE mandate_requirement"
            " DROP CONSTRAINT mandate_requirement_assignment_of_same_mandate",
        ),
        migrations.RunSQL(
            RESULT_AFTER_DECISION,
            "DROP TRIGGER mandate_result_after_decision ON mandate_result;"
            "DROP FUNCTION mandate_result_after_decision()",
        ),
    ]
