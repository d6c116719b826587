"""All organisations together: agencies, ministries, regions, municipalities, associations."""

from collections.abc import Iterable, Mapping

from agencies import Register, name_rows, organisation_row, succession_rows
from boundaries import Shapes
from places import municipality_name
from tables import Row, hand_rows

ORGANISATION_COLUMNS = ("key", "kind", "number", "place", "email", "valid_from", "valid_to")
NAME_COLUMNS = ("organisation", "name", "kind", "valid_from", "valid_to")
SUCCESSION_COLUMNS = ("predecessor", "successor", "on")
POLICE_REFORM = "2015-01-01"
Tables = tuple[list[Row], list[Row], list[Row]]


def organisation_tables(
    agencies: Mapping[str, Register], counties: Shapes, municipalities: Shapes
) -> Tables:
    """Organisations, their names, and who followed whom."""
    codes = {shape.name: code for code, shape in counties.items()}
    codes |= {shape.name.casefold(): code[:2] for code, shape in municipalities.items()}
    organisations = [organisation_row(name, entry, codes) for name, entry in agencies.items()]
    names = [row for name, entry in agencies.items() for row in name_rows(name, entry)]
    successions = succession_rows(agencies)
    for extra in (
        _ministries(),
        _by_hand(),
        _regions(),
        _municipalities(municipalities),
        _police(counties),
    ):
        organisations += extra[0]
        names += extra[1]
        successions += extra[2]
    organisations = _merged(organisations)
    known = {row["key"] for row in organisations}
    successions = [
        row
        for row in successions
        if {row["predecessor"], row["successor"]} <= known
        and row["predecessor"] != row["successor"]  # the same body with other capitals
    ]
    return organisations, _with_corrections(names), _unique(successions, "predecessor", "successor")


def _merged(organisations: Iterable[Row]) -> list[Row]:
    """One row a key; what is typed by hand adds to the registers' row."""
    merged: dict[str, Row] = {}
    for row in organisations:
        filled = {column: value for column, value in row.items() if value}
        merged[row["key"]] = merged.get(row["key"], {}) | filled
    return [merged[key] for key in sorted(merged)]


def _ministries() -> Tables:
    organisations, names = {}, []
    for row in hand_rows("ministries.csv"):
        key = f"ministry:{row['key']}"
        ends = {} if row["is_open"] == "yes" else {"valid_to": row["valid_to"]}
        organisations[key] = {"key": key, "kind": "ministry", "place": "county:01"} | ends
        names += [
            {"organisation": key, "name": row[column], "kind": kind}
            | {"valid_from": row["valid_from"], "valid_to": row["valid_to"]}
            for column, kind in (("name", "official"), ("short_name", "short"))
        ]
    return list(organisations.values()), names, []


def _by_hand() -> Tables:
    rows = hand_rows("organisations.csv")
    names = [
        {"organisation": row["key"], "name": row[column], "kind": kind}
        for row in rows
        for column, kind in (("name", "official"), ("short_name", "short"))
        if row[column]
    ]
    return rows, names, []


def _regions() -> Tables:
    organisations, names = [], []
    for row in hand_rows("regions.csv"):
        key = f"region:{row['county']}"
        organisations.append(
            {"key": key, "kind": "region", "place": f"region:{row['county']}"}
            | {"valid_from": row["formed_on"]}
        )
        periods = [(row["former_name"], "", row["since"]), (row["name"], row["since"], "")]
        names += _official(key, [period for period in periods if period[0]])
    return organisations, names, []


def _municipalities(shapes: Shapes) -> Tables:
    organisations, names = [], []
    for code, shape in sorted(shapes.items()):
        key = f"municipality:{code}"
        organisations.append({"key": key, "kind": "municipality", "place": key})
        names += _official(key, [(municipality_name(shape.name), "", "")])
    return organisations, names, []


def _police(counties: Shapes) -> Tables:
    """The 21 police authorities, one a county, that became one on 1 January 2015."""
    organisations, names, successions = [], [], []
    for code, shape in sorted(counties.items()):
        key = f"agency:polismyndigheten-{code}"
        organisations.append(
            {"key": key, "kind": "agency", "place": f"county:{code}", "valid_to": POLICE_REFORM}
        )
        names += _official(key, [(f"Polismyndigheten i {shape.name}", "", POLICE_REFORM)])
        successions.append(
            {"predecessor": key, "successor": "agency:polismyndigheten", "on": POLICE_REFORM}
        )
    return organisations, names, successions


def _official(key: str, periods: Iterable[tuple[str, str, str]]) -> list[Row]:
    return [
        {
            "organisation": key,
            "name": name,
            "kind": "official",
            "valid_from": start,
            "valid_to": end,
        }
        for name, start, end in periods
    ]


def _with_corrections(names: list[Row]) -> list[Row]:
    """Dated names typed by hand stand for the undated ones of the registers."""
    corrections = hand_rows("names.csv")
    corrected = {(row["organisation"], row["name"].casefold()) for row in corrections}
    replaced = {row["organisation"] for row in corrections if row["kind"] == "official"}
    moved = {  # names that belong to another body than the registers say
        ("agency:polismyndigheten", "rikspolisstyrelsen"),
        ("agency:polismyndigheten", "rps"),
        ("agency:statskontoret", "kungl. maj:ts staats contoir"),
    }
    kept = [
        row
        for row in names
        if (row["organisation"], row["name"].casefold()) not in corrected | moved
        and not (row["kind"] == "official" and row["organisation"] in replaced)
    ]
    return _unique(corrections + kept, "organisation", "name", "valid_from")


def _unique(rows: Iterable[Row], *columns: str) -> list[Row]:
    """First of each, as the columns tell them apart whatever the capitals; sorted by them."""
    kept: dict[tuple[str, ...], Row] = {}
    for row in rows:
        kept.setdefault(tuple(row.get(column, "").casefold() for column in columns), row)
    return [kept[key] for key in sorted(kept)]
