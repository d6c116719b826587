"""Convert open data once into the compact files in src/varn/directory/data (see README.md)."""

import argparse
from pathlib import Path

import pycountry
from agencies import read_agencies
from boundaries import atlas_shapes, swedish_shapes, write_map
from organisations import (
    NAME_COLUMNS,
    ORGANISATION_COLUMNS,
    SUCCESSION_COLUMNS,
    organisation_tables,
)
from places import EU, PLACE_COLUMNS, place_rows
from tables import write_rows

DATA = Path(__file__).parents[2] / "src" / "varn" / "directory" / "data"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--agencies", type=Path, required=True, help="folder with merged.json")
    parser.add_argument("--atlas", type=Path, required=True, help="countries-50m.json")
    chosen = parser.parse_args()

    counties, municipalities = swedish_shapes("lan"), swedish_shapes("kommun")
    numbers = [(pycountry.countries.get(alpha_2=code).numeric, code) for code in EU]
    organisations, names, successions = organisation_tables(
        read_agencies(chosen.agencies), counties, municipalities
    )

    write_rows(DATA / "places.csv", PLACE_COLUMNS, place_rows(counties, municipalities))
    write_rows(DATA / "organisations.csv", ORGANISATION_COLUMNS, organisations)
    write_rows(DATA / "names.csv", NAME_COLUMNS, names)
    write_rows(DATA / "successions.csv", SUCCESSION_COLUMNS, successions)
    write_map(DATA / "map_county.json", "county", counties)
    write_map(DATA / "map_municipality.json", "municipality", municipalities)
    write_map(DATA / "map_country.json", "country", atlas_shapes(chosen.atlas, numbers))


if __name__ == "__main__":
    main()
