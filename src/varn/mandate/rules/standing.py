"""How far a requirement has come."""

from collections.abc import Iterable

from varn.mandate.choices import RequirementStanding
from varn.mandate.rules.proposals import Span


def standing(
    *, activities: int, results: int, evidence: int, is_formal: bool = False
) -> RequirementStanding:
    """The furthest that the requirement has come."""
    if evidence:
        return RequirementStanding.EVIDENCE
    if results:
        return RequirementStanding.NO_EVIDENCE
    if activities:
        return RequirementStanding.NO_RESULT
    return RequirementStanding.FORMAL if is_formal else RequirementStanding.NO_ACTIVITY


def is_formal(
    text: str, requirement: Span, dates_and_money: Iterable[Span], *, assignment: str = ""
) -> bool:
    """Whether the sentence needs no activity: days and money are followed on their own.

    That what is sent cites the registry number is seen to by whatever sends it. The assignment's
    own sentence is never formal, although it may name a day.
    """
    if text == assignment:
        return False
    return "diarienum" in text.lower() or any(
        overlap(requirement, other) for other in dates_and_money
    )


def overlap(one: Span, other: Span) -> bool:
    """Whether two places in a text share a character."""
    return one[0] < other[1] and other[0] < one[1]
