"""Days as decisions write them: "den 31 maj 2015", "2021 respektive 2022", "vid samma tidpunkt"."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from varn.mandate.rules.reading.facts import OpenReason
from varn.mandate.rules.reading.words import MONTH, MONTHS


@dataclass(frozen=True, slots=True)
class Day:
    """A day in a sentence; `on` is None when the text leaves it open."""

    on: date | None
    start: int
    end: int
    reason: OpenReason | None = None


# "31 maj 2015", "den 31 maj", "2025, 2026 och 2027" after the month
DAY = re.compile(
    rf"\b(?:den )?(?P<day>\d{{1,2}})(?::?e)? (?P<month>{MONTH})\b,?"
    r"(?: (?P<year>(?:19|20)\d\d)\b(?! \d{3}\b))?",
    re.IGNORECASE,
)
# What each such day holds, searched for quickly from its figures.
DAY_AND_MONTH = re.compile(rf"\d(?::?e)? {MONTH}", re.IGNORECASE)
MORE_YEARS = re.compile(
    r"(?:,? (?:och|respektive|resp\.|samt)(?: år)? |, )(?P<year>(?:19"
    r"|20)\d\d)\b(?! \d{3}\b)(?! (?:får|beräkna))"
)
ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
# "den 1 mars, första gången 2025": recurs, and this is the first time
FIRST_TIME = re.compile(
    r",? (?:varje år|årligen)?,?(?: och| med början)? ?(?:första gången|med (?:början|start"
    r"|första redovisning))(?: år| den)? "
    r"(?P<year>(?:19|20)\d\d)\b"
)
# "vid utgången av mars 2027", "före utgången av år 2015"
END_OF = re.compile(
    rf"\b(?:utgången|slutet) av (?:(?P<month>{MONTH}) (?:månad )?|år )?(?P<year>(?:19|20)\d\d)\b"
    r"(?! \d{3}\b)"
)
SAME_DAY = re.compile(
    r"\b(?:vid|till) samma (?:tidpunkt|datum|tid)\b|\bsamma (?:dag|datum)\b", re.IGNORECASE
)
MONTH_ONLY = re.compile(
    rf"\b(?:senast|före) (?:i |under )?(?P<month>{MONTH})(?: (?:månad|(?:19"
    rf"|20)\d\d))?\b"
)
# "den 15 mars och den 1 oktober 2018": the first takes the second's year
SHARED_YEAR = re.compile(r",?(?: och| respektive| samt|,)(?: senast)? ?$")


def days_in(text: str) -> list[Day]:
    """Every day that a sentence names, in order."""
    days = [*_iso(text)] if "-" in text else []
    if DAY_AND_MONTH.search(text):
        days += _written(text)
    if "senast " in text or "före " in text:
        days += _months(text)
    if "utgången av " in text or "slutet av " in text:
        days += _ends(text)
    if "amma " in text or "AMMA " in text:
        days += _same_day(text)
    days.sort(key=lambda day: (day.start, day.end))
    return _with_shared_years(days, text)


def calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _written(text: str) -> Iterator[Day]:
    for match in DAY.finditer(text):
        month, day = MONTHS[match["month"].casefold()], int(match["day"])
        if match["year"] is None:
            first = FIRST_TIME.match(text, match.end())
            if first and (on := calendar_day(int(first["year"]), month, day)):
                yield Day(on, match.start(), first.end())
            elif calendar_day(2000, month, day):
                yield Day(None, match.start(), match.end(), OpenReason.YEAR_MISSING)
            continue
        start, end = match.span()
        years = [int(match["year"])]
        while more := MORE_YEARS.match(text, end):
            years.append(int(more["year"]))
            end = more.end()
        for year in years:
            if on := calendar_day(year, month, day):
                yield Day(on, start, end)


def _ends(text: str) -> Iterator[Day]:
    """The last day of the month or year whose end is named."""
    for match in END_OF.finditer(text):
        month = MONTHS[match["month"].casefold()] if match["month"] else len(MONTHS)
        year = int(match["year"])
        yield Day(date(year, month, monthrange(year, month)[1]), *match.span())


def _iso(text: str) -> Iterator[Day]:
    for match in ISO.finditer(text):
        if on := calendar_day(int(match["year"]), int(match["month"]), int(match["day"])):
            yield Day(on, *match.span())


def _same_day(text: str) -> Iterator[Day]:
    for match in SAME_DAY.finditer(text):
        yield Day(None, *match.span(), OpenReason.REFERENCE)


def _months(text: str) -> Iterator[Day]:
    for match in MONTH_ONLY.finditer(text):
        yield Day(None, *match.span("month"), OpenReason.DAY_MISSING)


def _with_shared_years(days: list[Day], text: str) -> list[Day]:
    shared = list(days)
    for index in range(len(days) - 2, -1, -1):
        day, following = shared[index], shared[index + 1]
        open_year = day.reason is OpenReason.YEAR_MISSING and following.on is not None
        if open_year and following.on and SHARED_YEAR.match(text[day.end : following.start]):
            shared[index] = _in_year(day, text, following.on.year)
    return shared


def _in_year(day: Day, text: str, year: int) -> Day:
    match = DAY.match(text, day.start)
    on = calendar_day(year, MONTHS[match["month"].casefold()], int(match["day"])) if match else None
    return replace(day, on=on, reason=None) if on else day
