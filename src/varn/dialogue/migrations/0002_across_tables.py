"""A meeting's activity and result are of its own mandate, held stays held, and nobody came to what was not held."""

from django.db import migrations

ACTIVITY_OF_SAME_MANDATE = """
CREATE FUNCTION dialogue_activity_of_same_mandate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM mandate_activity a
                     JOIN mandate_requirement r ON r.id = a.requirement_id
                    WHERE a.id = NEW.activity_id AND r.mandate_id = NEW.mandate_id) THEN
        RAISE EXCEPTION 'activity % is not of mandate %', NEW.activity_id, NEW.mandate_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'dialogue_activity_of_same_mandate';
    END IF;
    IF NEW.result_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM mandate_result r
         WHERE r.id = NEW.result_id AND r.activity_id = NEW.activity_id
    ) THEN
        RAISE EXCEPTION 'result % is not of activity %', NEW.result_id, NEW.activity_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'dialogue_result_of_same_activity';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER dialogue_activity_of_same_mandate
    BEFORE INSERT OR UPDATE OF mandate_id, activity_id, result_id ON dialogue_meeting
    FOR EACH ROW EXECUTE FUNCTION dialogue_activity_of_same_mandate();
"""
HELD_STAYS_HELD = """
CREATE FUNCTION dialogue_held_stays_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> 'held' OR NEW.result_id IS DISTINCT FROM OLD.result_id THEN
        RAISE EXCEPTION 'meeting % was held', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'dialogue_held_stays_held';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER dialogue_held_stays_held
    BEFORE UPDATE OF state, result_id ON dialogue_meeting
    FOR EACH ROW WHEN (OLD.state = 'held') EXECUTE FUNCTION dialogue_held_stays_held();
"""
CAME_TO_WHAT_WAS_HELD = """
CREATE FUNCTION dialogue_came_to_what_was_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM dialogue_meeting m
                    WHERE m.id = NEW.meeting_id AND m.state = 'held') THEN
        RAISE EXCEPTION 'meeting % is not held', NEW.meeting_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'dialogue_came_to_what_was_held';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER dialogue_came_to_what_was_held
    BEFORE INSERT OR UPDATE OF state, meeting_id ON dialogue_participation
    FOR EACH ROW WHEN (NEW.state IN ('came', 'absent'))
    EXECUTE FUNCTION dialogue_came_to_what_was_held();
"""


def drop(function: str, table: str) -> str:
    return f"DROP TRIGGER {function} ON {table}; DROP FUNCTION {function}()"


class Migration(migrations.Migration):
    dependencies = [("dialogue", "0001_meetings")]

    operations = [
        migrations.RunSQL(
            ACTIVITY_OF_SAME_MANDATE, drop("dialogue_activity_of_same_mandate", "dialogue_meeting")
        ),
        migrations.RunSQL(HELD_STAYS_HELD, drop("dialogue_held_stays_held", "dialogue_meeting")),
        migrations.RunSQL(
            CAME_TO_WHAT_WAS_HELD,
            drop("dialogue_came_to_what_was_held", "dialogue_participation"),
        ),
    ]
