"""Tables of decisions, mandates and the work under them."""

from varn.mandate.models.decisions import Decision, DecisionFact
from varn.mandate.models.documents import OutgoingDocument, OutgoingFile
from varn.mandate.models.imports import WorkImport
from varn.mandate.models.mandates import (
    Assignment,
    CopyRecipient,
    Mandate,
    MandateLink,
    Obligation,
    Requirement,
)
from varn.mandate.models.money import Appropriation, Grant
from varn.mandate.models.reminders import CalendarFeed, MailChoice, Reminder
from varn.mandate.models.work import Activity, ChildRightsAssessment, Evidence, Result

__all__ = [
    "Activity",
    "Appropriation",
    "Assignment",
    "CalendarFeed",
    "ChildRightsAssessment",
    "CopyRecipient",
    "Decision",
    "DecisionFact",
    "Evidence",
    "Grant",
    "MailChoice",
    "Mandate",
    "MandateLink",
    "Obligation",
    "OutgoingDocument",
    "OutgoingFile",
    "Reminder",
    "Requirement",
    "Result",
    "WorkImport",
]
