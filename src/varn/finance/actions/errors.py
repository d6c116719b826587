"""What can stand in the way of a change to the money, each carrying the thing it is about."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from varn.finance.choices import LedgerRefusal
from varn.finance.gateways.ledger_files import LedgerRefusedError

if TYPE_CHECKING:
    from varn.finance.models import LedgerEntry, LedgerImport, MappingRule

__all__ = [
    "AlreadyImportedError",
    "AlreadyWithdrawnError",
    "CapReachedError",
    "LedgerRefusal",
    "LedgerRefusedError",
    "MoreThanBookedError",
    "NotMappedError",
    "NotOfMandateError",
    "NotUsableGrantError",
    "RowsInErrorError",
    "StaleVersionError",
    "WrongYearError",
]


class AlreadyImportedError(Exception):
    """The file was brought in before; nothing is added twice."""

    def __init__(self, ledger_import: "LedgerImport") -> None:
        self.ledger_import = ledger_import
        super().__init__(ledger_import.file_name)


class RowsInErrorError(Exception):
    """Cells of the file can't be read, so none of it is brought in."""

    def __init__(self, problems: Sequence[object]) -> None:
        self.problems = tuple(problems)
        super().__init__(str(len(self.problems)))


class StaleVersionError(Exception):
    """Somebody else changed it meanwhile; `current` is how it stands now."""

    def __init__(self, current: "LedgerEntry | MappingRule") -> None:
        self.current = current
        super().__init__(str(current))


class NotMappedError(Exception):
    """Nobody has said yet what kind of cost it is."""

    def __init__(self, entry: "LedgerEntry") -> None:
        self.entry = entry
        super().__init__(str(entry))


class CapReachedError(Exception):
    """The grant has less left than was to be charged; no agency can pass it."""

    def __init__(self, *, grant_id: int, left_ore: int) -> None:
        self.grant_id, self.left_ore = grant_id, left_ore
        super().__init__(f"grant {grant_id}: {left_ore} öre left")


class WrongYearError(Exception):
    """Only costs of the grant's own year can be charged to it."""

    def __init__(self, *, year: int, booked_on: date) -> None:
        self.year, self.booked_on = year, booked_on
        super().__init__(f"{booked_on}, grant of {year}")


class NotUsableGrantError(Exception):
    """The amount isn't granted: it is planned, a total or a part."""

    def __init__(self, grant_id: int) -> None:
        self.grant_id = grant_id
        super().__init__(str(grant_id))


class NotOfMandateError(Exception):
    """The payer is of another mandate; money is never shared between mandates."""


class MoreThanBookedError(Exception):
    """More than the row's own amount, or of the other sign."""

    def __init__(self, *, open_ore: int) -> None:
        self.open_ore = open_ore
        super().__init__(f"{open_ore} öre open")


class AlreadyWithdrawnError(Exception):
    """The charge was withdrawn before."""

    def __init__(self, charge_id: int) -> None:
        self.charge_id = charge_id
        super().__init__(str(charge_id))
