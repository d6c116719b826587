"""Where to turn: what the site may say, and the day of the source behind each number.

The numbers stand in the code so that nobody changes one by mistake while editing a page.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from varn.kernel.events import Event

POLICE_ADDRESS = "https://polisen.se"
SOURCES_READ_ON = date(2026, 1, 28)  # the newest public page behind the numbers


class WebsiteEvent(Event):
    START_PAGE_LOADED = "website.start_page.loaded", _("Put a start page in place")


class Audience(Enum):
    """Whom a channel is for."""

    EVERYONE = "everyone"
    PROFESSIONALS = "professionals"


@dataclass(frozen=True, kw_only=True)
class Channel:
    """Somebody to turn to, mostly by a number to call."""

    name: Promise
    text: Promise
    audience: Audience
    number: str = ""
    read_on: date = SOURCES_READ_ON

    @property
    def address(self) -> str:
        """What a telephone dials."""
        digits = "".join(filter(str.isdigit, self.number))
        return f"tel:{digits}" if digits else ""


CHANNELS = (
    Channel(
        number="112",
        name=_("Danger now"),
        text=_(
            "Call 112 if a child is in danger now. 112 works in the whole of the EU. In other "
            "countries, call the local emergency number."
        ),
        audience=Audience.EVERYONE,
    ),
    Channel(
        number="114 14",
        name=_("The police, when it is not urgent"),
        text=_("Tell the police what you have seen or heard. You don't have to be sure."),
        audience=Audience.EVERYONE,
    ),
    Channel(
        number="116 111",
        name=_("Bris, if you are under 18"),
        text=_(
            "Somebody has hurt you, threatened you or used you? It isn't your fault. Call Bris, "
            "free of charge, day or night."
        ),
        audience=Audience.EVERYONE,
    ),
    Channel(
        name=_("Social services"),
        text=_(
            "Turn to social services in the municipality where the child is. When the office is "
            "closed you reach the out-of-hours service on its own number or through 112."
        ),
        audience=Audience.PROFESSIONALS,
    ),
    Channel(
        number="114 14",
        name=_("The police"),
        text=_("When it is urgent but nobody is in danger now. In danger, call 112."),
        audience=Audience.PROFESSIONALS,
    ),
    Channel(
        number="020-390 000",
        name=_("Support line on human trafficking"),
        text=_(
            "The Swedish Gender Equality Agency advises on how to act, and can lead you to the "
            "regional coordinator where you are. Office hours on weekdays."
        ),
        audience=Audience.PROFESSIONALS,
    ),
)
