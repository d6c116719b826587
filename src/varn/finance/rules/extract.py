"""A ledger extract as a table: its headings, then every row, or which cell is wrong."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from varn.finance.choices import LedgerKind, LedgerNote, LedgerProblem
from varn.finance.rules.amounts import UnreadableError, day_of, ore_of
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

HEADING_WITHIN = 20  # rows; an export may begin with a title, a period and a selection
COLUMNS: Mapping[str, frozenset[str]] = {
    "series": frozenset({"serie", "verserie", "verifikationsserie", "vertyp", "series"}),
    "voucher": frozenset({
        "ver", "vernr", "verno", "vernummer", "verifikation", "verifikationsnr",
        "verifikationsnummer", "verifikat", "verifikatnr", "verifikatnummer", "voucher",
    }),
    "booked_on": frozenset({
        "datum", "bokföringsdatum", "bokfdatum", "bokfdat", "bokfört", "verdatum",
        "verifikationsdatum", "date",
    }),
    "account": frozenset({"konto", "kontonr", "kontonummer", "account"}),
    "account_name": frozenset({
        "kontonamn", "kontobenämning", "kontotext", "kontobeskrivning", "benämning",
    }),
    "cost_centre": frozenset({
        "kostnadsställe", "kst", "kostnadsst", "koststalle", "kostnadsställekod", "costcentre",
    }),
    "project": frozenset({"projekt", "projektnr", "projektnummer", "projektkod", "proj"}),
    "text": frozenset({
        "text", "vertext", "verifikationstext", "radtext", "beskrivning", "transaktionstext",
    }),
    "amount": frozenset({"belopp", "beloppsek", "beloppkr", "beloppikr", "summa", "amount"}),
    "debit": frozenset({"debet", "debetbelopp", "debit"}),
    "credit": frozenset({"kredit", "kreditbelopp", "credit"}),
}  # fmt: skip
DIMENSIONS = frozenset({
    "aktivitet", "verksamhet", "motpart", "finansiering", "delprojekt", "objekt", "finansiär",
})  # fmt: skip
NEEDED = ("voucher", "booked_on", "account")
SUM_ROW = re.compile(
    r"(summa|totalt?|ing(ående)?\.? ?balans|utg(ående)?\.? ?balans|ib|ub|saldo)\b", re.IGNORECASE
)
Cells = tuple[int, Sequence[str]]


class NoHeadingError(ValueError):
    """No row has the headings that a ledger needs."""


@dataclass(frozen=True, kw_only=True)
class Headings:
    """Which column holds what, and the words that the file uses for it."""

    row: int
    columns: Mapping[str, int]
    dimensions: Mapping[str, int]
    words: Mapping[str, str]


class _CellError(ValueError):
    def __init__(self, name: str, value: str, problem: LedgerProblem) -> None:
        super().__init__(name)
        self.name, self.value, self.problem = name, value, problem


def read_extract(cells: Sequence[Cells], *, kind: LedgerKind) -> ReadLedger:
    """Every voucher row of a table. Raises `NoHeadingError`."""
    headings = _headings(cells)
    rows: list[LedgerRow] = []
    problems: list[CellProblem] = []
    notes: list[RowNote] = []
    for number, values in cells:
        if number <= headings.row:
            continue
        if _is_sum(values, headings):
            notes.append(RowNote(row=number, note=LedgerNote.SUM_ROW))
            continue
        try:
            rows.append(_row(number, values, headings))
        except _CellError as error:
            column = headings.words.get(error.name, "")
            problems.append(
                CellProblem(row=number, column=column, value=error.value, problem=error.problem)
            )
    return ReadLedger(kind=kind, rows=rows, problems=problems, notes=notes)


def _headings(cells: Iterable[Cells]) -> Headings:
    for number, values in list(cells)[:HEADING_WITHIN]:
        plain = [re.sub(r"[^a-zåäöé0-9]", "", each.casefold()) for each in values]
        columns = {
            name: place
            for name, words in COLUMNS.items()
            if (place := next((i for i, word in enumerate(plain) if word in words), None))
            is not None
        }
        has_money = "amount" in columns or "debit" in columns or "credit" in columns
        if has_money and all(name in columns for name in NEEDED):
            found = {values[i].strip(): i for i, word in enumerate(plain) if word in DIMENSIONS}
            words = {name: values[place].strip() for name, place in columns.items()}
            return Headings(row=number, columns=columns, dimensions=found, words=words)
    raise NoHeadingError


def _is_sum(values: Sequence[str], headings: Headings) -> bool:
    """Whether a row that is no whole voucher row says that it is a sum or a balance."""
    is_whole = all(_cell(values, headings, name) for name in NEEDED)
    return not is_whole and any(SUM_ROW.match(value.strip()) for value in values)


def _cell(values: Sequence[str], headings: Headings, name: str) -> str:
    place = headings.columns.get(name)
    return values[place].strip() if place is not None and place < len(values) else ""


def _row(number: int, values: Sequence[str], headings: Headings) -> LedgerRow:
    texts = {name: _cell(values, headings, name) for name in COLUMNS}
    for name in NEEDED:
        if not texts[name]:
            raise _CellError(name, "", LedgerProblem.MISSING)
    for name in too_long(texts):
        raise _CellError(name, texts[name][:60], LedgerProblem.TOO_LONG)
    series, voucher = series_and_number(texts["series"], texts["voucher"])
    try:
        booked_on = day_of(texts["booked_on"])
    except UnreadableError as error:
        raise _CellError("booked_on", texts["booked_on"][:60], error.problem) from error
    return LedgerRow(
        row=number,
        series=series,
        voucher=voucher,
        booked_on=booked_on,
        account=texts["account"],
        account_name=texts["account_name"][:LONGEST_NAME],
        cost_centre=texts["cost_centre"],
        project=texts["project"],
        dimensions=_dimensions(values, headings),
        text=texts["text"][:LONGEST_TEXT],
        amount_ore=_amount(texts),
    )


def _dimensions(values: Sequence[str], headings: Headings) -> dict[str, str]:
    return {
        word: values[place].strip()[:60]
        for word, place in headings.dimensions.items()
        if place < len(values) and values[place].strip()
    }


def _amount(texts: Mapping[str, str]) -> int:
    if texts["amount"]:
        return _ore("amount", texts["amount"])
    if not texts["debit"] and not texts["credit"]:
        name = "amount" if "amount" in texts else "debit"
        raise _CellError(name, "", LedgerProblem.MISSING)
    debit = _ore("debit", texts["debit"]) if texts["debit"] else 0
    return debit - (_ore("credit", texts["credit"]) if texts["credit"] else 0)


def _ore(name: str, text: str) -> int:
    try:
        return ore_of(text)
    except UnreadableError as error:
        raise _CellError(name, text[:60], error.problem) from error
