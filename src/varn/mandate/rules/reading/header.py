"""The head of a decision: protocol number, day, department, whom it is addressed to."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from varn.mandate.rules.reading.dates import DAY, ISO, calendar_day
from varn.mandate.rules.reading.facts import Found
from varn.mandate.rules.reading.layout import Line, Part
from varn.mandate.rules.reading.organisations import is_name, row
from varn.mandate.rules.reading.words import DEPARTMENT, MONTHS

# "Regeringsbeslut II:5"; scanners write "Il : 5" and "ll:5"
PROTOCOL = re.compile(
    r"\bRegeringsbeslut(?:\s(?:nr|Nr)\.?)?\s{1,3}(?P<roman>[IVXl1]{1,5}) ?(?::"
    r"|(?<=[IVX]) ) ?(?P<number>\d{1,3})\b"
)
LONE_PROTOCOL = re.compile(r"^(?P<roman>[IVX]{1,5}) ?: ?(?P<number>\d{1,3})$", re.MULTILINE)
PLAIN_PROTOCOL = re.compile(
    r"\bRegeringsbeslut\s{0,3}(?:nr )?(?P<number>\d{1,3})(?=$|\n| (?:19|20)\d\d-)"
)
# "Beslut: 2004-05-13", "Beslut vid regeringssammanträde den 13 maj 2004", "Beslutad 13 maj 2004"
DECIDED = re.compile(
    r"\b(?:Beslut|Beslutat|Beslutad|Beslutsdatum|Regeringsbeslut"
    r"|Datum)(?: vid regeringssammanträde)?(?: den)?:?"
    r"\s{1,2}(?:den )?(?P<on>\d{4}-\d\d-\d\d|\d{1,2} [a-z]{3,9} \d{4})",
    re.IGNORECASE,
)
PUBLISHED = re.compile(r"(?:Publicerad|Uppdaterad|Utskriven)\W{0,3}(?:den )?$", re.IGNORECASE)
OFFICE = re.compile(
    rf"(?:Regeringsuppdrag från |Departement: ?"
    rf"|Ansvarig(?:t departement)?: ?)?(?P<name>{DEPARTMENT})\b"
)
# "Box 22067", "104 22 Stockholm"
POSTAL = re.compile(r"(?:Box \d{1,6}|(?:SE-)?\d{3} ?\d{2} [A-ZÅÄÖ][A-Za-zåäöÅÄÖ]+)")
STREET = re.compile(
    r".{3,40}(?:gatan|vägen|torget|plan|plats|gränd|gata|väg|allé) ?\d{0,4}\w?$|c/o ", re.IGNORECASE
)
ADDRESSED_INLINE = re.compile(
    rf"(?:{DEPARTMENT}|\)|\d{{4}}-\d\d-\d\d"
    rf"|/\w{{1,6}}) (?P<name>[A-ZÅÄÖ][^\d\n()]{{3,90}}?) "
    rf"(?:Box \d{{1,6}} )?\d{{3}} ?\d{{2}} [A-ZÅÄÖ]"
)


def protocol_of(head: str) -> Found[str] | None:
    if match := PROTOCOL.search(head) or LONE_PROTOCOL.search(head):
        roman = match["roman"].replace("l", "I").replace("1", "I")
        return Found(f"{roman}:{match['number']}", (match.start("roman"), match.end()))
    if match := PLAIN_PROTOCOL.search(head):
        return Found(match["number"], match.span("number"))
    return None


def decided_on(head: str) -> Found[date] | None:
    """The day after "Beslut", else the first day of the head that isn't one of publishing."""
    if match := DECIDED.search(head):
        place = match.start("on")
        if found := _day(head, place):
            return found
    for match in ISO.finditer(head):
        if not PUBLISHED.search(head[: match.start()]):
            return _day(head, match.start())
    return None


def _day(text: str, place: int) -> Found[date] | None:
    match = ISO.match(text, place) or DAY.match(text, place)
    if match is None or match["year"] is None:
        return None
    month = match["month"].casefold()
    number = int(month) if month.isdigit() else MONTHS[month]
    on = calendar_day(int(match["year"]), number, int(match["day"]))
    return Found(on, match.span()) if on else None


def department_of(head: str, title: Found[str] | None) -> Found[str] | None:
    """The first department named in the head, outside the title."""
    for match in OFFICE.finditer(head):
        start, end = match.span("name")
        if title is None or not (title.span[0] <= start < title.span[1]):
            return Found(match["name"], (start, end))
    shouted = SHOUTED.search(head)
    return Found(shouted["name"].capitalize(), shouted.span("name")) if shouted else None


# "SOCIALDEPARTEMENTET" above the letter
SHOUTED = re.compile(r"^(?P<name>[A-ZÅÄÖ]{2,30}DEPARTEMENTET)$", re.MULTILINE)


def addressees(lines: Sequence[Line]) -> Iterator[Found[str]]:
    """Whom the letter is addressed to: the name above (or before) the postal address."""
    head = [line for line in lines if line.part is Part.HEAD]
    for above, line in pairwise(line for line in head if not STREET.match(line.text)):
        if POSTAL.match(line.text) and not POSTAL.match(above.text):
            yield from (name for name in row(above.text, above.start) if is_name(name.value))
            return
    for line in head:
        if match := ADDRESSED_INLINE.search(line.text):
            yield from row(match["name"], line.start + match.start("name"))
            return
