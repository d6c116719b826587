"""What can stand in the way of a change, each carrying the thing it is about."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from varn.mandate.choices import Missing
from varn.mandate.rules.files import FileProblem

if TYPE_CHECKING:
    from varn.mandate.models import (
        Activity,
        ChildRightsAssessment,
        DecisionFact,
        Mandate,
        MandateLink,
        Requirement,
        Result,
    )

    type Versioned = DecisionFact | Activity | Result | Requirement | ChildRightsAssessment


class AlreadyStartedError(Exception):
    """The decision is a mandate already; its facts no longer change."""

    def __init__(self, mandate: "Mandate") -> None:
        self.mandate = mandate
        super().__init__(mandate.registry_number)


class NotCompleteError(Exception):
    """The mandate can't start: something is missing."""

    def __init__(self, missing: Sequence[Missing]) -> None:
        self.missing = tuple(missing)
        super().__init__(", ".join(self.missing))


class RegistryNumberTakenError(Exception):
    """Another mandate has this registry number."""

    def __init__(self, mandate: "Mandate") -> None:
        self.mandate = mandate
        super().__init__(mandate.registry_number)


class StaleVersionError(Exception):
    """Somebody else changed it meanwhile; `current` is how it stands now."""

    def __init__(self, current: "Versioned") -> None:
        self.current = current
        super().__init__(str(current))


class QuoteNotFoundError(Exception):
    """The words don't stand in the decision."""

    def __init__(self, quote: str) -> None:
        self.quote = quote
        super().__init__(quote)


class BeforeDecisionError(Exception):
    """A result can't come before the decision."""

    def __init__(self, decided_on: date) -> None:
        self.decided_on = decided_on
        super().__init__(decided_on.isoformat())


class FileRefusedError(Exception):
    """The file is not taken in."""

    def __init__(self, file_name: str, problem: FileProblem) -> None:
        self.file_name = file_name
        self.problem = problem
        super().__init__(f"{file_name}: {problem}")


class TooManyFilesError(Exception):
    """More files than one result takes at a time."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(str(limit))


class ActivityEndedError(Exception):
    """The activity is completed or cancelled; it is taken up again before it changes."""

    def __init__(self, activity: "Activity") -> None:
        self.activity = activity
        super().__init__(str(activity))


class ActivityOpenError(Exception):
    """The activity is neither completed nor cancelled, so there is nothing to take up again."""

    def __init__(self, activity: "Activity") -> None:
        self.activity = activity
        super().__init__(str(activity))


class NotAssessedError(Exception):
    """The activity has no child-rights impact assessment, and can't be completed."""

    def __init__(self, activity: "Activity") -> None:
        self.activity = activity
        super().__init__(str(activity))


class EndsInFutureError(Exception):
    """What isn't over yet can't be completed."""

    def __init__(self, ended_on: date) -> None:
        self.ended_on = ended_on
        super().__init__(ended_on.isoformat())


class EndsBeforeStartError(Exception):
    """The last day comes before the first."""

    def __init__(self, starts_on: date) -> None:
        self.starts_on = starts_on
        super().__init__(starts_on.isoformat())


class ReasonMissingError(Exception):
    """The step needs a reason in words."""


class NothingShowsItError(Exception):
    """A requirement is met only with evidence, or when what it asks to be sent has been sent."""

    def __init__(self, requirement: "Requirement") -> None:
        self.requirement = requirement
        super().__init__(str(requirement))


class NotJudgedError(Exception):
    """There is no judgement to withdraw."""

    def __init__(self, requirement: "Requirement") -> None:
        self.requirement = requirement
        super().__init__(str(requirement))


class LinkToItselfError(Exception):
    """A mandate isn't linked to itself."""

    def __init__(self, mandate: "Mandate") -> None:
        self.mandate = mandate
        super().__init__(mandate.registry_number)


class LinkedOtherWayError(Exception):
    """The other mandate already says the same of this one."""

    def __init__(self, link: "MandateLink") -> None:
        self.link = link
        super().__init__(str(link))
