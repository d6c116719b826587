"""What the demonstration holds, read from the files beside this one."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any
from uuid import UUID, uuid5

NAMESPACE = UUID("9be66d08-c9d3-529b-9a5a-f04ed56ab32b")
INVENTED = "(påhittat exempel)"
DECISION_FILE = "regeringsbeslut-s2014-1695-fst.txt"


@dataclass(frozen=True, kw_only=True)
class InventedEvidence:
    """A document that shows an invented result."""

    file: str
    text: str


@dataclass(frozen=True, kw_only=True)
class InventedResult:
    """Something that could have come of an activity."""

    submission: UUID
    title: str
    description: str
    place: str  # kind and code, as in municipality:1280
    occurred_on: date
    evidence: tuple[InventedEvidence, ...]


@dataclass(frozen=True, kw_only=True)
class InventedActivity:
    """Something that could have been done to meet a requirement."""

    submission: UUID
    requirement: str  # words that stand in one requirement only
    title: str
    description: str
    target_group: str
    duty_bearer: str
    responsible: str
    planned_on: date
    starts_on: date
    ends_on: date
    results: tuple[InventedResult, ...]


@cache
def decision_file() -> bytes:
    """The decision in our own words, with the facts of the government's."""
    return _folder().joinpath("decision.txt").read_bytes()


@cache
def activities() -> tuple[InventedActivity, ...]:
    """Everything invented, in the order of the file."""
    document = tomllib.loads(_folder().joinpath("activities.toml").read_text("utf-8"))
    return tuple(_activity(given) for given in document["activities"])


def _folder() -> Traversable:
    return files("varn.project.demonstration")


def _activity(given: Mapping[str, Any]) -> InventedActivity:
    key = given["key"]
    results = [
        _result(f"{key}/{number}", each) for number, each in enumerate(given.get("results", []))
    ]
    plain = {name: value for name, value in given.items() if name not in ("key", "results")}
    return InventedActivity(
        **plain | {"title": _marked(given["title"])},
        submission=uuid5(NAMESPACE, key),
        results=tuple(results),
    )


def _result(key: str, given: Mapping[str, Any]) -> InventedResult:
    return InventedResult(
        submission=uuid5(NAMESPACE, key),
        title=_marked(given["title"]),
        description=given["description"],
        place=given["place"],
        occurred_on=given["occurred_on"],
        evidence=tuple(InventedEvidence(**each) for each in given["evidence"]),
    )


def _marked(title: str) -> str:
    """The mark stands in the title, so that it follows into lists and reports."""
    return f"{title} {INVENTED}"
