"""Money of a mandate, made by the actions that make it."""

from datetime import UTC, date, datetime
from uuid import uuid4

from tests.mandate.factories import CoordinatorFactory, MandateFactory
from varn.finance.actions import (
    RuleValues,
    add_rule,
    import_ledger,
    preview_ledger,
)
from varn.finance.choices import CostType
from varn.kernel.tables import write_csv

NOON = datetime(2014, 11, 20, 12, 0, tzinfo=UTC)
HEADING = ("Serie", "Ver.nr", "Bokföringsdatum", "Konto", "Kontonamn", "Kostnadsställe",
           "Projekt", "Text", "Belopp")  # fmt: skip
CAP_ORE = 300_000_000  # of the letter in tests.mandate.factories, for 2014


def ledger_row(voucher="1", day=date(2014, 5, 5), account="5810", kronor="1 000,00", **more):
    """One row of an extract, as a Swedish agency's system writes it."""
    return (more.get("series", "A"), str(voucher), day.isoformat(), account,
            more.get("account_name", "Resekostnader"), more.get("cost_centre", "120"),
            more.get("project", "4711"), more.get("text", "Tågresa"), kronor)  # fmt: skip


def ledger_csv(*rows):
    """An extract with a heading."""
    return write_csv([HEADING, *rows])


def imported(mandate, *rows, data=None, by=None):
    """Bring rows in; returns the import."""
    by = by or mandate.started_by
    data = data or ledger_csv(*rows)
    read = preview_ledger(mandate_id=mandate.pk, file_name="h.csv", data=data, by=by, at=NOON)
    return import_ledger(import_id=read.pk, by=by, at=NOON)


def rule_values(**changes):
    values = {"priority": 1, "account_from": "5000", "account_to": "5999",
              "cost_type": CostType.TRAVEL}  # fmt: skip
    return RuleValues(**values | changes)


def made_rule(mandate, **changes):
    """A rule of the mandate; without more, accounts 5000 to 5999 are travel."""
    return add_rule(
        mandate_id=mandate.pk,
        values=rule_values(**changes),
        submission=uuid4(),
        by=mandate.started_by,
        at=NOON,
    )


__all__ = ["CAP_ORE", "NOON", "CoordinatorFactory", "MandateFactory", "imported", "ledger_csv",
           "ledger_row", "made_rule", "rule_values"]  # fmt: skip
