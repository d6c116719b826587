"""How days and amounts are said in letters, in each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

ORE_PER_KRONA = 100
NBSP = "\N{NO-BREAK SPACE}"
LOCALES = {"sv": "sv_SE", "en": "en_GB"}


@dataclass(frozen=True)
class Saying:
    """A language and its words."""

    language: str
    words: Mapping[str, str]
    has_ore: bool = False  # then amounts in tables have decimals, all of them

    def __call__(self, word: str, **values: str) -> str:
        """The words by this name, with the values put in."""
        return self.words[word] % values if values else self.words[word]

    def day(self, day: date) -> str:
        """The day in words, "1 december 2014"."""
        said: str = format_date(day, "d MMMM y", locale=LOCALES[self.language])
        return said.replace(" ", NBSP, 1)

    def kronor(self, amount_ore: int) -> str:
        """The amount as it is said in a sentence, "3 000 000 kronor", held on one line."""
        amount = self._amount(amount_ore, decimals=bool(amount_ore % ORE_PER_KRONA))
        return self("kronor", amount=amount).replace(" ", NBSP)

    def figure(self, amount_ore: int) -> str:
        """The amount as it stands in a column below "kronor"."""
        return self._amount(amount_ore, decimals=self.has_ore)

    def _amount(self, amount_ore: int, *, decimals: bool) -> str:
        pattern = "#,##0.00" if decimals else "#,##0"
        kronor = Decimal(amount_ore) / ORE_PER_KRONA
        return str(format_decimal(kronor, pattern, locale=LOCALES[self.language]))
