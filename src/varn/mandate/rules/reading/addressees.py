"""Whom a report or money goes to: "till Kammarkollegiet", "ställd till Socialstyrelsen"."""

import re

from varn.mandate.rules.reading.organisations import RECEIVER
from varn.mandate.rules.reading.words import DEPARTMENT

# "regeringen (Socialdepartementet med kopia till Justitiedepartementet)"
COPY = re.compile(
    rf"(?P<before>,? ?med (?:en )?kopia till )(?P<copy>(?:{DEPARTMENT}|[A-ZÅÄÖ][^()]{{3,60}}))"
)
ADDRESSED = re.compile(rf"\b(?:till|ställd till|hos) (?P<name>{RECEIVER.pattern})")
# "uppdraget till Boverket att …" tells who has the mandate, "redovisa uppdraget till …" doesn't.
MANDATED = re.compile(r"\b(?<!redovisa )(?<!redovisar )(?<!rapportera )(?<!av )uppdrag(?:et)? $")
DRAWN = re.compile(
    rf"\brekvirera\w*\b.{{0,80}}?\bfrån (?P<name>{RECEIVER.pattern})"
    rf"|\b(?:ställd|rekvisition|ställas|ställs|inges|lämnas|skickas) "
    rf"(?:till|hos) (?P<name2>{RECEIVER.pattern})"
)


# "till Kammarkollegiets bankgirokonto 5052-5781"
ACCOUNT = re.compile(r"s (?:bank|plus|post)?(?:giro|konto)\w*$")


def addressee_in(text: str) -> str | None:
    for match in ADDRESSED.finditer(text):
        if not MANDATED.search(text, 0, match.start()):
            return without_copy(match["name"])
    drawn = DRAWN.search(text)
    return drawn["name"] or drawn["name2"] if drawn else None


def without_copy(name: str) -> str:
    """The receiver alone, without who else gets a copy and without the number of an account."""
    name = ACCOUNT.sub("", name)
    copy = COPY.search(name)
    return f"{name[: copy.start()]})" if copy else name
