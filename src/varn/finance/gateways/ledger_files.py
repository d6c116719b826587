"""A ledger file of any kind, told by its content and read by the rules."""

from varn.finance.choices import LedgerKind, LedgerRefusal
from varn.finance.rules.extract import NoHeadingError, read_extract
from varn.finance.rules.rows import ReadLedger
from varn.finance.rules.sie import NoVouchersError, read_sie
from varn.finance.rules.sie_lines import is_sie
from varn.kernel.tables import ZIP_START, Limits, TableError, TableProblem, read_table

LIMITS = Limits(
    size=20 * 1024 * 1024, unpacked=100 * 1024 * 1024, rows=50_000, columns=100
)  # a year of a large agency's project is a few thousand rows
SIE_LINES = 4 * LIMITS.rows  # accounts, balances and objects stand beside the rows


class LedgerRefusedError(Exception):
    """The file as a whole is not read."""

    def __init__(self, refusal: LedgerRefusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


def read_ledger(data: bytes) -> ReadLedger:
    """Read the rows of every voucher. Raises `LedgerRefusedError` or `TableError`."""
    if len(data) > LIMITS.size:
        raise LedgerRefusedError(LedgerRefusal.TOO_LARGE)
    read = _read(data)
    if not read.rows and not read.problems:
        raise LedgerRefusedError(LedgerRefusal.EMPTY)
    return read


def _read(data: bytes) -> ReadLedger:
    if is_sie(data):
        return _read_sie(data)
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        raise LedgerRefusedError(LedgerRefusal.SIE_5)
    kind = LedgerKind.XLSX if data.startswith(ZIP_START) else LedgerKind.CSV
    cells = [(row.number, row.cells) for row in read_table(data, limits=LIMITS)]
    try:
        return read_extract(cells, kind=kind)
    except NoHeadingError as error:
        raise LedgerRefusedError(LedgerRefusal.NO_HEADING) from error


def _read_sie(data: bytes) -> ReadLedger:
    if max(data.count(b"\n"), data.count(b"\r")) > SIE_LINES:
        raise TableError(TableProblem.TOO_MANY_ROWS)
    try:
        read = read_sie(data)
    except NoVouchersError as error:
        raise LedgerRefusedError(LedgerRefusal.NO_VOUCHERS) from error
    if len(read.rows) > LIMITS.rows:
        raise TableError(TableProblem.TOO_MANY_ROWS)
    return read
