"""What a final report holds: plain values, collected once, the same for every format."""

from varn.final_report.rules.content.decision import CopyLine, Decision, Document, Obligation
from varn.final_report.rules.content.dialogue import Dialogue, Meeting, Turnout
from varn.final_report.rules.content.money import Appropriation, Grant, Money
from varn.final_report.rules.content.whole import ReportContent
from varn.final_report.rules.content.work import (
    Activity,
    Assignment,
    ChildRights,
    Evidence,
    Requirement,
    Result,
)

__all__ = [
    "Activity",
    "Appropriation",
    "Assignment",
    "ChildRights",
    "CopyLine",
    "Decision",
    "Dialogue",
    "Document",
    "Evidence",
    "Grant",
    "Meeting",
    "Money",
    "Obligation",
    "ReportContent",
    "Requirement",
    "Result",
    "Turnout",
]
