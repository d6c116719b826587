"""How days, amounts and references are said in each language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from varn.final_report.rules.figures import ALONE, Figure, Kind, ranges

ORE_PER_KRONA = 100
NBSP = "\N{NO-BREAK SPACE}"
LOCALES = {"sv": "sv_SE", "en": "en_GB"}

Json = dict[str, object]


@dataclass(frozen=True)
class Wording:
    """A language and its words."""

    language: str
    words: Mapping[str, str]

    def day(self, day: date) -> str:
        """The day in words, "1 december 2014"."""
        return _kept_together(format_date(day, "d MMMM y", locale=LOCALES[self.language]))

    def period(self, starts_on: date | None, ends_on: date | None) -> str:
        """The period in words, "3 mars–5 april 2014"; either end may be open."""
        if starts_on and ends_on and starts_on < ends_on:
            return self._interval(starts_on, ends_on)
        if starts_on and ends_on:
            return self.day(starts_on)
        if starts_on:
            return self.words["from_day"] % {"day": self.day(starts_on)}
        if ends_on:
            return self.words["until_day"] % {"day": self.day(ends_on)}
        return self.words["not_stated"]

    def _interval(self, first: date, last: date) -> str:
        dash = "–" if self.language == "sv" else " – "  # the habit of each language
        if first.year != last.year:
            return f"{self.day(first)}{dash}{self.day(last)}"
        if first.month != last.month:
            start = format_date(first, "d MMMM", locale=LOCALES[self.language])
            return f"{_kept_together(start)}{dash}{self.day(last)}"
        return f"{first.day}–{self.day(last)}"

    def amounts(self, amounts_ore: Iterable[int]) -> list[str]:
        """Amounts that stand below each other: with öre all of them, or none."""
        given = list(amounts_ore)
        with_ore = any(each % ORE_PER_KRONA for each in given)
        return [self.amount(each, with_ore=with_ore) for each in given]

    def amount(self, amount_ore: int, *, with_ore: bool = False) -> str:
        """The amount with kronor, "3 000 000 kronor", held on one line."""
        pattern = "#,##0.00" if with_ore or amount_ore % ORE_PER_KRONA else "#,##0"
        kronor = Decimal(amount_ore) / ORE_PER_KRONA
        amount = format_decimal(kronor, pattern, locale=LOCALES[self.language])
        return (self.words["kronor"] % {"amount": amount}).replace(" ", NBSP)

    def listed(self, texts: Iterable[str]) -> str:
        """Texts as they are said in a row: a, b and c."""
        *first, last = texts
        return f"{', '.join(first)} {self.words['and']} {last}" if first else last

    def one(self, kind: Kind, number: int | None = None) -> Json:
        """A link to one numbered thing: "Underlag 3"."""
        word = self.words[f"kind.{kind}"]
        label = word if number is None else f"{word}{NBSP}{number}"
        return {"label": label, "anchor": anchor(kind, number)}

    def rests_on(self, figure: Figure) -> Json:
        """What a figure was counted from, with links."""
        if figure.kind not in ALONE:
            return self.many(figure.kind, figure.numbers)
        link = self.one(figure.kind)
        return {"label": "", "links": [link], "text": link["label"]}

    def value(self, figure: Figure) -> str:
        """The figure as it is read."""
        return self.amount(figure.value) if figure.is_money else str(figure.value)

    def name(self, prefix: str, code: str) -> str:
        """What a code is called, such as state and under_way; an unknown code stays itself."""
        return self.words.get(f"{prefix}.{code}", code)

    def many(self, kind: Kind, numbers: tuple[int, ...]) -> Json:
        """Links to numbered things, runs joined: "Underlag 1–3 och 7"."""
        if not numbers:
            return {"label": "", "links": [], "text": self.words["nothing_recorded"]}
        word = self.words[f"kind{'' if len(numbers) == 1 else 's'}.{kind}"]
        runs = ranges(numbers)
        said = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
        links = [
            {"label": label, "anchor": anchor(kind, first)}
            for label, (first, _last) in zip(said, runs, strict=True)
        ]
        return {"label": word, "links": links, "text": f"{word}{NBSP}{self.listed(said)}"}


def anchor(kind: Kind, number: int | None = None) -> str:
    """The name of the place in the report where the thing stands."""
    return str(kind) if number is None else f"{kind}-{number}"


def _kept_together(day: str) -> str:
    """A day and its month never stand on different lines."""
    return day.replace(" ", NBSP, 1)
