"""The figures of the report, each with what it was counted from."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from varn.final_report.rules.carrying import carriers, with_carriers
from varn.final_report.rules.content import Activity, ReportContent, Requirement, Result
from varn.mandate.choices import ActivityState, Judgement


class Kind(StrEnum):
    """What a figure can be counted from."""

    DECISION = "decision"
    REQUIREMENT = "requirement"
    ACTIVITY = "activity"
    RESULT = "result"
    OBLIGATION = "obligation"
    EVIDENCE = "evidence"
    MEETING = "meeting"
    TURNOUT = "turnout"  # the table of who was asked and who came
    MONEY = "money"  # the table of how the grant stands


ALONE = (Kind.DECISION, Kind.TURNOUT, Kind.MONEY)  # there is one of each, without a number


class Numbered(Protocol):
    """Something that stands in the report under a number."""

    @property
    def number(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and the numbered things that it rests on."""

    name: str
    value: int
    kind: Kind
    numbers: tuple[int, ...] = ()
    is_money: bool = False  # then the value is öre


def figures(content: ReportContent) -> tuple[Figure, ...]:
    """The state of the mandate in numbers, in the order that they are read."""
    return (
        *_of_requirements(content),
        *_of_work(content),
        _counted("evidence", Kind.EVIDENCE, content.evidence),
        _counted("obligations", Kind.OBLIGATION, content.obligations),
        _counted(
            "obligations_fulfilled",
            Kind.OBLIGATION,
            (each for each in content.obligations if each.document),
        ),
        *_of_dialogue(content),
        *_of_money(content),
    )


def _of_requirements(content: ReportContent) -> tuple[Figure, ...]:
    requirements, carried = content.requirements, carriers(content)
    evidence = {
        each.number: [number for one in with_carriers(each, carried) for number in evidence_of(one)]
        for each in requirements
    }
    numbers = _sorted(number for found in evidence.values() for number in found)
    chosen = {
        "requirements_formal": [each for each in requirements if _is_only_formal(each)],
        "requirements_with_activity": [
            each for each in requirements if each.activities or each.number in carried
        ],
    }
    judged = {
        "requirements_met": [each for each in requirements if each.judgement == Judgement.MET],
        "requirements_not_met": [
            each for each in requirements if each.judgement == Judgement.NOT_MET
        ],
    }
    return (
        Figure("requirements", len(requirements), Kind.DECISION),
        *(_counted(name, Kind.REQUIREMENT, found) for name, found in chosen.items()),
        Figure(
            "requirements_with_evidence",
            sum(1 for found in evidence.values() if found),
            Kind.EVIDENCE,
            numbers,
        ),
        *(_counted(name, Kind.REQUIREMENT, found) for name, found in judged.items()),
    )


def _of_work(content: ReportContent) -> tuple[Figure, ...]:
    activities, results = content.activities, content.results
    completed = [each for each in activities if each.state == ActivityState.COMPLETED]
    inside = [each for each in results if each.county_code]
    return (
        _counted("activities", Kind.ACTIVITY, activities),
        _counted("activities_completed", Kind.ACTIVITY, completed),
        _counted("activities_assessed", Kind.ACTIVITY, assessed(activities)),
        _counted("results", Kind.RESULT, results),
        Figure(
            "counties",
            len({each.county_code for each in inside}),
            Kind.RESULT,
            _sorted(each.number for each in inside),
        ),
    )


def _of_dialogue(content: ReportContent) -> tuple[Figure, ...]:
    dialogue = content.dialogue
    met = sum(1 for each in dialogue.turnout if each.came)
    never = len(dialogue.never_came) + len(dialogue.never_asked)
    return (
        _counted("meetings", Kind.MEETING, dialogue.meetings),
        Figure("organisations_met", met, Kind.TURNOUT),
        Figure("organisations_never_met", never, Kind.TURNOUT),
    )


def _of_money(content: ReportContent) -> tuple[Figure, ...]:
    money = content.money
    granted = money.granted_ore if money else sum(each.amount_ore for each in content.grants)
    return (
        Figure("money_granted", granted, Kind.DECISION, is_money=True),
        Figure("money_charged", money.charged_ore if money else 0, Kind.MONEY, is_money=True),
        Figure("money_left", money.left_ore if money else 0, Kind.MONEY, is_money=True),
    )


def assessed(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """The activities whose meaning for children has been assessed."""
    return tuple(each for each in activities if each.child_rights)


def results_by_county(content: ReportContent) -> dict[str, list[Result]]:
    """The results of every county by its code, counties without results too."""
    found: dict[str, list[Result]] = {code: [] for code, _ in content.counties}
    for result in content.results:
        if result.county_code:
            found.setdefault(result.county_code, []).append(result)
    return found


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


def _counted(name: str, kind: Kind, things: Iterable[Numbered]) -> Figure:
    numbers = _sorted(each.number for each in things)
    return Figure(name, len(numbers), kind, numbers)


def _sorted(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(numbers)))
