"""The cap, the grant's year, one mandate's money and facts that stay: held for every writer, also at the same moment."""

from django.db import migrations

SAME_MANDATE = """
ALTER TABLE finance_ledgerentry ADD CONSTRAINT finance_entry_import_of_same_mandate
    FOREIGN KEY (ledger_import_id, mandate_id) REFERENCES finance_ledgerimport (id, mandate_id)
    DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE finance_ledgerentry ADD CONSTRAINT finance_entry_rule_of_same_mandate
    FOREIGN KEY (mapped_by_rule_id, mandate_id) REFERENCES finance_mappingrule (id, mandate_id)
    DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE finance_budget ADD CONSTRAINT finance_budget_assignment_of_same_mandate
    FOREIGN KEY (assignment_id, mandate_id) REFERENCES mandate_assignment (id, mandate_id)
    DEFERRABLE INITIALLY DEFERRED;

CREATE FUNCTION finance_activity_of_same_mandate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM mandate_activity a JOIN mandate_requirement r ON r.id = a.requirement_id
                    WHERE a.id = NEW.activity_id AND r.mandate_id = NEW.mandate_id) THEN
        RAISE EXCEPTION 'activity % is of another mandate', NEW.activity_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'finance_activity_of_same_mandate';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER finance_activity_of_same_mandate
    BEFORE INSERT OR UPDATE OF activity_id, mandate_id ON finance_ledgerentry FOR EACH ROW
    WHEN (NEW.activity_id IS NOT NULL) EXECUTE FUNCTION finance_activity_of_same_mandate();
CREATE TRIGGER finance_activity_of_same_mandate
    BEFORE INSERT OR UPDATE OF activity_id, mandate_id ON finance_mappingrule FOR EACH ROW
    WHEN (NEW.activity_id IS NOT NULL) EXECUTE FUNCTION finance_activity_of_same_mandate();
CREATE TRIGGER finance_activity_of_same_mandate
    BEFORE INSERT OR UPDATE OF activity_id, mandate_id ON finance_budget FOR EACH ROW
    WHEN (NEW.activity_id IS NOT NULL) EXECUTE FUNCTION finance_activity_of_same_mandate();

CREATE FUNCTION finance_grant_of_same_mandate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM mandate_grant g
                    WHERE g.id = NEW.grant_id AND g.mandate_id = NEW.mandate_id) THEN
        RAISE EXCEPTION 'grant % is of another mandate', NEW.grant_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'finance_grant_of_same_mandate';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER finance_grant_of_same_mandate
    BEFORE INSERT OR UPDATE OF grant_id, mandate_id ON finance_budget FOR EACH ROW
    WHEN (NEW.grant_id IS NOT NULL) EXECUTE FUNCTION finance_grant_of_same_mandate();
CREATE TRIGGER finance_grant_of_same_mandate
    BEFORE INSERT ON finance_forecast FOR EACH ROW
    WHEN (NEW.grant_id IS NOT NULL) EXECUTE FUNCTION finance_grant_of_same_mandate();
"""
FACTS_STAY = """
CREATE FUNCTION finance_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is never changed', TG_TABLE_NAME
        USING ERRCODE = 'check_violation', CONSTRAINT = 'finance_stays';
END $$;
CREATE TRIGGER finance_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON finance_forecast
    FOR EACH STATEMENT EXECUTE FUNCTION finance_stays();
CREATE TRIGGER finance_stays BEFORE DELETE OR TRUNCATE ON finance_ledgerentry
    FOR EACH STATEMENT EXECUTE FUNCTION finance_stays();
CREATE TRIGGER finance_stays BEFORE DELETE OR TRUNCATE ON finance_charge
    FOR EACH STATEMENT EXECUTE FUNCTION finance_stays();
CREATE TRIGGER finance_stays BEFORE UPDATE OF mandate_id ON finance_fundingsource
    FOR EACH ROW WHEN (NEW.mandate_id <> OLD.mandate_id) EXECUTE FUNCTION finance_stays();
CREATE TRIGGER finance_stays BEFORE UPDATE OR DELETE ON finance_ledgerimport
    FOR EACH ROW WHEN (OLD.applied_at IS NOT NULL) EXECUTE FUNCTION finance_stays();

CREATE FUNCTION finance_entry_is_a_fact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND
       (NEW.mandate_id, NEW.ledger_import_id, NEW.row, NEW.series, NEW.voucher, NEW.booked_on,
        NEW.account, NEW.account_name, NEW.cost_centre, NEW.project, NEW.dimensions, NEW.text,
        NEW.amount_ore, NEW.fingerprint)
       IS DISTINCT FROM
       (OLD.mandate_id, OLD.ledger_import_id, OLD.row, OLD.series, OLD.voucher, OLD.booked_on,
        OLD.account, OLD.account_name, OLD.cost_centre, OLD.project, OLD.dimensions, OLD.text,
        OLD.amount_ore, OLD.fingerprint) THEN
        RAISE EXCEPTION 'what was booked is never changed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'finance_entry_is_a_fact';
    END IF;
    -- the sum of the charges is kept by their triggers, one level down, and by nobody else
    IF (TG_OP = 'INSERT' AND NEW.charged_ore <> 0)
       OR (TG_OP = 'UPDATE' AND NEW.charged_ore <> OLD.charged_ore AND pg_trigger_depth() < 2) THEN
        RAISE EXCEPTION 'only charges change what an entry is charged'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'finance_entry_charged_by_charges';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER finance_entry_is_a_fact BEFORE INSERT OR UPDATE ON finance_ledgerentry
    FOR EACH ROW EXECUTE FUNCTION finance_entry_is_a_fact();
"""
GRANT_ACCOUNT = """
CREATE FUNCTION finance_account_by_charges() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() < 2 OR TG_OP IN ('DELETE', 'TRUNCATE') THEN
        RAISE EXCEPTION 'only charges change what a grant is charged'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'finance_account_by_charges';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER finance_account_by_charges BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE
    ON finance_grantaccount FOR EACH STATEMENT EXECUTE FUNCTION finance_account_by_charges();

-- A grant that has been charged keeps its mandate, year and kind; its amount may change, not below.
CREATE FUNCTION finance_grant_in_use() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM finance_grantaccount a WHERE a.grant_id = NEW.id) THEN
        RETURN NEW;
    END IF;
    IF (NEW.mandate_id, NEW.year, NEW.kind) IS DISTINCT FROM (OLD.mandate_id, OLD.year, OLD.kind) THEN
        RAISE EXCEPTION 'grant % has been charged', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'finance_grant_in_use';
    END IF;
    UPDATE finance_grantaccount SET limit_ore = NEW.amount_ore WHERE grant_id = NEW.id;
    RETURN NEW;
END $$;
CREATE TRIGGER finance_grant_in_use BEFORE UPDATE ON mandate_grant
    FOR EACH ROW EXECUTE FUNCTION finance_grant_in_use();
"""
CHARGES = """
CREATE FUNCTION finance_charge_refused(why text, id bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'charge of entry %: %', id, why USING ERRCODE = 'check_violation', CONSTRAINT = why;
END $$;

CREATE FUNCTION finance_charge_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM mandate_grant g WHERE g.id IN (SELECT grant_id FROM added) ORDER BY g.id FOR SHARE;
    PERFORM finance_charge_refused('finance_charge_new_is_not_withdrawn', c.entry_id)
       FROM added c WHERE c.withdrawn_at IS NOT NULL;
    PERFORM finance_charge_refused('finance_charge_has_sign_of_entry', c.entry_id)
       FROM added c JOIN finance_ledgerentry e ON e.id = c.entry_id
      WHERE sign(c.amount_ore) <> sign(e.amount_ore);
    PERFORM finance_charge_refused('finance_charge_of_same_mandate', c.entry_id)
       FROM added c JOIN finance_ledgerentry e ON e.id = c.entry_id
       LEFT JOIN mandate_grant g ON g.id = c.grant_id
       LEFT JOIN finance_fundingsource s ON s.id = c.source_id
      WHERE e.mandate_id <> coalesce(g.mandate_id, s.mandate_id);
    PERFORM finance_charge_refused('finance_charge_usable_grant', c.entry_id)
       FROM added c JOIN mandate_grant g ON g.id = c.grant_id
      WHERE g.kind NOT IN ('granted', 'allocated');
    PERFORM finance_charge_refused('finance_charge_of_grant_year', c.entry_id)
       FROM added c JOIN finance_ledgerentry e ON e.id = c.entry_id
       JOIN mandate_grant g ON g.id = c.grant_id
      WHERE g.year <> extract(year FROM e.booked_on);
    INSERT INTO finance_grantaccount (grant_id, limit_ore, charged_ore)
         SELECT g.id, g.amount_ore, 0 FROM mandate_grant g
          WHERE g.id IN (SELECT grant_id FROM added) ORDER BY g.id
    ON CONFLICT DO NOTHING;
    PERFORM 1 FROM finance_ledgerentry e WHERE e.id IN (SELECT entry_id FROM added)
      ORDER BY e.id FOR NO KEY UPDATE;
    UPDATE finance_ledgerentry e SET charged_ore = e.charged_ore + c.total
      FROM (SELECT entry_id, sum(amount_ore) AS total FROM added GROUP BY entry_id) c
     WHERE e.id = c.entry_id;
    PERFORM 1 FROM finance_grantaccount a WHERE a.grant_id IN (SELECT grant_id FROM added)
      ORDER BY a.grant_id FOR UPDATE;
    UPDATE finance_grantaccount a SET charged_ore = a.charged_ore + c.total
      FROM (SELECT grant_id, sum(amount_ore) AS total FROM added
             WHERE grant_id IS NOT NULL GROUP BY grant_id) c
     WHERE a.grant_id = c.grant_id;
    RETURN NULL;
END $$;
CREATE TRIGGER finance_charge_added AFTER INSERT ON finance_charge
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION finance_charge_added();

CREATE FUNCTION finance_charge_only_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL
       OR (NEW.id, NEW.entry_id, NEW.grant_id, NEW.source_id, NEW.amount_ore, NEW.charged_by_id, NEW.charged_at)
          IS DISTINCT FROM
          (OLD.id, OLD.entry_id, OLD.grant_id, OLD.source_id, OLD.amount_ore, OLD.charged_by_id, OLD.charged_at) THEN
        RAISE EXCEPTION 'a charge is only ever withdrawn, once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'finance_charge_only_withdrawn';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER finance_charge_only_withdrawn BEFORE UPDATE ON finance_charge
    FOR EACH ROW EXECUTE FUNCTION finance_charge_only_withdrawn();

CREATE FUNCTION finance_charge_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM finance_ledgerentry e WHERE e.id IN (SELECT entry_id FROM withdrawn)
      ORDER BY e.id FOR NO KEY UPDATE;
    UPDATE finance_ledgerentry e SET charged_ore = e.charged_ore - c.total
      FROM (SELECT entry_id, sum(amount_ore) AS total FROM withdrawn GROUP BY entry_id) c
     WHERE e.id = c.entry_id;
    PERFORM 1 FROM finance_grantaccount a WHERE a.grant_id IN (SELECT grant_id FROM withdrawn)
      ORDER BY a.grant_id FOR UPDATE;
    UPDATE finance_grantaccount a SET charged_ore = a.charged_ore - c.total
      FROM (SELECT grant_id, sum(amount_ore) AS total FROM withdrawn
             WHERE grant_id IS NOT NULL GROUP BY grant_id) c
     WHERE a.grant_id = c.grant_id;
    RETURN NULL;
END $$;
CREATE TRIGGER finance_charge_withdrawn AFTER UPDATE ON finance_charge
    REFERENCING NEW TABLE AS withdrawn FOR EACH STATEMENT EXECUTE FUNCTION finance_charge_withdrawn();
"""


def without(*functions: str) -> str:
    return "".join(f"DROP FUNCTION {function} CASCADE;" for function in functions)


class Migration(migrations.Migration):
    dependencies = [("finance", "0001_initial")]

    operations = [
        migrations.RunSQL(
            SAME_MANDATE,
            "ALTER TABLE finance_ledgerentry DROP CONSTRAINT finance_entry_import_of_same_mandate;"
            "ALTER TABLE finance_ledgerentry DROP CONSTRAINT finance_entry_rule_of_same_mandate;"
            "ALTER TABLE finance_budget DROP CONSTRAINT finance_budget_assignment_of_same_mandate;"
            + without("finance_activity_of_same_mandate()", "finance_grant_of_same_mandate()"),
        ),
        migrations.RunSQL(FACTS_STAY, without("finance_stays()", "finance_entry_is_a_fact()")),
        migrations.RunSQL(
            GRANT_ACCOUNT, without("finance_account_by_charges()", "finance_grant_in_use()")
        ),
        migrations.RunSQL(
            CHARGES,
            without(
                "finance_charge_added()",
                "finance_charge_only_withdrawn()",
                "finance_charge_withdrawn()",
                "finance_charge_refused(text, bigint)",
            ),
        ),
    ]
