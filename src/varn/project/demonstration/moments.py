"""The hours of the demonstration, as a clock in Sweden shows them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")


def moment(day: date, *, hour: int) -> datetime:
    """An hour of a day."""
    return datetime.combine(day, time(hour), tzinfo=SWEDEN)
