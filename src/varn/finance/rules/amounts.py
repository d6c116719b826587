"""Amounts and days as people and spreadsheets write them, into whole öre and dates."""

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from varn.finance.choices import LedgerProblem

ORE_PER_KRONA = 100
LARGEST_ORE = 10**14  # more than the state's budget is a slip; a file's sum still fits a column
LONGEST_AMOUNT = 60
YEARS = range(1900, 2200)  # another year is a slip
SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007"), " ")
MINUS_SIGNS = dict.fromkeys(map(ord, "−–‒\u00ad"), "-")
CURRENCY = re.compile(r"\s*(?:kr|sek)\.?$|^sek\s*", re.IGNORECASE)
GROUPED = re.compile(
    r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3})+\.\d+"
)
PLAIN = re.compile(r"\d+(?:[.,]\d+)?(?:e[+-]?\d+)?", re.IGNORECASE)
NOISE = Decimal("0.0001")  # öre; what a spreadsheet's binary numbers add to an amount
FIRST_EXCEL_DAY = date(1899, 12, 30)
EXCEL_DAYS = range(20_000, 80_000)  # 1954 to 2119
DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[ T]\d{2}:\d{2}.*)?")


class UnreadableError(ValueError):
    """A cell that doesn't hold what it should; `problem` says why."""

    def __init__(self, problem: LedgerProblem) -> None:
        super().__init__(problem)
        self.problem = problem


def ore_of(text: str) -> int:
    """The amount in whole öre. Raises `UnreadableError`.

    Knows `1 234,50`, `−1234.5`, `(100)`, `100-`, hard spaces, `kr` and a spreadsheet's numbers.
    """
    if len(text) > LONGEST_AMOUNT:
        raise UnreadableError(LedgerProblem.NOT_AN_AMOUNT)
    bare, is_negative = _without_sign(CURRENCY.sub("", text.translate(SPACES).strip()))
    kronor = _kronor(bare)
    ore = kronor * ORE_PER_KRONA
    whole = round(ore)
    if abs(ore - whole) > NOISE:
        raise UnreadableError(LedgerProblem.NOT_WHOLE_ORE)
    if whole >= LARGEST_ORE:
        raise UnreadableError(LedgerProblem.TOO_LARGE)
    return -whole if is_negative else whole


def _without_sign(text: str) -> tuple[str, bool]:
    bare = text.translate(MINUS_SIGNS).strip()
    if bare.startswith("(") and bare.endswith(")"):
        return bare[1:-1].strip(), True
    if bare.startswith("-"):
        return bare[1:].strip(), True
    if bare.endswith("-"):
        return bare[:-1].strip(), True
    return bare.removeprefix("+").strip(), False


def _kronor(text: str) -> Decimal:
    if GROUPED.fullmatch(text):
        whole, decimals = re.fullmatch(r"(.*?)(?:[.,](\d+))?", text.replace(" ", "")).groups()  # type: ignore[union-attr]
        return Decimal(f"{re.sub('[.,]', '', whole)}.{decimals or 0}")
    if not PLAIN.fullmatch(text):
        raise UnreadableError(LedgerProblem.NOT_AN_AMOUNT)
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation as error:  # an exponent beyond reason
        raise UnreadableError(LedgerProblem.NOT_AN_AMOUNT) from error
    if number.adjusted() > len(str(LARGEST_ORE)):
        raise UnreadableError(LedgerProblem.TOO_LARGE)
    return number


def day_of(text: str) -> date:
    """The day: 2014-05-31, 20140531, with a time behind it, or a spreadsheet's own number."""
    bare = text.strip()
    found = DAY.fullmatch(bare)
    if found and int(found[1]) in YEARS:
        try:
            return date(*map(int, found.groups()))
        except ValueError as error:
            raise UnreadableError(LedgerProblem.NOT_A_DAY) from error
    if re.fullmatch(r"\d{5}", bare) and int(bare) in EXCEL_DAYS:
        return FIRST_EXCEL_DAY + timedelta(days=int(bare))
    raise UnreadableError(LedgerProblem.NOT_A_DAY)
