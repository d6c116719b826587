"""The figures of the report, each with what it was counted from."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from varn.final_report.rules.content import ReportContent, Requirement


class Kind(StrEnum):
    """What a figure can be counted from."""

    DECISION = "decision"
    REQUIREMENT = "requirement"
    ACTIVITY = "activity"
    RESULT = "result"
    OBLIGATION = "obligation"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and the numbered things that it rests on."""

    name: str
    value: int
    kind: Kind
    numbers: tuple[int, ...] = ()


def figures(content: ReportContent) -> tuple[Figure, ...]:
    """The state of the mandate in numbers, in the order that they are read."""
    shown = [each for each in content.requirements if evidence_of(each)]
    return (
        Figure("requirements", len(content.requirements), Kind.DECISION),
        _counted(
            "requirements_formal",
            Kind.REQUIREMENT,
            (each.number for each in content.requirements if _is_only_formal(each)),
        ),
        _counted(
            "requirements_with_activity",
            Kind.REQUIREMENT,
            (each.number for each in content.requirements if each.activities),
        ),
        Figure(
            "requirements_with_evidence",
            len(shown),
            Kind.EVIDENCE,
            _sorted(number for each in shown for number in evidence_of(each)),
        ),
        _counted("activities", Kind.ACTIVITY, (each.number for each in content.activities)),
        _counted("results", Kind.RESULT, (each.number for each in content.results)),
        _counted("evidence", Kind.EVIDENCE, (each.number for each in content.evidence)),
        _counted("obligations", Kind.OBLIGATION, (each.number for each in content.obligations)),
    )


def evidence_of(requirement: Requirement) -> tuple[int, ...]:
    """The evidence that a requirement was met, by number."""
    return _sorted(
        number
        for activity in requirement.activities
        for result in activity.results
        for number in result.evidence
    )


def ranges(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Numbers joined into runs: 1, 2, 3, 7 are (1, 3) and (7, 7)."""
    runs: list[tuple[int, int]] = []
    for number in _sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return tuple(runs)


def _is_only_formal(requirement: Requirement) -> bool:
    return requirement.is_formal and not requirement.activities


def _counted(name: str, kind: Kind, numbers: Iterable[int]) -> Figure:
    unique = _sorted(numbers)
    return Figure(name, len(unique), kind, unique)


def _sorted(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(numbers)))
