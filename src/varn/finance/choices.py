"""Closed lists used by the mandate's money."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varn.kernel.events import Event
from varn.kernel.permissions import Permission


class FinancePermission(Permission):
    VIEW = "finance.view", _("See the money: vouchers, budget, forecast and what was sent")
    CHANGE = "finance.change", _("Import ledgers, charge vouchers, plan and forecast the money")
    SIGN = "finance.sign", _("Sign requisition, repayment and financial account")


class FinanceEvent(Event):
    LEDGER_READ = "finance.ledger.read", _("Read a ledger file for preview")
    LEDGER_IMPORTED = "finance.ledger.imported", _("Imported a ledger file")
    RULE_ADDED = "finance.rule.added", _("Added a rule that maps vouchers")
    RULE_CHANGED = "finance.rule.changed", _("Changed a rule that maps vouchers")
    RULE_REMOVED = "finance.rule.removed", _("Removed a rule that maps vouchers")
    ENTRIES_MAPPED = "finance.entries.mapped", _("Mapped vouchers by the rules")
    ENTRY_MAPPED = "finance.entry.mapped", _("Mapped a voucher by hand")
    SOURCE_NAMED = "finance.source.named", _("Named another source of funding")
    ENTRIES_CHARGED = "finance.entries.charged", _("Charged vouchers to the grant")
    ENTRY_CHARGED = "finance.entry.charged", _("Charged a voucher")
    CHARGE_WITHDRAWN = "finance.charge.withdrawn", _("Withdrew what a voucher was charged")
    CHARGE_MOVED = "finance.charge.moved", _("Moved a voucher to another source of funding")
    BUDGET_SET = "finance.budget.set", _("Set a line of the budget")
    BUDGET_REMOVED = "finance.budget.removed", _("Removed a line of the budget")
    FORECAST_MADE = "finance.forecast.made", _("Made a forecast of the money")


class LedgerKind(models.TextChoices):
    """The form of a ledger file."""

    XLSX = "xlsx", _("Excel (xlsx)")
    CSV = "csv", _("CSV")
    SIE = "sie", _("SIE 4")


class CostType(models.TextChoices):
    """What money is spent on, as financial accounts to the government divide it."""

    SALARIES = "salaries", _("Salaries")
    TRAVEL = "travel", _("Travel")
    PREMISES = "premises", _("Premises")
    SERVICES = "services", _("Consultants and services")
    MEETINGS = "meetings", _("Conferences and meetings")
    COMMUNICATION = "communication", _("Printing and communication")
    GRANTS_PAID = "grants_paid", _("Grants paid on to others")
    OVERHEAD = "overhead", _("Overhead")
    OTHER = "other", _("Other costs")


class SourceKind(models.TextChoices):
    """Where money comes from when it isn't the mandate's grant."""

    ADMINISTRATION = "administration", _("The agency's own appropriation")
    OTHER_GRANT = "other_grant", _("A grant from elsewhere")
    EUROPEAN_UNION = "european_union", _("The European Union")
    OTHER = "other", _("Another source")


# Kinds of grants that costs can be charged to: planned money isn't granted, and a total or a
# part of it would count the same money twice. The triggers of migration 0001 say the same.
USABLE_GRANT_KINDS = ("granted", "allocated")
