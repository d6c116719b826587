"""Who was met under a mandate, and who was not."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting or consultation that was held; `kind` and `level` are codes."""

    number: int
    title: str
    held_on: date
    kind: str = ""
    level: str = ""
    place: str = ""
    summary: str = ""
    asked: int = 0
    came: int = 0
    result: int | None = None  # the result that its minutes show, by number


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnout:
    """How often one organisation was asked and came."""

    organisation: str
    asked: int
    came: int
    last_came_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """All meetings, the turnout, and those whom the decision concerns but nobody met."""

    meetings: tuple[Meeting, ...] = ()
    turnout: tuple[Turnout, ...] = ()
    never_came: tuple[str, ...] = ()
    never_asked: tuple[str, ...] = ()
