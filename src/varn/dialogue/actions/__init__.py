"""Planning and recording meetings, and following up what they decided."""

from varn.dialogue.actions.decisions import complete_decision, reopen_decision
from varn.dialogue.actions.errors import (
    ActivityFixedError,
    CancelledError,
    DecisionDoneError,
    DecisionOpenError,
    NotPlannedError,
    NowhereError,
    OtherMandateError,
    StaleMeetingError,
)
from varn.dialogue.actions.planning import (
    MeetingValues,
    answer_invitation,
    cancel_meeting,
    change_meeting,
    plan_meeting,
)
from varn.dialogue.actions.recording import Attended, Decided, Outcome, record_meeting

__all__ = [
    "ActivityFixedError",
    "Attended",
    "CancelledError",
    "Decided",
    "DecisionDoneError",
    "DecisionOpenError",
    "MeetingValues",
    "NotPlannedError",
    "NowhereError",
    "OtherMandateError",
    "Outcome",
    "StaleMeetingError",
    "answer_invitation",
    "cancel_meeting",
    "change_meeting",
    "complete_decision",
    "plan_meeting",
    "record_meeting",
    "reopen_decision",
]
