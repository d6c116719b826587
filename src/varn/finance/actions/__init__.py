"""Changing the money: ledgers, mapping, charges."""

from varn.finance.actions.charging import (
    Payer,
    charge_entries,
    charge_entry,
    move_charge,
    name_source,
    withdraw_charge,
)
from varn.finance.actions.errors import (
    AlreadyImportedError,
    AlreadyWithdrawnError,
    CapReachedError,
    LedgerRefusedError,
    MoreThanBookedError,
    NotMappedError,
    NotOfMandateError,
    NotUsableGrantError,
    RowsInErrorError,
    StaleVersionError,
    WrongYearError,
)
from varn.finance.actions.granting import Granted, charge_grants
from varn.finance.actions.importing import import_ledger, preview_ledger
from varn.finance.actions.mapping import (
    RuleValues,
    add_rule,
    change_rule,
    map_by_rules,
    map_entry,
    remove_rule,
)
from varn.finance.actions.statements import AlreadyReplacedError, StatementValues, state_grant
from varn.finance.rules.figures import (
    FiguresDifferError,
    MoreThanGrantedError,
    NothingAskedError,
    UnmappedCostsError,
    UsedMoreThanRequisitionedError,
)
from varn.finance.rules.statement import Signing

__all__ = [
    "AlreadyImportedError",
    "AlreadyReplacedError",
    "AlreadyWithdrawnError",
    "CapReachedError",
    "FiguresDifferError",
    "Granted",
    "LedgerRefusedError",
    "MoreThanBookedError",
    "MoreThanGrantedError",
    "NotMappedError",
    "NotOfMandateError",
    "NotUsableGrantError",
    "NothingAskedError",
    "Payer",
    "RowsInErrorError",
    "RuleValues",
    "Signing",
    "StaleVersionError",
    "StatementValues",
    "UnmappedCostsError",
    "UsedMoreThanRequisitionedError",
    "WrongYearError",
    "add_rule",
    "change_rule",
    "charge_entries",
    "charge_entry",
    "charge_grants",
    "import_ledger",
    "map_by_rules",
    "map_entry",
    "move_charge",
    "name_source",
    "preview_ledger",
    "remove_rule",
    "state_grant",
    "withdraw_charge",
]
