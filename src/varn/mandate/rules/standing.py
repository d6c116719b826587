"""How far a requirement has come, and when it can be called met."""

from collections.abc import Iterable, Sequence

from varn.mandate.choices import RequirementStanding
from varn.mandate.rules.outgoing import passes_by_itself
from varn.mandate.rules.proposals import Span

CITES_NUMBER = "diarienum"


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


def may_be_met(*, evidence: int, is_formal: bool, done: Iterable[bool]) -> bool:
    """Whether something shows that a requirement is met: evidence, or what was to be sent is sent.

    A formal requirement without anything to send, such as a cap, is for a person to judge.
    """
    return evidence > 0 or (is_formal and all(done))


def is_formal(
    text: str, requirement: Span, dates_and_money: Iterable[Span], *, assignment: str = ""
) -> bool:
    """Whether the sentence needs no activity: days and money are followed on their own.

    That what is sent cites the registry number is seen to by whatever sends it. The assignment's
    own sentence is never formal, although it may name a day.
    """
    if text == assignment:
        return False
    return CITES_NUMBER in text.lower() or any(
        overlap(requirement, other) for other in dates_and_money
    )


def obligations_in(
    text: str, requirement: Span, obligations: Iterable[tuple[Span, str]]
) -> Sequence[int]:
    """Places in the list of those (place in the text, kind) that a formal requirement stands on.

    One about the registry number stands on everything that is sent.
    """
    cites_number = CITES_NUMBER in text.lower()
    return [
        place
        for place, (span, kind) in enumerate(obligations)
        if not passes_by_itself(kind) and (cites_number or overlap(requirement, span))
    ]


def overlap(one: Span, other: Span) -> bool:
    """Whether two places in a text share a character."""
    return one[0] < other[1] and other[0] < one[1]
