"""For which year an amount is meant: before it, behind it, or paired by "respektive"."""

import re
from collections.abc import Iterator, Sequence

from varn.mandate.rules.reading.money import Amount

type Years = tuple[int | None, ...]

YEAR = re.compile(
    r"\b(?:under|för|år|tillförs|avsätts|budgetåret|åren|och|respektive|perioden|samt|,"
    r"|i) (?:budgetår(?:et)? |år |perioden )?(?P<year>(?:19|20)\d\d)\b(?!/|:)(?![–-]\d)",
    re.IGNORECASE,
)
# "3 miljoner kronor 2024"
BEHIND = re.compile(r",? (?P<year>(?:19|20)\d\d)\b(?!/|:| \d{3}\b)(?![–-]\d)")
# "2022 respektive 2023", "2021, 2022 och 2023"
ROW = re.compile(
    r"\b(?:19|20)\d\d(?:(?:,| och| respektive| samt) (?:år |för |under )?(?:19|20)\d\d\b)+"
    r"(?!/|:| \d{3}\b)"
)
ONE = re.compile(r"\b(?:19|20)\d\d\b")
JOINED = re.compile(r",? ?(?:och|respektive|samt)?(?: (?:högst|med|på|om))* ?")
# "5 000 000 kronor per år 2022 och 2023"
EACH = re.compile(r",? (?:per år|årligen|vardera|(?:för|under) vart och ett av)\b")
NEAR = 40


def years_of(text: str, amounts: Sequence[Amount]) -> list[Years]:
    """For each amount its year, all years that it is given for, or None."""
    rows = list(ROW.finditer(text))
    paired = dict(_paired(text, amounts, rows))
    return [
        (paired[index],) if index in paired else _years(text, amounts, index, rows)
        for index in range(len(amounts))
    ]


def year_of(text: str) -> int | None:
    """The year of a sentence that opens a list; none when it names several."""
    match = YEAR.search(text)
    return int(match["year"]) if match and not ROW.search(text) else None


def _paired(
    text: str, amounts: Sequence[Amount], rows: Sequence[re.Match[str]]
) -> Iterator[tuple[int, int]]:
    """Amounts joined by "respektive" take the years of a row that is as long."""
    for run in _runs(text, amounts) if rows else ():
        for row in rows:
            years = [int(year) for year in ONE.findall(row.group())]
            if len(run) == len(years):
                yield from zip(run, years, strict=True)
                break


def _runs(text: str, amounts: Sequence[Amount]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index, amount in enumerate(amounts):
        if index and JOINED.fullmatch(text, amounts[index - 1].end, amount.start):
            runs[-1].append(index)
        else:
            runs.append([index])
    return [run for run in runs if len(run) > 1]


def _years(
    text: str, amounts: Sequence[Amount], index: int, rows: Sequence[re.Match[str]]
) -> Years:
    end = amounts[index].end
    near = next((row for row in rows if 0 <= row.start() - end < NEAR), None)
    if near and EACH.match(text, end):
        return tuple(int(year) for year in ONE.findall(near.group()))
    return (_year(text, amounts, index, rows),)


def _year(
    text: str, amounts: Sequence[Amount], index: int, rows: Sequence[re.Match[str]]
) -> int | None:
    """Years stand before their amounts, or after them; the sentence's first amount shows which."""
    amount = amounts[index]
    before = amounts[index - 1].end if index else 0
    after = amounts[index + 1].start if index + 1 < len(amounts) else len(text)
    leading = list(YEAR.finditer(text, 0, amounts[0].start))
    ahead = list(YEAR.finditer(text, before, amount.start))
    behind = BEHIND.match(text, amount.end) or YEAR.search(text, amount.end, after)
    if leading:
        chosen = ahead[-1] if ahead else (leading[-1] if index else None)
    else:
        chosen = behind or (ahead[-1] if ahead else _shared(text, amounts))
    return None if chosen is None or _is_in_row(chosen, rows) else int(chosen["year"])


def _shared(text: str, amounts: Sequence[Amount]) -> re.Match[str] | None:
    """ "500 000 kronor från … och 300 000 kronor från … under 2019" is all for 2019."""
    end = amounts[-1].end
    only_last = YEAR.search(text, amounts[0].end, end) is None and "varav" not in text
    return YEAR.search(text, end) if only_last else None


def _is_in_row(year: re.Match[str], rows: Sequence[re.Match[str]]) -> bool:
    """Whether a year is one of several, so that the amount belongs to none alone."""
    return any(row.start() <= year.start("year") < row.end() for row in rows)
