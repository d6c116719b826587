"""Rows of a file with earlier activities and results, tidied and checked cell by cell."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Protocol

from varn.mandate.choices import ActivityState, WorkHeadingProblem, WorkProblem

SEPARATOR = ";"
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "requirement": ("krav", "requirement"),
    "title": ("aktivitet", "activity"),
    "description": ("beskrivning", "description"),
    "target_group": ("målgrupp", "target group"),
    "duty_bearer": ("ansvarig myndighet", "duty-bearing authority"),
    "partners": ("medverkande", "partners"),
    "places": ("platser", "places"),
    "audience": ("deltagare", "audience"),
    "starts_on": ("börjar", "starts"),
    "ends_on": ("slutar", "ends"),
    "responsible": ("ansvarig", "responsible"),
    "state": ("läge", "state"),
    "result": ("resultat", "result"),
    "result_on": ("resultatets dag", "day of the result"),
    "result_place": ("resultatets plats", "place of the result"),
    "result_description": ("om resultatet", "about the result"),
}
NEEDED = ("requirement", "title", "target_group", "duty_bearer", "starts_on", "responsible")
IDENTITY = ("requirement", "title", "starts_on")
RESULT_NEEDED = ("result", "result_on", "result_place")
RESULT_COLUMNS = (*RESULT_NEEDED, "result_description")
LONGEST = {
    "requirement": 40,
    "title": 200,
    "target_group": 200,
    "audience": 200,
    "responsible": 120,
    "result": 200,
}
LONGEST_TEXT = 10_000
STATE_WORDS: Mapping[str, ActivityState] = {
    "planerad": ActivityState.PLANNED,
    "planned": ActivityState.PLANNED,
    "pågår": ActivityState.UNDER_WAY,
    "pågående": ActivityState.UNDER_WAY,
    "under way": ActivityState.UNDER_WAY,
    "genomförd": ActivityState.COMPLETED,
    "avslutad": ActivityState.COMPLETED,
    "completed": ActivityState.COMPLETED,
    "inställd": ActivityState.CANCELLED,
    "cancelled": ActivityState.CANCELLED,
}


class TableRow(Protocol):
    """A row as a table gives it: its number in the file, and its cells."""

    @property
    def number(self) -> int: ...

    @property
    def cells(self) -> tuple[str, ...]: ...


class WorkHeadingError(Exception):
    """The first row doesn't name the columns as it must."""

    def __init__(self, problem: WorkHeadingProblem, column: str = "") -> None:
        super().__init__(f"{problem} {column}".strip())
        self.problem = problem
        self.column = column


@dataclass(frozen=True, kw_only=True)
class WorkValues:
    """What one row says, tidied; empty where it says nothing. Days are written as ISO does."""

    requirement: str = ""
    title: str = ""
    description: str = ""
    target_group: str = ""
    duty_bearer: str = ""
    partners: str = ""
    places: str = ""
    audience: str = ""
    starts_on: str = ""
    ends_on: str = ""
    responsible: str = ""
    state: str = ""
    result: str = ""
    result_on: str = ""
    result_place: str = ""
    result_description: str = ""

    @property
    def has_result(self) -> bool:
        return any(getattr(self, name) for name in RESULT_COLUMNS)


@dataclass(frozen=True)
class CellProblem:
    """What is wrong with a cell: the name that isn't known, and what may have been meant."""

    column: str
    problem: WorkProblem
    said: str = ""
    near: str = ""


@dataclass(frozen=True)
class WorkRow:
    """A row with its number in the file, its values and what is wrong with them."""

    number: int
    values: WorkValues
    problems: tuple[CellProblem, ...] = ()


@dataclass(frozen=True)
class Frame:
    """The days that a row has to fit into."""

    decided_on: date
    today: date


def parts(cell: str) -> list[str]:
    """The names in a cell that holds several, each once."""
    return list(dict.fromkeys(filter(None, map(str.strip, cell.split(SEPARATOR)))))


def columns_of(heading: Iterable[str]) -> list[str]:
    """Which column each heading names. Raises `WorkHeadingError`."""
    by_heading = {word: name for name, words in HEADINGS.items() for word in words}
    columns: list[str] = []
    for cell in heading:
        name = by_heading.get(" ".join(cell.split()).casefold().rstrip(" *"))
        if name is None:
            raise WorkHeadingError(WorkHeadingProblem.UNKNOWN, cell[:60] or "(–)")
        if name in columns:
            raise WorkHeadingError(WorkHeadingProblem.TWICE, cell)
        columns.append(name)
    for name in NEEDED:
        if name not in columns:
            raise WorkHeadingError(WorkHeadingProblem.MISSING, HEADINGS[name][0].capitalize())
    return columns


