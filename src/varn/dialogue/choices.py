"""Closed lists used by meetings."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from varn.kernel.events import Event
from varn.kernel.permissions import Permission


class DialoguePermission(Permission):
    VIEW = "dialogue.view", _("See meetings with agenda, decisions and minutes")
    CHANGE = "dialogue.change", _("Plan and record meetings")


class DialogueEvent(Event):
    MEETING_PLANNED = "dialogue.meeting.planned", _("Planned a meeting")
    MEETING_CHANGED = "dialogue.meeting.changed", _("Changed a meeting")
    MEETING_RECORDED = "dialogue.meeting.recorded", _("Recorded a meeting that was held")
    MEETING_CORRECTED = "dialogue.meeting.corrected", _("Corrected a meeting that was held")
    MEETING_CANCELLED = "dialogue.meeting.cancelled", _("Cancelled a meeting")
    INVITATION_ANSWERED = "dialogue.invitation.answered", _("Noted the answer to an invitation")
    DECISION_DONE = "dialogue.decision.done", _("Noted that a meeting's decision is done")
    DECISION_REOPENED = "dialogue.decision.reopened", _("Opened a meeting's decision again")


class MeetingKind(models.TextChoices):
    """How the parties met."""

    MEETING = "meeting", _("Meeting")
    CONSULTATION = "consultation", _("Consultation")
    WRITTEN = "written", _("Written consultation")
    VISIT = "visit", _("Site visit")


class MeetingLevel(models.TextChoices):
    """At which level of the organisations they met."""

    LEADERSHIP = "leadership", pgettext_lazy("meeting", "Leadership")
    OPERATIONAL = "operational", pgettext_lazy("meeting", "Operational")
    EXPERT = "expert", pgettext_lazy("meeting", "Experts")


class MeetingState(models.TextChoices):
    """A held meeting stays held, for its result stands on it."""

    PLANNED = "planned", pgettext_lazy("meeting", "Planned")
    HELD = "held", pgettext_lazy("meeting", "Held")
    CANCELLED = "cancelled", pgettext_lazy("meeting", "Cancelled")


class Attendance(models.TextChoices):
    """How far an organisation came."""

    INVITED = "invited", _("Asked")
    DECLINED = "declined", _("Declined")
    CAME = "came", _("Came")
    ABSENT = "absent", _("Did not come")


# What can be said of an organisation only once the meeting is held.
AFTER_MEETING = (Attendance.CAME, Attendance.ABSENT)


class TurnoutList(models.TextChoices):
    """Which organisations to list."""

    ALL = "all", _("All")
    CAME = "came", _("Have come")
    NEVER_CAME = "never-came", _("Asked, never came")
    NEVER_ASKED = "never-asked", _("Never asked")


class ToAsk(models.TextChoices):
    """Groups that can be added to an invitation at once."""

    NAMED = "named", _("Those the decision names")
    COUNTY_BOARDS = "county-boards", _("All county boards")
    COPIES = "copies", _("All on the copy list")
    NEVER_CAME = "never-came", _("All who were asked and never came")
    NEVER_ASKED = "never-asked", _("All who were never asked")
