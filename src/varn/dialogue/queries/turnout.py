"""Who was asked, who came, who never came, and who was never asked.

A body that was renamed or merged is the same body: what Rikspolisstyrelsen attended counts for
Polismyndigheten from the day that took its work over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from varn.dialogue.choices import ToAsk
from varn.dialogue.queries.named import (
    concerned,
    copied_organisations,
    named_organisations,
    whole_kind,
)
from varn.dialogue.queries.seats import seats_by_organisation, seats_of_kin
from varn.dialogue.rules.turnout import Count
from varn.directory.choices import OrganisationKind
from varn.directory.queries.kinship import kinship
from varn.directory.queries.organisations import display_name, organisations_with_names

if TYPE_CHECKING:
    from varn.directory.models import Organisation
    from varn.mandate.models import Mandate


@dataclass(frozen=True, kw_only=True)
class OrganisationTurnout:
    """How often one organisation was asked to meetings that were held, and came."""

    organisation: "Organisation"
    name: str  # as it was called on the day
    asked: int
    came: int
    ahead: int  # planned meetings that it is asked to
    last_came_on: date | None

    @property
    def never_came(self) -> bool:
        return self.asked > 0 and self.came == 0

    @property
    def never_asked(self) -> bool:
        return self.asked == 0 and self.came == 0 and self.ahead == 0


@dataclass(frozen=True, kw_only=True)
class Turnout:
    """Every organisation that was asked, came, or ought to have been asked."""

    rows: Sequence[OrganisationTurnout]

    @property
    def taken_part(self) -> list[OrganisationTurnout]:
        return [row for row in self.rows if not row.never_asked]

    @property
    def have_come(self) -> list[OrganisationTurnout]:
        return [row for row in self.rows if row.came]

    @property
    def never_came(self) -> list[OrganisationTurnout]:
        return [row for row in self.rows if row.never_came]

    @property
    def never_asked(self) -> list[OrganisationTurnout]:
        return [row for row in self.rows if row.never_asked]


def turnout(mandate: "Mandate", *, on: date, level: str = "", kind: str = "") -> Turnout:
    """All that is known on a day; at one level, or of one kind of organisation, when given."""
    seats = seats_by_organisation(mandate, on=on, level=level)
    family = kinship()
    wanted = {family.heir(pk, on=on) for pk in {*seats, *concerned(mandate, on=on, kind=kind)}}
    organisations = organisations_with_names(wanted)
    if kind:
        organisations = organisations.filter(kind=kind)
    rows = []
    for organisation in organisations:
        kin = family.kin(organisation.pk)
        if _is_to_come(organisation, on) and wanted & kin - {organisation.pk}:
            continue  # counted under the body that it will take over from
        rows.append(_row(organisation, seats_of_kin(seats, kin), on))
    return Turnout(rows=rows)


def participation(
    mandate: "Mandate", *, on: date, level: str = "", kind: str = ""
) -> Sequence[OrganisationTurnout]:
    """Everybody who was asked or came, by the Swedish alphabet."""
    return turnout(mandate, on=on, level=level, kind=kind).taken_part


def never_came(
    mandate: "Mandate", *, on: date, level: str = "", kind: str = ""
) -> Sequence[OrganisationTurnout]:
    """Those who were asked to a meeting that was held and have come to none."""
    return turnout(mandate, on=on, level=level, kind=kind).never_came


def never_asked(
    mandate: "Mandate", *, on: date, level: str = "", kind: str = ""
) -> Sequence[OrganisationTurnout]:
    """Those whom the mandate concerns and who have never been asked."""
    return turnout(mandate, on=on, level=level, kind=kind).never_asked


def to_ask(
    mandate: "Mandate", group: ToAsk, *, on: date, level: str = "", kind: str = ""
) -> set[int]:
    """Keys of the organisations in a group, as they are on a day.

    Level and kind narrow those who never came or were never asked, as on their list.
    """
    match group:
        case ToAsk.COUNTY_BOARDS:
            return whole_kind(mandate, OrganisationKind.COUNTY_BOARD, on=on)
        case ToAsk.NEVER_CAME:
            return _keys(never_came(mandate, on=on, level=level, kind=kind))
        case ToAsk.NEVER_ASKED:
            return _keys(never_asked(mandate, on=on, level=level, kind=kind))
        case ToAsk.NAMED:
            keys = named_organisations(mandate)
        case ToAsk.COPIES:
            keys = copied_organisations(mandate)
    family = kinship()
    return {family.heir(pk, on=on) for pk in keys}


def _keys(rows: Sequence[OrganisationTurnout]) -> set[int]:
    return {row.organisation.pk for row in rows}


def _is_to_come(organisation: "Organisation", on: date) -> bool:
    return bool(organisation.valid_from and organisation.valid_from > on)


def _row(organisation: "Organisation", count: Count, on: date) -> OrganisationTurnout:
    return OrganisationTurnout(
        organisation=organisation,
        name=display_name(organisation, on=on),
        asked=count.asked,
        came=count.came,
        ahead=count.ahead,
        last_came_on=count.last_came_on,
    )
