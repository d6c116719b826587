"""Every county: what has come of the work there, and whether its board has been met."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from varn.dialogue.queries.turnout import turnout
from varn.directory.choices import OrganisationKind
from varn.directory.queries.places import counties
from varn.mandate.queries.work import CountyCount, results_by_county

if TYPE_CHECKING:
    from varn.mandate.models import Mandate


@dataclass(frozen=True, kw_only=True)
class CountyRow:
    """A county; `came` is None when the reader may not see meetings or no board was asked for."""

    code: str
    name: str
    results: int
    came: int | None = None
    asked: int = 0

    @property
    def board_is_away(self) -> bool:
        return self.came == 0


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Who has been reached, county by county, and what came elsewhere."""

    counties: Sequence[CountyRow]
    elsewhere: Sequence[CountyCount]
    shows_boards: bool

    @property
    def without_results(self) -> list[CountyRow]:
        return [county for county in self.counties if not county.results]

    @property
    def boards_away(self) -> list[CountyRow]:
        return [county for county in self.counties if county.board_is_away]


def reach(mandate: "Mandate", *, on: date, with_dialogue: bool) -> Reach:
    """How far the mandate reaches on a day; without meetings for those who may not see them."""
    counted = results_by_county(mandate)
    results = {each.code: each.results for each in counted if each.code}
    boards = _boards(mandate, on) if with_dialogue else {}
    rows = []
    for place in counties():
        asked, came = boards.get(place.pk, (0, None))
        row = CountyRow(code=place.code, name=place.name, results=results.get(place.code, 0),
                        came=came, asked=asked)  # fmt: skip
        rows.append(row)
    return Reach(
        counties=rows,
        elsewhere=[each for each in counted if not each.code],
        shows_boards=any(row.came is not None for row in rows),
    )


def _boards(mandate: "Mandate", on: date) -> dict[int, tuple[int, int]]:
    """By county: how often its board was asked and came."""
    rows = turnout(mandate, on=on, kind=OrganisationKind.COUNTY_BOARD).rows
    return {
        row.organisation.place_id: (row.asked, row.came)
        for row in rows
        if row.organisation.place_id is not None
        and row.organisation.kind == OrganisationKind.COUNTY_BOARD
    }
