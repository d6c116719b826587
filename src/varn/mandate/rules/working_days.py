"""Working days of a member state: weekends, public holidays and eves that are free in fact."""

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache

from holidays import DE_FACTO, PUBLIC, HolidayBase, country_holidays, list_supported_countries

SWEDEN = "SE"
SAME_COUNTRY = {"EL": "GR", "UK": "GB"}  # the union's letters and ISO's
SATURDAY = 5
WORKDAYS_A_WEEK, DAYS_A_WEEK = 5, 7


def calendar_country(code: str) -> str:
    """The country whose holidays are kept; what has no calendar keeps Sweden's."""
    known = SAME_COUNTRY.get(code, code)
    return known if known in list_supported_countries(include_aliases=False) else SWEDEN


def is_working_day(day: date, country: str = SWEDEN) -> bool:
    """Whether people are at work on the day."""
    return day.weekday() < SATURDAY and day not in _free_weekdays(country, day.year)


def planned_day(due_on: date, country: str = SWEDEN) -> date:
    """The last working day that is in time."""
    day = due_on
    while not is_working_day(day, country):
        day -= timedelta(days=1)
    return day


def working_days_left(until: date, *, today: date, country: str = SWEDEN) -> int:
    """Working days after today up to and with the day; negative when it is past."""
    if until < today:
        return -working_days_left(today, today=until, country=country)
    free = _free_between(today, until, country)
    return _weekdays_to(until) - _weekdays_to(today) - free


def holiday_name(day: date, country: str, language: str) -> str:
    """What the free day is called; empty for a mere weekend or a working day.

    In the page's language where the calendar has it, else in the country's own.
    """
    found: str = _calendar(country, language).get(day, "")
    return found


def _weekdays_to(day: date) -> int:
    """Mondays to Fridays from the first day of all days up to and with this one."""
    weeks, rest = divmod(day.toordinal(), DAYS_A_WEEK)  # day 1 was a Monday
    return weeks * WORKDAYS_A_WEEK + min(rest, WORKDAYS_A_WEEK)


def _free_between(start: date, end: date, country: str) -> int:
    """Free Mondays to Fridays after the start up to and with the end."""
    total = 0
    for year in range(start.year, end.year + 1):
        free = _free_weekdays(country, year)
        total += bisect_right(free, end) - bisect_right(free, start)
    return total


@cache
def _free_weekdays(country: str, year: int) -> tuple[date, ...]:
    free = _calendar(country, "")
    days = _of_year(free, year)
    return tuple(sorted(day for day in days if day.weekday() < SATURDAY))


def _of_year(free: HolidayBase, year: int) -> list[date]:
    first = date(year, 1, 1)
    free.get(first)  # the calendar works out a year when it is first asked for
    return [day for day in free if day.year == year]


@cache
def _calendar(country: str, language: str) -> HolidayBase:
    plain = country_holidays(country)
    wanted = [each for each in (PUBLIC, DE_FACTO) if each in plain.supported_categories]
    spoken = _spoken(plain.supported_languages, language)
    return country_holidays(country, categories=tuple(wanted), language=spoken)


def _spoken(languages: tuple[str, ...], wanted: str) -> str | None:
    """The calendar's name of a language: en may be en_US."""
    return next((each for each in languages if each.split("_")[0] == wanted), None)
