"""Vouchers out of an SIE 4 file (4E and 4I), the Swedish format for exchange of ledgers."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from varn.finance.choices import LedgerKind, LedgerNote, LedgerProblem
from varn.finance.rules.amounts import LARGEST_ORE, ORE_PER_KRONA, UnreadableError, day_of
from varn.finance.rules.rows import (
    LONGEST_NAME,
    LONGEST_TEXT,
    CellProblem,
    LedgerRow,
    ReadLedger,
    RowNote,
    series_and_number,
    too_long,
)
from varn.finance.rules.sie_lines import Line, LineError, decoded, lines

COST_CENTRE, PROJECT = "1", "6"
PERSONS_AND_PARTNERS = {"7", "8", "9", "10"}  # employee, customer, supplier, invoice: not kept
STANDARD_DIMENSIONS = {"2": "Kostnadsbärare"}
AMOUNT = re.compile(r"-?\d+(?:[.,]\d{1,2})?")
MOVED, STRUCK, ROW = "#RTRANS", "#BTRANS", "#TRANS"
MATTERS = {"", "#VER", ROW, MOVED, STRUCK}  # a line of another kind may be as it likes
BALANCES_ONLY = {"1", "2", "3"}
ASSETS_AND_DEBTS = {"T", "S"}  # what #KTYP calls them
ASSET_OR_DEBT = re.compile(r"[12]\d{3,}")  # in every Swedish chart of accounts


class NoVouchersError(ValueError):
    """The file is of a type that holds balances only."""


class _FieldError(ValueError):
    def __init__(self, value: str, problem: LedgerProblem) -> None:
        super().__init__(value)
        self.value, self.problem = value, problem


@dataclass
class _Reading:
    """What has been read so far."""

    rows: list[LedgerRow] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    notes: list[RowNote] = field(default_factory=list)
    accounts: dict[str, str] = field(default_factory=dict)
    account_kinds: dict[str, str] = field(default_factory=dict)
    dimensions: dict[str, str] = field(default_factory=lambda: dict(STANDARD_DIMENSIONS))
    names: dict[str, str] = field(default_factory=dict)
    voucher: Line | None = None
    of_voucher: list[Line] = field(default_factory=list)
    is_open: bool = False

    def problem(self, number: int, label: str, value: str, problem: LedgerProblem) -> None:
        self.problems.append(
            CellProblem(row=number, column=label, value=value[:60], problem=problem)
        )


def read_sie(data: bytes) -> ReadLedger:
    """Every row of a cost or an income. Raises `NoVouchersError` for types 1 to 3."""
    found = list(lines(decoded(data)))
    reading = _Reading()
    _read_header(reading, (each for each in found if isinstance(each, Line)))
    has_vouchers = any(isinstance(each, Line) and each.label == "#VER" for each in found)
    if not has_vouchers and reading.names.get("#SIETYP", "1") in BALANCES_ONLY:
        raise NoVouchersError
    for each in found:
        if isinstance(each, LineError) and each.label not in MATTERS:
            continue
        if isinstance(each, LineError):
            reading.problem(each.number, each.label, each.said, LedgerProblem.NOT_READ)
        else:
            _read_line(reading, each)
    _close(reading, is_whole=not reading.is_open)
    company = " ".join(filter(None, (reading.names.get(each) for each in ("#FNAMN", "#ORGNR"))))
    return ReadLedger(
        kind=LedgerKind.SIE, rows=reading.rows, problems=reading.problems, notes=reading.notes,
        company=company,
    )  # fmt: skip


def _read_header(reading: _Reading, found: Iterable[Line]) -> None:
    for line in found:
        if line.label == "#KONTO":
            reading.accounts[line.text(0)] = line.text(1)[:LONGEST_NAME]
        elif line.label == "#KTYP":
            reading.account_kinds[line.text(0)] = line.text(1).upper()
        elif line.label in {"#DIM", "#UNDERDIM"}:
            reading.dimensions[line.text(0)] = line.text(1)
        elif line.label in {"#SIETYP", "#FNAMN", "#ORGNR"}:
            reading.names[line.label] = line.text(0)


def _read_line(reading: _Reading, line: Line) -> None:
    if line.label == "#VER":
        _close(reading, is_whole=not reading.is_open)
        reading.voucher = line
    elif line.label == "{" and reading.voucher:
        reading.is_open = True
    elif line.label == "}" and reading.is_open:
        reading.is_open = False
        _close(reading, is_whole=True)
    elif line.label in {ROW, MOVED, STRUCK}:
        if reading.is_open:
            reading.of_voucher.append(line)
        else:
            reading.problem(line.number, line.label, line.text(0), LedgerProblem.NOT_READ)


def _close(reading: _Reading, *, is_whole: bool) -> None:
    """Take in the voucher that has been read, if there is one."""
    head, inside = reading.voucher, reading.of_voucher
    reading.voucher, reading.of_voucher, reading.is_open = None, [], False
    if head is None:
        return
    name = f"{head.text(0)} {head.text(1)}".strip()
    if not is_whole:
        reading.problem(head.number, "#VER", name, LedgerProblem.NOT_CLOSED)
        return
    try:
        rows = [_row(reading, head, line) for line in _counting(reading, inside)]
    except _LineError as error:
        reading.problem(error.line.number, error.line.label, error.value, error.problem)
        return
    if sum(row.amount_ore for row in rows):
        reading.problem(head.number, "#VER", name, LedgerProblem.NOT_BALANCED)
        return
    for row in rows:
        if _is_balance(reading, row.account):
            reading.notes.append(RowNote(row=row.row, note=LedgerNote.BALANCE))
        else:
            reading.rows.append(row)


def _is_balance(reading: _Reading, account: str) -> bool:
    """Whether an account holds an asset or a debt: the other side of a cost, never a cost."""
    kind = reading.account_kinds.get(account)
    return kind in ASSETS_AND_DEBTS if kind else bool(ASSET_OR_DEBT.fullmatch(account))


class _LineError(ValueError):
    def __init__(self, line: Line, error: _FieldError) -> None:
        super().__init__(line.number)
        self.line, self.value, self.problem = line, error.value, error.problem


def _counting(reading: _Reading, inside: list[Line]) -> Iterable[Line]:
    """The rows that count: struck ones don't, and an added row is repeated as an ordinary one."""
    for place, line in enumerate(inside):
        if line.label == STRUCK:
            reading.notes.append(RowNote(row=line.number, note=LedgerNote.STRUCK))
            continue
        after = inside[place + 1] if place + 1 < len(inside) else None
        if line.label == MOVED and after and after.label == ROW and after.fields == line.fields:
            continue
        yield line


