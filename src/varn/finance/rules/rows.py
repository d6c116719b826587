"""One row of a voucher, and how it is known again in the next file."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from varn.finance.choices import LedgerKind, LedgerNote, LedgerProblem

SERIES_AND_NUMBER = re.compile(r"([A-Za-zÅÄÖåäö]{1,10})[\s:/-]*(\d+)")
LONGEST = {"series": 20, "voucher": 40, "account": 20, "cost_centre": 60, "project": 60}
LONGEST_TEXT, LONGEST_NAME = 500, 200


@dataclass(frozen=True, kw_only=True)
class LedgerRow:
    """A row of a voucher as the file has it; debit is positive."""

    row: int
    series: str
    voucher: str
    booked_on: date
    account: str
    amount_ore: int
    account_name: str = ""
    cost_centre: str = ""
    project: str = ""
    dimensions: Mapping[str, str] = field(default_factory=dict)
    text: str = ""

    @property
    def likeness(self) -> tuple[str, str, date, str, int]:
        """What another row that may be the same one shares with it."""
        return self.series, self.voucher, self.booked_on, self.account, self.amount_ore


@dataclass(frozen=True, kw_only=True)
class CellProblem:
    """A place in the file that can't be read."""

    row: int
    column: str
    value: str
    problem: LedgerProblem


@dataclass(frozen=True, kw_only=True)
class RowNote:
    """A row that was left out, and why."""

    row: int
    note: LedgerNote


@dataclass(frozen=True, kw_only=True)
class ReadLedger:
    """Everything that was read out of one file."""

    kind: LedgerKind
    rows: Sequence[LedgerRow] = ()
    problems: Sequence[CellProblem] = ()
    notes: Sequence[RowNote] = ()
    company: str = ""


def series_and_number(series: str, voucher: str) -> tuple[str, str]:
    """`A 00123` in one cell, or A and 123 in two, are the same voucher."""
    found = SERIES_AND_NUMBER.fullmatch(voucher)
    if found and series.upper() in {"", found[1].upper()}:
        series, voucher = found[1], found[2]
    return series.upper(), voucher.lstrip("0") or voucher


def fingerprints(rows: Iterable[LedgerRow]) -> list[str]:
    """What each row is known by; equal rows of one file are told apart by their order.

    The text isn't part of it: another export may word the same row differently.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for row in rows:
        objects = sorted(value for value in row.dimensions.values() if value)
        series, voucher, day, account, amount = row.likeness
        known_by = (series, voucher, day.isoformat(), account, str(amount), row.cost_centre,
                    row.project, *objects)  # fmt: skip
        seen[known_by] += 1
        text = "\x1f".join([*known_by, f"#{seen[known_by]}"])
        made.append(hashlib.sha256(text.encode()).hexdigest())
    return made


def too_long(values: Mapping[str, str]) -> list[str]:
    """The fields that hold more than a ledger ever has there."""
    return [name for name, limit in LONGEST.items() if len(values.get(name, "")) > limit]
