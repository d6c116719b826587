"""Tables from people's files, read and written safely: CSV and XLSX in, CSV and XLSX out.

A file is refused by name, never half read: `TableError` says what is wrong and what to do.
"""

import csv
import io
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zipfile import BadZipFile, ZipFile

from django.db import models
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

ZIP_START = b"PK\x03\x04"
OLD_EXCEL_START = b"\xd0\xcf\x11\xe0"
DELIMITERS = ";,\t|"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
LARGEST_ZIP_RATIO = 200  # real workbooks pack 5 to 30 times; a bomb a thousand
SMALLEST_SUSPECT = 1024 * 1024
PART_START = 2_048
EMPTY_ROWS_PER_ROW = 20  # a workbook may hold styled empty rows, but not a million
EMPTY_CELLS = 1_000_000  # nor rows that are empty all the way to column XFD
CONTROL_CHARACTERS = {code: None for code in range(32) if chr(code) not in "\t\r\n"}
XML_PARTS = (".xml", ".rels")


class TableProblem(models.TextChoices):
    """Why a file can't be read, in words for the person who sent it."""

    EMPTY = "empty", _("The file is empty. Choose a file with a heading and at least one row.")
    TOO_LARGE = "too_large", _("The file is too large. Divide it and send the parts one by one.")
    TOO_MANY_ROWS = "too_many_rows", _("The file has too many rows. Divide it into several files.")
    TOO_MANY_COLUMNS = "too_many_columns", _("The file has too many columns. Use the template.")
    NOT_A_TABLE = "not_a_table", _("This is no table. Save it as CSV or XLSX and send it again.")
    OLD_EXCEL = "old_excel", _("This is an old Excel file. Save it as XLSX and send it again.")
    BROKEN = "broken", _("The file is broken. Open it, save it anew and send it again.")
    SUSPECT = "suspect", _("The file could be a trap and was not opened. Save it anew as CSV.")
    BROKEN_QUOTES = "broken_quotes", _("A quotation mark is missing. Save the file anew as CSV.")


