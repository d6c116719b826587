"""Counties, municipalities, regions and EU states: codes and names."""

import re
from collections.abc import Mapping

import pycountry
from babel import Locale
from boundaries import Shapes
from tables import Row, hand_rows

PLACE_COLUMNS = ("kind", "code", "name", "name_en", "letter", "parent", "valid_from", "valid_to")
EU = [
    "AT",
    "BE",
    "BG",
    "CY",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GR",
    "HR",
    "HU",
    "IE",
    "IT",
    "LT",
    "LU",
    "LV",
    "MT",
    "NL",
    "PL",
    "PT",
    "RO",
    "SE",
    "SI",
    "SK",
]
WITHOUT_GENITIVE = {"Kalmar", "Orust"}  # they call themselves "Kalmar kommun", "Orust kommun"
OTHER_FORM = {"Falun": "Falu"}


def county_letters() -> Mapping[str, str]:
    """Letter by county code, from ISO 3166-2: SE-AB is "Stockholms län [SE-01]"."""
    letters = {}
    for subdivision in pycountry.subdivisions.get(country_code="SE"):
        if code := re.search(r"SE-(\d\d)", subdivision.name):
            letters[code.group(1)] = subdivision.code.removeprefix("SE-")
    return letters


def place_rows(counties: Shapes, municipalities: Shapes) -> list[Row]:
    letters = county_letters()
    rows = [
        {
            "kind": "county",
            "code": code,
            "name": shape.name,
            "letter": letters[code],
            "parent": "country:SE",
        }
        for code, shape in sorted(counties.items())
    ]
    rows += [
        {"kind": "municipality", "code": code, "name": shape.name, "parent": f"county:{code[:2]}"}
        for code, shape in sorted(municipalities.items())
    ]
    return country_rows() + rows + region_rows()


def country_rows() -> list[Row]:
    swedish, english = Locale("sv").territories, Locale("en").territories
    return [
        {"kind": "country", "code": code, "name": swedish[code], "name_en": english[code]}
        for code in EU
    ]


def region_rows() -> list[Row]:
    """The regions as areas; Gotland's municipality has the tasks of a region there."""
    names = {row["county"]: row["name"] for row in hand_rows("regions.csv")} | {
        "09": "Region Gotland"
    }
    return [
        {"kind": "region", "code": code, "name": name, "parent": f"county:{code}"}
        for code, name in sorted(names.items())
    ]


def municipality_name(place: str) -> str:
    """How the municipality calls itself: `Stockholms kommun`, `Nacka kommun`, `Falu kommun`."""
    if place in OTHER_FORM:
        return f"{OTHER_FORM[place]} kommun"
    has_genitive = place[-1] in "aeiouyåäösxz" or place in WITHOUT_GENITIVE
    return f"{place} kommun" if has_genitive else f"{place}s kommun"
