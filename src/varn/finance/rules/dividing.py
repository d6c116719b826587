"""How rows of vouchers are divided over what is left of a grant."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class OpenRow:
    """What nobody pays for yet of one row."""

    entry_id: int
    open_ore: int


@dataclass(frozen=True)
class Division:
    """What a grant takes, by row, and what is left over."""

    taken: Sequence[OpenRow]
    left: Sequence[OpenRow]


def divide(rows: Iterable[OpenRow], *, charged_ore: int, limit_ore: int) -> Division:
    """Take rows in their order up to the limit; corrections make room, never below zero.

    The row that passes the limit is taken in part. The sum never ends outside 0 to the limit.
    """
    costs, corrections = _apart(rows)
    room = limit_ore - charged_ore - sum(row.open_ore for row in corrections)
    paid, unpaid = _fill(costs, room)
    lowest = charged_ore + sum(row.open_ore for row in paid)
    returned, unreturned = _fill(
        [OpenRow(row.entry_id, -row.open_ore) for row in corrections], lowest
    )
    return Division(
        taken=[*paid, *(OpenRow(row.entry_id, -row.open_ore) for row in returned)],
        left=[*unpaid, *(OpenRow(row.entry_id, -row.open_ore) for row in unreturned)],
    )


def _apart(rows: Iterable[OpenRow]) -> tuple[list[OpenRow], list[OpenRow]]:
    listed = list(rows)
    return [row for row in listed if row.open_ore > 0], [row for row in listed if row.open_ore < 0]


def _fill(rows: Iterable[OpenRow], room: int) -> tuple[list[OpenRow], list[OpenRow]]:
    taken, left = [], []
    for row in rows:
        part = min(row.open_ore, max(room, 0))
        if part:
            taken.append(OpenRow(row.entry_id, part))
            room -= part
        if part < row.open_ore:
            left.append(OpenRow(row.entry_id, row.open_ore - part))
    return taken, left
