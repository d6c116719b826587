"""Tables of the ledger, of what is charged to whom, and of budget, forecast and statements."""

from varn.finance.models.charging import Charge, FundingSource, GrantAccount
from varn.finance.models.ledger import LedgerEntry, LedgerImport
from varn.finance.models.mapping import MappingRule
from varn.finance.models.planning import Budget, Forecast
from varn.finance.models.statements import GrantStatement

__all__ = [
    "Budget",
    "Charge",
    "Forecast",
    "FundingSource",
    "GrantAccount",
    "GrantStatement",
    "LedgerEntry",
    "LedgerImport",
    "MappingRule",
]
