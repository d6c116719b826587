"""What is stated about a grant adds up and stays: held for every writer."""

from django.db import migrations

STATEMENTS = """
CREATE FUNCTION finance_statement_refused(why text, id bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'statement of document %: %', id, why USING ERRCODE = 'check_violation', CONSTRAINT = why;
END $$;

CREATE FUNCTION finance_statement_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    given record;
    charged bigint;
    requisitioned bigint;
    repaid bigint;
BEGIN
    -- two who state the same grant's money wait for each other, and for those who charge it
    SELECT g.mandate_id, g.kind, g.amount_ore INTO given
      FROM mandate_grant g WHERE g.id = NEW.grant_id FOR UPDATE;
    IF given.kind NOT IN ('granted', 'allocated') THEN
        PERFORM finance_statement_refused('finance_statement_usable_grant', NEW.document_id);
    END IF;
    IF NOT EXISTS (SELECT 1 FROM mandate_outgoingdocument d WHERE d.id = NEW.document_id
                      AND d.mandate_id = given.mandate_id AND d.kind = NEW.kind) THEN
        PERFORM finance_statement_refused('finance_statement_of_document', NEW.document_id);
    END IF;
    IF NEW.replaces_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM finance_grantstatement o
         WHERE o.document_id = NEW.replaces_id AND o.grant_id = NEW.grant_id AND o.kind = NEW.kind) THEN
        PERFORM finance_statement_refused('finance_statement_replaces_its_like', NEW.document_id);
    END IF;
    SELECT coalesce(sum(a.charged_ore), 0) INTO charged
      FROM finance_grantaccount a WHERE a.grant_id = NEW.grant_id;
    SELECT coalesce(sum(s.amount_ore) FILTER (WHERE s.kind = 'requisition'), 0),
           coalesce(sum(s.amount_ore) FILTER (WHERE s.kind = 'repayment'), 0)
      INTO requisitioned, repaid
      FROM finance_grantstatement s
     WHERE s.grant_id = NEW.grant_id AND s.document_id IS DISTINCT FROM NEW.replaces_id
       AND NOT EXISTS (SELECT 1 FROM finance_grantstatement n WHERE n.replaces_id = s.document_id);
    IF NEW.kind = 'requisition' THEN requisitioned := requisitioned + NEW.amount_ore; END IF;
    IF NEW.kind = 'repayment' THEN repaid := repaid + NEW.amount_ore; END IF;
    IF requisitioned > given.amount_ore THEN
        PERFORM finance_statement_refused('finance_statement_within_grant', NEW.document_id);
    END IF;
    IF (NEW.kind = 'repayment' AND repaid <> requisitioned - charged)
       OR (NEW.kind = 'financial_account' AND NEW.amount_ore <> charged) THEN
        PERFORM finance_statement_refused('finance_statement_as_the_ledger', NEW.document_id);
    END IF;
    IF (NEW.requisitioned_ore, NEW.charged_ore, NEW.repaid_ore)
       IS DISTINCT FROM (requisitioned, charged, repaid) THEN
        PERFORM finance_statement_refused('finance_statement_adds_up', NEW.document_id);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER finance_statement_adds_up BEFORE INSERT ON finance_grantstatement
    FOR EACH ROW EXECUTE FUNCTION finance_statement_adds_up();
CREATE TRIGGER finance_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON finance_grantstatement
    FOR EACH STATEMENT EXECUTE FUNCTION finance_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("finance", "0003_grant_statements")]

    operations = [
        migrations.RunSQL(
            STATEMENTS,
            "DROP TRIGGER finance_stays ON finance_grantstatement;"
            "DROP FUNCTION finance_statement_adds_up() CASCADE;"
            "DROP FUNCTION finance_statement_refused(text, bigint) CASCADE;",
        )
    ]
