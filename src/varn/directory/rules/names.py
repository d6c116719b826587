"""Names made comparable, and lines of a distribution list taken apart."""

import re
import unicodedata
from dataclasses import dataclass

LEADING_MARKS = re.compile(r"^[\s\-–—•*·▪]+")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff"))
HYPHENS = str.maketrans("‐‑‒–—", "-----")
SUSPENDED_HYPHEN = re.compile(r"(?<=\w)-(?=och\b)")

MUNICIPALITY = re.compile(r"^(?P<place>.+) (kommun|stad)$")
COUNTY_BOARD = re.compile(r"^länsstyrelsen( i| på)? (?P<place>.+?)( län)?$")
COUNTY_BOARDS = re.compile(r"^länsstyrelserna i (?P<places>.+?)( län)?$")
REGION = re.compile(
    r"^(region(en)? |landstinget( i)? )(?P<place>.+?)( län)?$|^(?P<council>.+?)( läns)? landsting$"
)
GROUP = re.compile(
    r"^(?P<which>samtliga |alla |landets |de |övriga )?"
    r"(?P<what>länsstyrelse|kommun|region|landsting|departement)"
    r"(?P<plural>rna|erna|er|en|na|r|n|s)?( i landet)?$"
)
GROUP_KINDS = {
    "länsstyrelse": "county_board",
    "kommun": "municipality",
    "region": "region",
    "landsting": "region",
    "departement": "ministry",
}
DEFINITE_PLURALS = ("rna", "erna", "en", "na")


def normalised(name: str) -> str:
    """A name without what people write differently: capitals, spaces, marks, kinds of hyphen."""
    plain = unicodedata.normalize("NFC", name).translate(INVISIBLE).translate(HYPHENS)
    plain = LEADING_MARKS.sub("", plain).casefold().strip().rstrip(".,;:")
    return SUSPENDED_HYPHEN.sub("- ", " ".join(plain.split()))


def place_base(name: str) -> str:
    """A place without its genitive, so that `Stockholms` and `Stockholm` agree."""
    return normalised(name).removesuffix(" län").removesuffix("s")


def municipality_in(line: str) -> str | None:
    """The place in `Stockholms stad` or `Nacka kommun`, as a base."""
    return _place(MUNICIPALITY, line)


def county_of_board_in(line: str) -> str | None:
    """The county in `Länsstyrelsen i Stockholms län` or `Länsstyrelsen Skåne`, as a base."""
    return _place(COUNTY_BOARD, line)


def counties_of_boards_in(line: str) -> list[str]:
    """The counties in `Länsstyrelserna i Skåne, Hallands och Kalmar län`, as bases."""
    found = COUNTY_BOARDS.match(normalised(line))
    if not found:
        return []
    return [place_base(part) for part in re.split(r", | och ", found["places"])]


def region_in(line: str) -> str | None:
    """The area in `Region Skåne`, `Landstinget i Kalmar län` or `Örebro läns landsting`."""
    found = REGION.match(normalised(line))
    return place_base(found["place"] or found["council"]) if found else None


def _place(pattern: re.Pattern[str], line: str) -> str | None:
    found = pattern.match(normalised(line))
    return place_base(found["place"]) if found else None


@dataclass(frozen=True)
class Group:
    """A line that stands for every organisation of a kind."""

    kind: str
    is_rest: bool  # "övriga": those that the list doesn't name otherwise


def group_in(line: str) -> Group | None:
    """The group in `Samtliga länsstyrelser`, `Landets kommuner` or `Länsstyrelserna`."""
    found = GROUP.match(normalised(line))
    if not found or not (found["which"] or found["plural"] in DEFINITE_PLURALS):
        return None
    return Group(kind=GROUP_KINDS[found["what"]], is_rest=found["which"] == "övriga ")


def alternatives(line: str) -> list[str]:
    """Ways to read one name, the most literal first: whole, without and within brackets."""
    found = re.match(r"^(?P<outer>.+?)\s*\((?P<inner>[^()]+)\)\s*$", line)
    readings = [line, found["outer"], found["inner"]] if found else [line]
    if found and normalised(found["outer"]) == "regeringskansliet":
        readings = [line, found["inner"]]
    return [normalised(reading) for reading in readings if normalised(reading)]


def parts_of(line: str) -> list[list[str]]:
    """`Naturvårdsverket och Boverket` as two names; one list for each way to read the line."""
    split = [re.split(r", (?:och |samt )?| och | samt ", reading) for reading in alternatives(line)]
    return [parts for parts in split if len(parts) > 1]


def head_and_units(line: str) -> tuple[str, tuple[str, ...]]:
    """`Justitiedepartementet/Å, EMA` is the head `Justitiedepartementet` with two units."""
    head, _, tail = LEADING_MARKS.sub("", line).partition("/")
    units = tuple(" ".join(unit.split()).rstrip(".;") for unit in tail.split(","))
    return head.strip(), tuple(unit for unit in units if unit)
