"""Reading meetings, who took part in them and who did not."""

from varn.dialogue.queries.meetings import (
    held_meetings,
    meetings_of,
    meetings_without_minutes,
    open_decisions,
    planned_meetings,
)
from varn.dialogue.queries.named import NamedBody, named_bodies
from varn.dialogue.queries.turnout import (
    OrganisationTurnout,
    Turnout,
    never_asked,
    never_came,
    participation,
    turnout,
)

__all__ = [
    "NamedBody",
    "OrganisationTurnout",
    "Turnout",
    "held_meetings",
    "meetings_of",
    "meetings_without_minutes",
    "named_bodies",
    "never_asked",
    "never_came",
    "open_decisions",
    "participation",
    "planned_meetings",
    "turnout",
]