def _row(reading: _Reading, head: Line, line: Line) -> LedgerRow:
    try:
        return _row_of(reading, head, line)
    except _FieldError as error:
        raise _LineError(line, error) from error


def _row_of(reading: _Reading, head: Line, line: Line) -> LedgerRow:
    account = line.text(0)
    objects = _objects(line.objects(1))
    if not head.text(1):
        raise _FieldError(head.text(3), LedgerProblem.NO_NUMBER)
    if not account:
        raise _FieldError("", LedgerProblem.MISSING)
    series, voucher = series_and_number(head.text(0), head.text(1))
    values = {
        "series": series,
        "voucher": voucher,
        "account": account,
        "cost_centre": objects.get(COST_CENTRE, ""),
        "project": objects.get(PROJECT, ""),
    }
    for name in too_long(values):
        raise _FieldError(values[name], LedgerProblem.TOO_LONG)
    text = " · ".join(dict.fromkeys(filter(None, (head.text(3), line.text(4)))))
    return LedgerRow(
        row=line.number,
        booked_on=_day(head.text(2)),
        account_name=reading.accounts.get(account, ""),
        dimensions=_named(objects, reading.dimensions),
        text=text[:LONGEST_TEXT],
        amount_ore=_ore(line.text(2)),
        **values,
    )


def _objects(listed: tuple[str, ...]) -> dict[str, str]:
    """Dimension and object by turns: 1 "120" 6 "4711"."""
    if len(listed) % 2:
        raise _FieldError(" ".join(listed), LedgerProblem.NOT_READ)
    return {
        dimension: code
        for dimension, code in zip(listed[::2], listed[1::2], strict=True)
        if dimension not in PERSONS_AND_PARTNERS and code
    }


def _named(objects: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    others = {key: code for key, code in objects.items() if key not in {COST_CENTRE, PROJECT}}
    return {names.get(key) or key: code[:60] for key, code in others.items()}


def _day(text: str) -> date:
    try:
        return day_of(text)
    except UnreadableError as error:
        raise _FieldError(text, error.problem) from error


def _ore(text: str) -> int:
    if not AMOUNT.fullmatch(text):
        raise _FieldError(text, LedgerProblem.NOT_AN_AMOUNT)
    ore = int(Decimal(text.replace(",", ".")) * ORE_PER_KRONA)
    if abs(ore) >= LARGEST_ORE:
        raise _FieldError(text, LedgerProblem.TOO_LARGE)
    return ore
