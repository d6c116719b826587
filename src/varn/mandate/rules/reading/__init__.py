"""Read a government decision: deterministic rules from text to facts."""

from varn.mandate.rules.reading.facts import DocumentKind, Reading
from varn.mandate.rules.reading.reader import read_decision

__all__ = ["DocumentKind", "Reading", "read_decision"]
