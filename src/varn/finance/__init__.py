"""The mandate's money: the ledger, what the grant is charged, and what is asked for and sent."""
