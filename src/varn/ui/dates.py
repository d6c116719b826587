"""Days as people say them: "den 1 december 2014, om 16 dagar"."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext


def in_words(day: date) -> str:
    """The day written out, as it stands in a sentence."""
    return pgettext("a day in a sentence", "%(day)s") % {"day": date_format(day, "j F Y")}


def distance(day: date, *, today: date) -> str:
    """How far away the day is: "om 16 dagar", "i dag", "för 3 dagar sedan"."""
    days = (day - today).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days == -1:
        return _("yesterday")
    if days > 0:
        return ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days}
    return ngettext("%(days)d day ago", "%(days)d days ago", -days) % {"days": -days}


def days_left(day: date, *, today: date) -> str:
    """What is left until a deadline, short enough for a badge."""
    days = (day - today).days
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days}
    return ngettext("%(days)d day late", "%(days)d days late", -days) % {"days": -days}