class TableError(Exception):
    """A file that can't be read as a table; `row` says where, when that is known."""

    def __init__(self, problem: TableProblem, row: int | None = None) -> None:
        super().__init__(str(problem.label))
        self.problem = problem
        self.row = row


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much of a file is read at most."""

    size: int = 5 * 1024 * 1024
    unpacked: int = 50 * 1024 * 1024
    rows: int = 5_000
    columns: int = 50


@dataclass(frozen=True)
class TableRow:
    """One row as text, with its number as a spreadsheet shows it."""

    number: int
    cells: tuple[str, ...]


DEFAULT_LIMITS = Limits()


def read_table(content: bytes, *, limits: Limits = DEFAULT_LIMITS) -> list[TableRow]:
    """Every row that holds something, from CSV or the first sheet of XLSX.

    What the file is follows from its content, not from its name. Raises `TableError`.
    """
    if len(content) > limits.size:
        raise TableError(TableProblem.TOO_LARGE)
    if content.startswith(OLD_EXCEL_START):
        raise TableError(TableProblem.OLD_EXCEL)
    is_zip = content.startswith(ZIP_START)
    rows = _xlsx_rows(content, limits) if is_zip else _csv_rows(content)
    kept = list(_kept(rows, limits))
    if not kept:
        raise TableError(TableProblem.EMPTY)
    return kept


def _kept(rows: Iterable[Sequence[str]], limits: Limits) -> Iterator[TableRow]:
    kept = seen = 0
    most = max(limits.rows * limits.columns, EMPTY_CELLS)
    for number, cells in enumerate(rows, start=1):
        seen += len(cells)
        if number > limits.rows * EMPTY_ROWS_PER_ROW:
            raise TableError(TableProblem.TOO_MANY_ROWS, number)
        if seen > most:
            raise TableError(TableProblem.TOO_MANY_COLUMNS, number)
        trimmed = _without_empty_end([_plain(cell) for cell in cells])
        if len(trimmed) > limits.columns:
            raise TableError(TableProblem.TOO_MANY_COLUMNS, number)
        if not trimmed:
            continue
        kept += 1
        if kept > limits.rows:
            raise TableError(TableProblem.TOO_MANY_ROWS, number)
        yield TableRow(number, tuple(trimmed))


def _plain(cell: str) -> str:
    """A cell without control characters and the apostrophe that `safe_cell` put before it."""
    text = cell.translate(CONTROL_CHARACTERS).strip()
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_STARTS) else text


def _without_empty_end(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _csv_rows(content: bytes) -> Iterator[Sequence[str]]:
    text = _decoded(content)
    heading = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise TableError(TableProblem.BROKEN_QUOTES, reader.line_num) from error


def _decoded(content: bytes) -> str:
    """Text as Excel and others write it: UTF-8, UTF-16 with a mark, else Windows-1252."""
    text = _utf_16(content) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else None
    if text is None:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
    if any(ord(mark) < ord(" ") and mark not in "\t\r\n" for mark in text):
        raise TableError(TableProblem.NOT_A_TABLE)
    return text


def _utf_16(content: bytes) -> str:
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError as error:
        raise TableError(TableProblem.NOT_A_TABLE) from error


def _xlsx_rows(content: bytes, limits: Limits) -> Iterator[Sequence[str]]:
    _refuse_bombs(content, limits)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file claims about its size is not to be believed
        for row in sheet.iter_rows(values_only=True):
            yield [_as_text(value) for value in row]
    except (
        BadZipFile,
        InvalidFileException,
        OSError,
        KeyError,
        IndexError,
        ValueError,
        TypeError,
        SyntaxError,
        OverflowError,
        EOFError,
        zlib.error,
    ) as error:
        raise TableError(TableProblem.BROKEN) from error


def _refuse_bombs(content: bytes, limits: Limits) -> None:
    """Look at the parts before any is unpacked: their sizes, and entities declared in them."""
    try:
        with ZipFile(io.BytesIO(content)) as parts:
            if "[Content_Types].xml" not in parts.namelist():
                raise TableError(TableProblem.NOT_A_TABLE)
            unpacked = sum(part.file_size for part in parts.infolist())
            is_dense = unpacked > SMALLEST_SUSPECT and unpacked / len(content) > LARGEST_ZIP_RATIO
            if unpacked > limits.unpacked or is_dense:
                raise TableError(TableProblem.SUSPECT)
            for name in parts.namelist():
                if name.endswith(XML_PARTS) and _declares_types(parts, name):
                    raise TableError(TableProblem.SUSPECT)
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, zlib.error) as error:
        raise TableError(TableProblem.BROKEN) from error


def _declares_types(parts: ZipFile, name: str) -> bool:
    with parts.open(name) as part:
        return b"<!" in part.read(PART_START).replace(b"<!--", b"")


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def safe_cell(text: str) -> str:
    """Text that no spreadsheet runs as a formula: an apostrophe stands before what could be one.

    Control characters are left out: no workbook may hold them.
    """
    text = text.translate(CONTROL_CHARACTERS)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Semicolons and a byte order mark, so that Swedish Excel opens it as it is."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(rows: Iterable[Sequence[str]], *, title: str) -> bytes:
    """One sheet of text cells with its heading kept in sight."""
    return write_sheets([(title, rows)])


def write_sheets(sheets: Iterable[tuple[str, Iterable[Sequence[str]]]]) -> bytes:
    """Several sheets of text cells, each under its title; the first is the one that is read."""
    book = Workbook(write_only=True)
    for title, rows in sheets:
        sheet = book.create_sheet(title[:31])  # Excel allows 31 characters
        sheet.freeze_panes = "A2"
        for row in rows:
            sheet.append([safe_cell(cell) for cell in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
