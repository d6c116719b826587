"""Requisition, repayment and financial account: what is stated of a grant's money."""

import json
from dataclasses import asdict, dataclass
from datetime import date

from varn.finance.rules.figures import GrantFigures
from varn.mandate.choices import DocumentKind

FORM = 1  # of the content; raised when its keys change


@dataclass(frozen=True, kw_only=True)
class Appropriation:
    """A place in the state budget, as the decision names it."""

    area: str = ""
    area_name: str = ""
    appropriation: str = ""
    appropriation_name: str = ""
    item: str = ""
    item_name: str = ""


@dataclass(frozen=True, kw_only=True)
class About:
    """The mandate that a statement is about."""

    agency: str
    registry_number: str
    title: str
    decided_on: date
    appropriation: Appropriation | None = None
    is_demonstration: bool = False


@dataclass(frozen=True, kw_only=True)
class Signing:
    """What a person fills in: numbers, day, who receives it and who signs."""

    own_registry_number: str
    addressee: str
    dated_on: date
    signed_by: str
    signed_title: str
    account: str = ""  # bankgiro or plusgiro that is paid to
    reference: str = ""


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What one document says of one grant; the figures count this document in."""

    kind: DocumentKind
    about: About
    figures: GrantFigures
    amount_ore: int
    signing: Signing


def content(statement: Statement) -> dict[str, object]:
    """The statement as it is kept: its figures and words, days as texts."""
    made = asdict(statement) | {"form": FORM, "kind": str(statement.kind)}
    kept: dict[str, object] = json.loads(json.dumps(made, default=_as_text))
    return kept


def _as_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
