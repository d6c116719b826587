"""Amounts as decisions write them: "3 000 000 kronor", "575 miljoner kronor", "30 961 tkr"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

UNITS = {
    "kronor": 1,
    "kr": 1,
    "tkr": 1_000,
    "tusen kronor": 1_000,
    "mnkr": 1_000_000,
    "mkr": 1_000_000,
    "mdkr": 1_000_000_000,
    "miljon kronor": 1_000_000,
    "miljoner kronor": 1_000_000,
    "miljoner kr": 1_000_000,
    "miljard kronor": 1_000_000_000,
    "miljarder kronor": 1_000_000_000,
}
# "3 000 000", "3.000.000", "3000000", "423,9"
FIGURES = r"\d{1,3}(?:[ .]\d{3}){1,4}|\d{1,12}(?:,\d{1,3})?"
AMOUNT = re.compile(
    rf"(?<![\d:/,.])(?P<figures>{FIGURES}) ?(?P<unit>miljoner kr|(?:tusen |miljon(?:er)? "
    rf"|miljard(?:er)? )?kronor|[Mm]nkr|[Mm]kr|[Mm]dkr|[Tt]kr|kr)\b\.?"
)
# "5 respektive 6 miljoner kronor": the first takes the second's unit
PAIRED = re.compile(
    rf"(?<![\d:/,.] )(?<![\d:/,.])(?!(?:19|20)\d\d\b)(?P<figures>{FIGURES}) respektive $"
)
LARGEST = 10**13


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum in whole kronor and its place in a sentence."""

    sek: int
    start: int
    end: int


def amounts_in(text: str) -> Iterator[Amount]:
    if "kr" not in text:  # each unit has it: "kronor", "mnkr", "tkr"
        return
    for match in AMOUNT.finditer(text):
        unit = match["unit"].casefold()
        paired = PAIRED.search(text, 0, match.start())
        for found in (paired, match) if paired else (match,):
            sek = in_kronor(found["figures"], unit)
            if 0 < sek < LARGEST:
                yield Amount(
                    sek, found.start(), found.end("figures") if found is paired else found.end()
                )


def in_kronor(figures: str, unit: str) -> int:
    number = Decimal(figures.replace(" ", "").replace(".", "").replace(",", "."))
    return int(number * UNITS[unit])
