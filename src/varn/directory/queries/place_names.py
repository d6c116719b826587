"""Places by the names that people write."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches

from varn.directory.choices import PlaceKind
from varn.directory.models import Place
from varn.directory.rules.names import municipality_in, normalised, place_base

MOST_SUGGESTIONS = 4
MOST_LOOKED_FOR = 40  # names to seek by likeness; a list with more unknown has another fault


@dataclass(frozen=True, kw_only=True)
class PlaceAnswer:
    """The place that a line names, else those whose names come near."""

    line: str
    place: Place | None
    suggestions: tuple[Place, ...] = ()


def places_named(lines: Iterable[str]) -> list[PlaceAnswer]:
    """A place for each line that isn't empty, by name or code; one database query in all."""
    known = _known()
    answers = [_exact(line, known) for line in map(str.strip, lines) if line]
    missing = [each for each in answers if each.place is None][:MOST_LOOKED_FOR]
    near = {each.line: _near(each.line, known) for each in missing}
    return [replace(each, suggestions=near.get(each.line, ())) for each in answers]


def _known() -> dict[str, Place]:
    """Every way to write a place; where two places share one, the name itself wins."""
    found = list(Place.objects.exclude(kind=PlaceKind.REGION).order_by("kind", "code", "pk"))
    known: dict[str, Place] = {}
    for read in (_own_names, _codes, _short_county):
        for place in found:
            for name in read(place):
                known.setdefault(name, place)
    return known


def _own_names(place: Place) -> list[str]:
    return [normalised(name) for name in (place.name, place.name_en) if name]


def _codes(place: Place) -> list[str]:
    return [normalised(place.code)]


def _short_county(place: Place) -> list[str]:
    """`Skåne` for the county where no municipality has the name."""
    return [place_base(place.name)] if place.kind == PlaceKind.COUNTY else []


def _exact(line: str, known: dict[str, Place]) -> PlaceAnswer:
    place = known.get(normalised(line)) or _municipality(line, known)
    return PlaceAnswer(line=line, place=place)


def _near(line: str, known: dict[str, Place]) -> tuple[Place, ...]:
    name = normalised(line)
    near = [known[each] for each in get_close_matches(name, known, n=MOST_SUGGESTIONS * 2)]
    return tuple(dict.fromkeys(near))[:MOST_SUGGESTIONS]


def _municipality(line: str, known: dict[str, Place]) -> Place | None:
    """`Stockholms stad` and `Malmö kommun` as the municipality's own name."""
    base = municipality_in(line)
    if base is None:
        return None
    readings = (base, f"{base}s")
    found = (known.get(reading) for reading in readings)
    return next((each for each in found if each and each.kind == PlaceKind.MUNICIPALITY), None)
