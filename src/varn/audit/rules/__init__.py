"""The chain's arithmetic: pure functions, the same for linking and for an outside auditor."""
