"""Rows of a person's table read as organisations, units and contacts, with what is wrong."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from varn.directory.choices import ContactLevel, HeadingProblem, OrganisationKind, RowProblem
from varn.directory.rules.names import normalised
from varn.directory.rules.numbers import tidy_number
from varn.kernel.tables import TableRow

LONGEST_CELL = 200
EMAIL = re.compile(r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$")
PHONE = re.compile(r"^\+?[0-9][0-9 ()\-/]{3,38}$")

HEADINGS: Mapping[str, tuple[str, ...]] = {  # the first is the template's
    "organisation": ("organisation", "namn", "name"),
    "number": ("organisationsnummer", "orgnr", "org.nr", "organisation number"),
    "kind": ("slag", "typ", "kind"),
    "place": ("läns- eller kommunkod", "kommunkod", "länskod", "place"),
    "unit": ("enhet", "unit"),
    "function": ("funktion", "roll", "function"),
    "level": ("nivå", "level"),
    "email": ("e-post", "epost", "e-mail", "email"),
    "phone": ("telefon", "phone"),
    "confirmed_on": ("senast bekräftad", "bekräftad", "last confirmed"),
}
KIND_WORDS: Mapping[str, OrganisationKind] = {
    "departement": OrganisationKind.MINISTRY,
    "myndighet": OrganisationKind.AGENCY,
    "länsstyrelse": OrganisationKind.COUNTY_BOARD,
    "domstol": OrganisationKind.COURT,
    "region": OrganisationKind.REGION,
    "kommun": OrganisationKind.MUNICIPALITY,
    "intresseorganisation": OrganisationKind.ASSOCIATION,
    "civilsamhälle": OrganisationKind.CIVIL_SOCIETY,
    "företag": OrganisationKind.BUSINESS,
    "utländsk myndighet": OrganisationKind.FOREIGN_AUTHORITY,
    **{kind.value.replace("_", " "): kind for kind in OrganisationKind},
}
LEVEL_WORDS: Mapping[str, ContactLevel] = {
    "operativ": ContactLevel.OPERATIVE,
    "ledning": ContactLevel.LEADERSHIP,
    **{level.value: level for level in ContactLevel},
}


class HeadingError(Exception):
    """The first row doesn't name the columns as it must."""

    def __init__(self, problem: HeadingProblem, column: str = "") -> None:
        super().__init__(f"{problem.label} {column}".strip())
        self.problem = problem
        self.column = column


@dataclass(frozen=True, kw_only=True)
class RowValues:
    """What one row says, tidied; empty where it says nothing."""

    organisation: str = ""
    number: str = ""
    kind: str = ""
    place: str = ""
    unit: str = ""
    function: str = ""
    level: str = ""
    email: str = ""
    phone: str = ""
    confirmed_on: str = ""


@dataclass(frozen=True)
class ReadRow:
    """A row with its number in the file, its values and what is wrong with them."""

    number: int
    values: RowValues
    problems: tuple[RowProblem, ...]


def read_rows(table: Sequence[TableRow], *, today: date) -> list[ReadRow]:
    """The rows under the heading. Raises `HeadingError`."""
    columns = _columns(table[0].cells)
    if len(table) == 1:
        raise HeadingError(HeadingProblem.NO_ROWS)
    return [_read_row(row, columns, today) for row in table[1:]]


def _columns(cells: Iterable[str]) -> list[str]:
    by_heading = {heading: name for name, words in HEADINGS.items() for heading in words}
    columns = []
    for cell in cells:
        name = by_heading.get(normalised(cell))
        if name is None:
            raise HeadingError(HeadingProblem.COLUMN_UNKNOWN, cell[:LONGEST_CELL] or "(–)")
        if name in columns:
            raise HeadingError(HeadingProblem.COLUMN_TWICE, cell)
        columns.append(name)
    if "organisation" not in columns:
        raise HeadingError(HeadingProblem.COLUMN_MISSING, HEADINGS["organisation"][0])
    return columns


def _read_row(row: TableRow, columns: Sequence[str], today: date) -> ReadRow:
    raw = {name: " ".join(cell.split()) for name, cell in zip(columns, row.cells, strict=False)}
    tidied, problems = {}, []
    for field in fields(RowValues):
        text = raw.get(field.name, "")
        tidy, problem = _tidied(field.name, text)
        tidied[field.name] = text if problem else tidy
        problems += [problem] if problem else []
    values = RowValues(**tidied)
    problems += _missing(values)
    if RowProblem.DAY_WRONG not in problems and values.confirmed_on > today.isoformat():
        problems.append(RowProblem.DAY_AHEAD)
    if any(row.cells[len(columns) :]):
        problems.append(RowProblem.CELL_WITHOUT_HEADING)
    return ReadRow(row.number, values, tuple(problems))


def _tidied(name: str, text: str) -> tuple[str, RowProblem | None]:
    """A value in its proper form, or what is wrong with it."""
    if len(text) > LONGEST_CELL:
        return text[:LONGEST_CELL], RowProblem.TOO_LONG
    if not text:
        return "", None
    if name not in FORMS:
        return text, None
    form, problem = FORMS[name]
    tidy = form(text)
    return (text, problem) if tidy is None else (tidy, None)


def _kind(text: str) -> str | None:
    kind = KIND_WORDS.get(normalised(text))
    return kind.value if kind else None


def _level(text: str) -> str | None:
    level = LEVEL_WORDS.get(normalised(text))
    return level.value if level else None


def _email(text: str) -> str | None:
    return text.lower() if EMAIL.match(text) else None


def _phone(text: str) -> str | None:
    return text if PHONE.match(text) else None


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


FORMS: Mapping[str, tuple[Callable[[str], str | None], RowProblem]] = {
    "number": (tidy_number, RowProblem.NUMBER_WRONG),
    "kind": (_kind, RowProblem.KIND_UNKNOWN),
    "level": (_level, RowProblem.LEVEL_UNKNOWN),
    "email": (_email, RowProblem.EMAIL_WRONG),
    "phone": (_phone, RowProblem.PHONE_WRONG),
    "confirmed_on": (_day, RowProblem.DAY_WRONG),
}


def _missing(values: RowValues) -> list[RowProblem]:
    problems = []
    if not values.organisation:
        problems.append(RowProblem.NAME_MISSING)
    if values.function:
        if not values.level:
            problems.append(RowProblem.LEVEL_MISSING)
        if not values.email and not values.phone:
            problems.append(RowProblem.CONTACT_UNREACHABLE)
    elif values.level or values.phone or values.confirmed_on:
        problems.append(RowProblem.FUNCTION_MISSING)
    return problems


def template_rows() -> list[list[str]]:
    """The heading and two rows to write over, as people fill them in."""
    heading = [words[0].capitalize() for words in HEADINGS.values()]
    return [
        heading,
        ["Exempelstads kommun", "", "kommun", "", "Socialtjänsten", "Enhetschef barn och unga",
         "ledning", "socialtjansten@example.se", "", "2014-11-01"],
        ["Hotell Exempel", "", "företag", "0180", "Receptionen", "Vakthavande",
         "operativ", "reception@example.se", "08-123 45 67", ""],
    ]  # fmt: skip
