"""The budget's lines and the forecasts."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import Sum

from varn.audit.actions import record
from varn.finance.actions.errors import NotOfMandateError, NotUsableGrantError
from varn.finance.choices import USABLE_GRANT_KINDS, FinanceEvent
from varn.finance.models import Budget, Forecast
from varn.mandate.queries.mandates import mandates

if TYPE_CHECKING:
    from varn.accounts.models import User
    from varn.mandate.models import Grant


class BudgetAboveGrantError(Exception):
    """The lines that the grant pays for would come to more than the grant."""

    def __init__(self, left_ore: int) -> None:
        self.left_ore = left_ore
        super().__init__(left_ore)


class SourceNotNamedError(Exception):
    """What the grant doesn't pay for says who pays."""


class ReasonNotGivenError(Exception):
    """A forecast says why."""


class StaleBudgetError(Exception):
    """Somebody else changed the line meanwhile; `current` is how it stands now."""

    def __init__(self, current: Budget) -> None:
        self.current = current
        super().__init__(str(current))


@dataclass(frozen=True, kw_only=True)
class BudgetValues:
    """A line of the budget: for what, how much, and who pays (a grant, else named in the note)."""

    amount_ore: int
    grant_id: int | None = None
    assignment_id: int | None = None
    activity_id: int | None = None
    note: str = ""


@transaction.atomic
def add_budget_line(
    *, mandate_id: int, values: BudgetValues, submission: UUID, by: "User", at: datetime
) -> Budget:
    """Add a line to the budget.

    Raises `BudgetAboveGrantError`, `SourceNotNamedError`, `NotUsableGrantError`.
    """
    grant = _locked_grant(mandate_id, values)
    same = Budget.objects.filter(submission=submission, mandate=mandate_id).first()
    if same:
        return same
    _ensure_room(grant, values)
    line = Budget.objects.create(
        mandate_id=mandate_id,
        submission=submission,
        changed_by=by,
        changed_at=at,
        **asdict(values),
    )
    record(FinanceEvent.BUDGET_SET, subject=line, by=by, at=at, details=asdict(values))
    return line


@transaction.atomic
def change_budget_line(
    *, line_id: int, values: BudgetValues, version: int, by: "User", at: datetime
) -> Budget:
    """Change a line. Raises what `add_budget_line` raises and `StaleBudgetError`."""
    mandate_id = Budget.objects.values_list("mandate", flat=True).get(pk=line_id)
    grant = _locked_grant(mandate_id, values)
    line = Budget.objects.select_for_update().get(pk=line_id)
    if line.version != version:
        raise StaleBudgetError(line)
    _ensure_room(grant, values, besides=line)
    for name, value in asdict(values).items():
        setattr(line, name, value)
    line.version += 1
    line.changed_by, line.changed_at = by, at
    line.save()
    record(FinanceEvent.BUDGET_SET, subject=line, by=by, at=at, details=asdict(values))
    return line


@transaction.atomic
def remove_budget_line(*, line_id: int, version: int, by: "User", at: datetime) -> None:
    """Take a line out of the budget; the audit trail keeps it. Raises `StaleBudgetError`."""
    line = Budget.objects.select_for_update().get(pk=line_id)
    if line.version != version:
        raise StaleBudgetError(line)
    details = {"amount_ore": line.amount_ore, "note": line.note}
    record(FinanceEvent.BUDGET_REMOVED, subject=line, by=by, at=at, details=details)
    line.delete()


@dataclass(frozen=True, kw_only=True)
class ForecastValues:
    """What a grant's year is expected to cost in all, on a day, and why."""

    grant_id: int
    amount_ore: int
    reason: str
    made_on: date


@transaction.atomic
def make_forecast(
    *, mandate_id: int, values: ForecastValues, submission: UUID, by: "User", at: datetime
) -> Forecast:
    """Make a forecast; the earlier ones are kept. Raises `ReasonNotGivenError`."""
    if not values.reason.strip():
        raise ReasonNotGivenError
    same = Forecast.objects.filter(submission=submission, mandate=mandate_id).first()
    if same:
        return same
    grant = _usable(mandate_id, values.grant_id)
    made = Forecast.objects.create(
        mandate_id=mandate_id,
        year=grant.year,
        submission=submission,
        made_by=by,
        made_at=at,
        **asdict(values),
    )
    details = {"amount_ore": values.amount_ore, "year": grant.year}
    record(FinanceEvent.FORECAST_MADE, subject=made, by=by, at=at, details=details)
    return made


def _locked_grant(mandate_id: int, values: BudgetValues) -> "Grant | None":
    """The grant that pays, locked so that two can't share the same room."""
    if values.grant_id:
        return _usable(mandate_id, values.grant_id, is_locked=True)
    if not values.note.strip():
        raise SourceNotNamedError
    return None


def _usable(mandate_id: int, grant_id: int, *, is_locked: bool = False) -> "Grant":
    grants = mandates().get(pk=mandate_id).grants.all()
    rows = grants.select_for_update(of=("self",)) if is_locked else grants
    grant: Grant | None = rows.filter(pk=grant_id).first()
    if grant is None:
        raise NotOfMandateError
    if grant.kind not in USABLE_GRANT_KINDS:
        raise NotUsableGrantError(grant_id)
    return grant


def _ensure_room(
    grant: "Grant | None", values: BudgetValues, *, besides: Budget | None = None
) -> None:
    if grant is None:
        return
    others = Budget.objects.filter(grant=grant)
    if besides:
        others = others.exclude(pk=besides.pk)
    left = grant.amount_ore - others.aggregate(total=Sum("amount_ore", default=0))["total"]
    if values.amount_ore > left:
        raise BudgetAboveGrantError(left)
