"""An assignment's own requirement: the sentences that spell it out carry it."""

from collections.abc import Mapping

from varn.final_report.rules.content import ReportContent, Requirement

Carriers = Mapping[int, tuple[Requirement, ...]]


def carriers(content: ReportContent) -> Carriers:
    """By the number of a requirement that is the assignment itself: those with work under it."""
    return {
        own.number: found
        for part in content.assignments
        for own in part.requirements
        if own.text == part.text
        and (found := tuple(each for each in part.requirements if each != own and each.activities))
    }


def with_carriers(requirement: Requirement, carried: Carriers) -> tuple[Requirement, ...]:
    """The requirement and those that carry it."""
    return (requirement, *carried.get(requirement.number, ()))
