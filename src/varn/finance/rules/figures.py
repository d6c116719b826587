"""A grant's money to the öre: asked for, used, repaid and left, and whether it adds up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from varn.mandate.choices import DocumentKind


class FiguresDifferError(Exception):
    """A division of the costs doesn't come to what the grant is charged; nothing may be sent."""

    def __init__(self, division: str, *, divided_ore: int, charged_ore: int) -> None:
        self.division, self.divided_ore, self.charged_ore = division, divided_ore, charged_ore
        super().__init__(f"{division}: {divided_ore} of {charged_ore}")


class UnmappedCostsError(Exception):
    """Some of what the grant is charged has no cost type yet."""

    def __init__(self, amount_ore: int) -> None:
        self.amount_ore = amount_ore
        super().__init__(amount_ore)


class NothingAskedError(Exception):
    """A requisition asks for an amount above zero."""


class MoreThanGrantedError(Exception):
    """More is asked for than is granted and not asked for yet."""

    def __init__(self, left_ore: int) -> None:
        self.left_ore = left_ore
        super().__init__(left_ore)


class UsedMoreThanRequisitionedError(Exception):
    """The grant is charged more than was asked for: requisition the rest first."""

    def __init__(self, short_ore: int) -> None:
        self.short_ore = short_ore
        super().__init__(short_ore)


@dataclass(frozen=True, kw_only=True)
class Share:
    """A named part of the costs, such as a cost type, an assignment or an account."""

    code: str
    name: str
    amount_ore: int


@dataclass(frozen=True, kw_only=True)
class GrantFigures:
    """One grant's money, by what documents and ledger say."""

    year: int | None
    is_cap: bool
    granted_ore: int
    requisitioned_ore: int
    repaid_ore: int
    charged_ore: int
    by_cost_type: Sequence[Share] = ()
    by_assignment: Sequence[Share] = ()  # an empty code: the whole mandate
    by_account: Sequence[Share] = ()
    other_funding: Sequence[Share] = ()

    @property
    def left_ore(self) -> int:
        """What may still be charged."""
        return self.granted_ore - self.charged_ore

    @property
    def to_requisition_ore(self) -> int:
        """What is granted and not asked for yet."""
        return self.granted_ore - self.requisitioned_ore

    @property
    def to_repay_ore(self) -> int:
        """What was asked for, not used and not repaid; below zero when too little was asked for."""
        return self.requisitioned_ore - self.charged_ore - self.repaid_ore


def ensure_adds_up(figures: GrantFigures) -> None:
    """Raises `UnmappedCostsError` or `FiguresDifferError` where the parts aren't the whole."""
    unmapped = sum(share.amount_ore for share in figures.by_cost_type if not share.code)
    if unmapped:
        raise UnmappedCostsError(unmapped)
    divisions = {
        "cost_type": figures.by_cost_type,
        "assignment": figures.by_assignment,
        "account": figures.by_account,
    }
    for name, shares in divisions.items():
        divided = sum(share.amount_ore for share in shares)
        if divided != figures.charged_ore:
            raise FiguresDifferError(name, divided_ore=divided, charged_ore=figures.charged_ore)


def stated(
    figures: GrantFigures, kind: DocumentKind, *, asked_ore: int | None = None
) -> tuple[GrantFigures, int]:
    """What one more document states: the figures with it counted in, and its own amount.

    Raises `NothingAskedError`, `MoreThanGrantedError`, `UsedMoreThanRequisitionedError`,
    `UnmappedCostsError` or `FiguresDifferError`.
    """
    if kind is DocumentKind.REQUISITION:
        amount = _requisitioned(figures, asked_ore or 0)
        return replace(figures, requisitioned_ore=figures.requisitioned_ore + amount), amount
    if figures.to_repay_ore < 0:
        raise UsedMoreThanRequisitionedError(-figures.to_repay_ore)
    if kind is DocumentKind.REPAYMENT:
        amount = figures.to_repay_ore
        return replace(figures, repaid_ore=figures.repaid_ore + amount), amount
    ensure_adds_up(figures)
    return figures, figures.charged_ore


def _requisitioned(figures: GrantFigures, asked_ore: int) -> int:
    if asked_ore <= 0:
        raise NothingAskedError
    if asked_ore > figures.to_requisition_ore:
        raise MoreThanGrantedError(figures.to_requisition_ore)
    return asked_ore
