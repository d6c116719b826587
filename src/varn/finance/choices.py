"""Closed lists used by the mandate's money."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varn.kernel.events import Event
from varn.kernel.permissions import Permission
from varn.mandate.choices import DocumentKind


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
    ENTRY_MAPPED = "finance.entry.mapped", _("Mapped a voucher by hand")
    SOURCE_NAMED = "finance.source.named", _("Named another source of funding")
    ENTRIES_CHARGED = "finance.entries.charged", _("Charged vouchers to the grant")
    ENTRY_CHARGED = "finance.entry.charged", _("Charged a voucher")
    CHARGE_WITHDRAWN = "finance.charge.withdrawn", _("Withdrew what a voucher was charged")
    CHARGE_MOVED = "finance.charge.moved", _("Moved a voucher to another source of funding")
    BUDGET_SET = "finance.budget.set", _("Set a line of the budget")
    BUDGET_REMOVED = "finance.budget.removed", _("Removed a line of the budget")
    FORECAST_MADE = "finance.forecast.made", _("Made a forecast of the money")
    GRANT_STATED = "finance.grant.stated", _("Stated what a grant was asked, used or repaid")


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


class LedgerProblem(models.TextChoices):
    """Why a cell or a line of a ledger file can't be read, and what to do."""

    MISSING = "missing", _("The cell is empty. Fill it in.")
    NOT_AN_AMOUNT = "not_an_amount", _("This is no amount. Write it as 1 234,50 or -1234,50.")
    NOT_WHOLE_ORE = "not_whole_ore", _("The amount has more than two decimals. Write whole öre.")
    TOO_LARGE = "too_large", _("The amount is too large to be right. Check it.")
    NOT_A_DAY = (
        "not_a_day",
        _("This is no day in the calendar. Write it as 2014-05-31, or 20140531 in a SIE file."),
    )
    TOO_LONG = "too_long", _("The text is too long. Check that the columns are right.")
    NO_NUMBER = "no_number", _("The voucher has no number. Book it first, then export it again.")
    NOT_BALANCED = (
        "not_balanced",
        _("The voucher's rows don't add up to zero: the file isn't whole. Export it again."),
    )
    NOT_CLOSED = "not_closed", _("The voucher has no end: the file isn't whole. Export it again.")
    NOT_READ = "not_read", _("The line doesn't follow the format SIE. Export the file again.")


class LedgerRefusal(models.TextChoices):
    """Why a whole ledger file is not read, and what to do."""

    NO_HEADING = (
        "no_heading",
        _(
            "No row with headings was found. The file needs columns for voucher number, day, "
            "account and amount (or debit and credit)."
        ),
    )
    NO_VOUCHERS = (
        "no_vouchers",
        _(
            "The file is SIE of type 1, 2 or 3: it has balances only, no vouchers. Export it "
            "again as SIE 4."
        ),
    )
    SIE_5 = "sie_5", _("The file is SIE 5 (XML). Export it again as SIE 4.")
    EMPTY = "empty", _("The file has no vouchers. Choose another period or another file.")
    TOO_LARGE = "too_large", _("The file is larger than 20 MB. Divide it by month or quarter.")


class LedgerNote(models.TextChoices):
    """What was left out of a ledger file, and why."""

    SUM_ROW = "sum_row", _("A sum or a balance, not a voucher: left out")
    STRUCK = "struck", _("Struck in the ledger: left out")
    BALANCE = "balance", _("On an account for assets or debts, not a cost: left out")


class EntryState(models.TextChoices):
    """How far a row of a voucher has come."""

    UNMAPPED = "unmapped", _("Not mapped")
    MAPPED = "mapped", _("Mapped")
    UNCHARGED = "uncharged", _("Mapped, nobody pays yet")
    CHARGED = "charged", _("Paid for")


# Documents that state what a grant was asked for, used for and repaid.
STATEMENT_KINDS = (
    DocumentKind.REQUISITION,
    DocumentKind.REPAYMENT,
    DocumentKind.FINANCIAL_ACCOUNT,
)