def read_work(table: Sequence[TableRow], frame: Frame) -> tuple[list[str], list[WorkRow]]:
    """The columns, and the rows under the heading. Raises `WorkHeadingError`."""
    columns = columns_of(table[0].cells)
    if len(table) == 1:
        raise WorkHeadingError(WorkHeadingProblem.NO_ROWS)
    rows = [_read(row, columns, frame) for row in table[1:]]
    return columns, _agreeing(rows)


def identity(values: WorkValues) -> tuple[str, str, str]:
    """What makes two rows speak of the same activity."""
    return values.requirement, " ".join(values.title.split()).casefold(), values.starts_on


def _read(row: TableRow, columns: Sequence[str], frame: Frame) -> WorkRow:
    raw = {name: cell.strip() for name, cell in zip(columns, row.cells, strict=False)}
    tidied, problems = {}, []
    for field in fields(WorkValues):
        text = raw.get(field.name, "")
        tidied[field.name], problem = _tidied(field.name, text)
        problems += [CellProblem(field.name, problem)] if problem else []
    values = WorkValues(**tidied)
    broken = {each.column for each in problems}
    problems += [each for each in _misfits(values, frame) if each.column not in broken]
    if any(row.cells[len(columns) :]):
        problems.append(CellProblem("", WorkProblem.NO_HEADING))
    return WorkRow(row.number, values, tuple(problems))


def _tidied(name: str, text: str) -> tuple[str, WorkProblem | None]:
    """A value in its proper form, or as it stands with what is wrong."""
    longest = LONGEST.get(name, LONGEST_TEXT)
    if len(text) > longest:
        return text[:longest], WorkProblem.TOO_LONG
    if not text or name not in FORMS:
        return text, None
    form, problem = FORMS[name]
    tidy = form(text)
    return (text, problem) if tidy is None else (tidy, None)


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text.removesuffix(" 00:00:00")).isoformat()
    except ValueError:
        return None


def _number(text: str) -> str | None:
    digits = text.casefold().removeprefix("krav").strip(" .")
    return str(int(digits)) if digits.isascii() and digits.isdigit() else None


def _state(text: str) -> str | None:
    state = STATE_WORDS.get(" ".join(text.split()).casefold())
    return state.value if state else None


FORMS: Mapping[str, tuple[Callable[[str], str | None], WorkProblem]] = {
    "requirement": (_number, WorkProblem.REQUIREMENT_UNKNOWN),
    "starts_on": (_day, WorkProblem.DAY_WRONG),
    "ends_on": (_day, WorkProblem.DAY_WRONG),
    "result_on": (_day, WorkProblem.DAY_WRONG),
    "state": (_state, WorkProblem.STATE_UNKNOWN),
}


def _misfits(values: WorkValues, frame: Frame) -> list[CellProblem]:
    """What no cell shows by itself."""
    found = []
    if _day(values.starts_on) and values.ends_on and values.ends_on < values.starts_on:
        found.append(CellProblem("ends_on", WorkProblem.ENDS_BEFORE_START))
    if values.state == ActivityState.CANCELLED:
        found.append(CellProblem("state", WorkProblem.CANCELLED))
    if values.has_result:
        found += [
            CellProblem(name, WorkProblem.MISSING)
            for name in RESULT_NEEDED
            if not getattr(values, name)
        ]
    if values.result_on and values.result_on < frame.decided_on.isoformat():
        found.append(CellProblem("result_on", WorkProblem.BEFORE_DECISION))
    if values.result_on > frame.today.isoformat():
        found.append(CellProblem("result_on", WorkProblem.STILL_TO_COME))
    return found


def _agreeing(rows: Sequence[WorkRow]) -> list[WorkRow]:
    """The rows again: the first of an activity must say everything, later ones mustn't object."""
    firsts: dict[tuple[str, str, str], WorkValues] = {}
    read = []
    for row in rows:
        key = identity(row.values)
        first = firsts.setdefault(key, row.values) if all(key) else row.values
        found = _lacking(row.values) if first is row.values else _objections(first, row.values)
        known = {each.column for each in row.problems}
        added = tuple(each for each in found if each.column not in known)
        read.append(WorkRow(row.number, row.values, (*row.problems, *added)))
    return read


def _lacking(values: WorkValues) -> list[CellProblem]:
    return [CellProblem(name, WorkProblem.MISSING) for name in NEEDED if not getattr(values, name)]


def _objections(first: WorkValues, later: WorkValues) -> list[CellProblem]:
    shared = (name for name in HEADINGS if name not in (*IDENTITY, *RESULT_COLUMNS))
    return [
        CellProblem(name, WorkProblem.CONFLICT)
        for name in shared
        if getattr(later, name) and getattr(later, name) != getattr(first, name)
    ]
