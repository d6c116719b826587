"""The outside of the money: ledger files."""
