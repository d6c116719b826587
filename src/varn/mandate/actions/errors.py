"""What can stand in the way of a change, each carrying the thing it is about."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from varn.mandate.choices import Missing
from varn.mandate.rules.files import FileProblem

if TYPE_CHECKING:
    from varn.mandate.models import Activity, DecisionFact, Mandate, Result


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

    def __init__(self, current: "DecisionFact | Activity | Result") -> None:
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
