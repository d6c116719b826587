"""Whether a grant's money will be short or left over, by forecast or by the pace so far."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAYS_FOR_A_PACE = 60  # before that a pace says nothing
ROUNDED_ORE = 1_000_000  # a pace is a guess: ten thousand kronor are as fine as it gets
SMALL_SHARE = 100  # a hundredth of the grant, over or under, is as planned


class Basis(StrEnum):
    """What an outlook rests on."""

    LEDGER = "ledger"  # the year is over
    FORECAST = "forecast"
    BOOKED = "booked"  # more than the forecast says is booked already
    PACE = "pace"
    NOTHING = "nothing"


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """What the grant's year is expected to cost, and what will be left (below zero: short)."""

    basis: Basis
    expected_ore: int
    left_ore: int
    granted_ore: int

    @property
    def is_short(self) -> bool:
        return self.basis is not Basis.NOTHING and self.left_ore < -self._small

    @property
    def is_left_over(self) -> bool:
        return self.basis is not Basis.NOTHING and self.left_ore > self._small

    @property
    def short_ore(self) -> int:
        return -self.left_ore

    @property
    def _small(self) -> int:
        return 0 if self.basis is Basis.LEDGER else self.granted_ore // SMALL_SHARE


@dataclass(frozen=True, kw_only=True)
class Spent:
    """What a grant is charged on a day, and what else waits for it."""

    granted_ore: int
    charged_ore: int
    waiting_ore: int = 0  # booked in the year, not charged to anybody


def outlook(
    spent: Spent, *, first_day: date, year: int | None, today: date, forecast_ore: int | None = None
) -> Outlook:
    """Where the money ends: by the ledger after the year, else by forecast, else by the pace."""
    basis, expected = _expected(
        spent, first_day=first_day, year=year, today=today, forecast_ore=forecast_ore
    )
    left = spent.granted_ore - expected
    return Outlook(basis=basis, expected_ore=expected, left_ore=left, granted_ore=spent.granted_ore)


def _expected(
    spent: Spent, *, first_day: date, year: int | None, today: date, forecast_ore: int | None
) -> tuple[Basis, int]:
    used = spent.charged_ore + spent.waiting_ore
    if year is not None and today > date(year, 12, 31):
        return Basis.LEDGER, spent.charged_ore
    if forecast_ore is not None:
        is_passed = used > forecast_ore
        return (Basis.BOOKED, used) if is_passed else (Basis.FORECAST, forecast_ore)
    if year is None or used <= 0:
        return Basis.NOTHING, used
    first = max(first_day, date(year, 1, 1))
    elapsed = (today - first).days
    if elapsed < DAYS_FOR_A_PACE:
        return Basis.NOTHING, used
    whole = (date(year, 12, 31) + timedelta(days=1) - first).days
    at_this_pace = used * whole // elapsed
    return Basis.PACE, round(at_this_pace / ROUNDED_ORE) * ROUNDED_ORE
