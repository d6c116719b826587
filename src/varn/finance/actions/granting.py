"""Letting the grants pay for everything that they can, in one go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from varn.audit.actions import record
from varn.finance.choices import FinanceEvent
from varn.finance.models import Charge, GrantAccount, LedgerEntry
from varn.finance.queries.charging import grant_standings, uncharged
from varn.finance.rules.dividing import OpenRow, divide
from varn.mandate.queries.mandates import mandates

if TYPE_CHECKING:
    from varn.accounts.models import User
    from varn.mandate.models import Grant

CHARGES_AT_ONCE = 5_000


@dataclass(frozen=True, kw_only=True)
class Granted:
    """What the grants took on, and what needs another named source."""

    charged_count: int
    charged_ore: int
    left_count: int
    left_ore: int


@transaction.atomic
def charge_grants(*, mandate_id: int, by: "User", at: datetime) -> Granted:
    """Charge mapped rows to the grants of their year, oldest first, up to each grant's amount.

    The row that passes an amount is charged in part. What is left stays open: it needs another
    named source, since nobody may pass a cap.
    """
    mandate = mandates().get(pk=mandate_id)
    rows = list(uncharged(mandate_id).select_for_update(of=("self",)).order_by("pk"))
    rows.sort(key=lambda row: (row.booked_on, row.pk))
    open_ore = {row.pk: row.uncharged_ore for row in rows}
    made: list[Charge] = []
    for standing in grant_standings(mandate):
        grant = standing.grant
        of_year = [row for row in rows if grant.year in {None, row.booked_on.year}]
        made += _charged_to(grant, of_year, open_ore, by=by, at=at)
    Charge.objects.bulk_create(made, batch_size=None)
    outcome = Granted(
        charged_count=len({each.entry_id for each in made}),
        charged_ore=sum(each.amount_ore for each in made),
        left_count=sum(1 for ore in open_ore.values() if ore),
        left_ore=sum(open_ore.values()),
    )
    details = {"rows": outcome.charged_count, "amount_ore": outcome.charged_ore,
               "left_rows": outcome.left_count, "left_ore": outcome.left_ore}  # fmt: skip
    record(FinanceEvent.ENTRIES_CHARGED, subject=mandate, by=by, at=at, details=details)
    return outcome


def _charged_to(
    grant: "Grant",
    rows: Sequence[LedgerEntry],
    open_ore: dict[int, int],
    *,
    by: "User",
    at: datetime,
) -> list[Charge]:
    """The charges that a grant takes; `open_ore` is lowered by them."""
    account = GrantAccount.objects.select_for_update().filter(pk=grant.pk).first()
    division = divide(
        [OpenRow(row.pk, open_ore[row.pk]) for row in rows],
        charged_ore=account.charged_ore if account else 0,
        limit_ore=grant.amount_ore,
    )
    for taken in division.taken:
        open_ore[taken.entry_id] -= taken.open_ore
    return [
        Charge(
            entry_id=taken.entry_id,
            grant=grant,
            amount_ore=taken.open_ore,
            charged_by=by,
            charged_at=at,
        )
        for taken in division.taken
    ]
