"""What can stand in the way of a change to a meeting, each carrying the thing it is about."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from varn.dialogue.models import Meeting, MeetingDecision


class StaleMeetingError(Exception):
    """Somebody else changed the meeting meanwhile; `current` is how it stands now."""

    def __init__(self, current: "Meeting") -> None:
        self.current = current
        super().__init__(str(current))


class NotPlannedError(Exception):
    """The meeting is held or cancelled already."""

    def __init__(self, meeting: "Meeting") -> None:
        self.meeting = meeting
        super().__init__(f"{meeting}: {meeting.state}")


class CancelledError(Exception):
    """Nothing can be recorded of a meeting that was cancelled."""

    def __init__(self, meeting: "Meeting") -> None:
        self.meeting = meeting
        super().__init__(str(meeting))


class OtherMandateError(Exception):
    """The activity belongs to another mandate than the meeting."""

    def __init__(self, activity_id: int) -> None:
        self.activity_id = activity_id
        super().__init__(str(activity_id))


class ActivityFixedError(Exception):
    """A held meeting is the result of its activity and can't move to another."""

    def __init__(self, meeting: "Meeting") -> None:
        self.meeting = meeting
        super().__init__(str(meeting))


class NowhereError(Exception):
    """Neither the meeting nor the mandate's holder has a place to count the result in."""

    def __init__(self, meeting: "Meeting") -> None:
        self.meeting = meeting
        super().__init__(str(meeting))


class DecisionDoneError(Exception):
    """The decision is marked as done already."""

    def __init__(self, decision: "MeetingDecision") -> None:
        self.decision = decision
        super().__init__(str(decision))


class DecisionOpenError(Exception):
    """The decision isn't marked as done."""

    def __init__(self, decision: "MeetingDecision") -> None:
        self.decision = decision
        super().__init__(str(decision))
