"""How far a requirement has come."""

from varn.mandate.choices import RequirementStanding


def standing(*, activities: int, results: int, evidence: int) -> RequirementStanding:
    """The furthest that the requirement has come."""
    if evidence:
        return RequirementStanding.EVIDENCE
    if results:
        return RequirementStanding.NO_EVIDENCE
    if activities:
        return RequirementStanding.NO_RESULT
    return RequirementStanding.NO_ACTIVITY
