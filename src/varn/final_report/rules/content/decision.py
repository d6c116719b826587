"""What the government decided, and what was sent for it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What the agency sent: its number with the agency, the day, and the check sum."""

    title: str
    sent_on: date
    own_registry_number: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """Something to do by a day; `kind` and `open_reason` (why there is no day) are codes."""

    number: int
    kind: str
    text: str
    due_on: date | None = None
    open_reason: str = ""
    addressee: str = ""
    document: Document | None = None  # what was sent; an obligation is done only with one


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """One line of *Kopia till*, and how many organisations it stands for."""

    text: str
    organisations: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The government's decision that the report answers."""

    registry_number: str
    title: str
    agency: str
    decided_on: date
    is_partly: bool = False
    protocol_number: str = ""
    department: str = ""
    builds_on: tuple[str, ...] = ()
    report_to: str = ""
    copies_to: tuple[CopyLine, ...] = ()
    file_name: str = ""
    sha256: str = ""
