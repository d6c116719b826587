"""Tables of decisions, mandates and the work under them."""

from varn.mandate.models.decisions import Decision, DecisionFact
from varn.mandate.models.mandates import Assignment, CopyRecipient, Mandate, Obligation, Requirement
from varn.mandate.models.money import Appropriation, Grant
from varn.mandate.models.work import Activity, Evidence, Result

__all__ = [
    "Activity",
    "Appropriation",
    "Assignment",
    "CopyRecipient",
    "Decision",
    "DecisionFact",
    "Evidence",
    "Grant",
    "Mandate",
    "Obligation",
    "Requirement",
    "Result",
]
