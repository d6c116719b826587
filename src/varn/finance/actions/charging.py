"""Letting a grant, or another named source, pay for rows of vouchers.

The database holds the cap, the year and the mandate for everybody; here they get kind words.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from varn.audit.actions import record
from varn.finance.actions.errors import (
    AlreadyWithdrawnError,
    CapReachedError,
    MoreThanBookedError,
    NotMappedError,
    NotOfMandateError,
    NotUsableGrantError,
    WrongYearError,
)
from varn.finance.choices import USABLE_GRANT_KINDS, FinanceEvent, SourceKind
from varn.finance.models import Charge, FundingSource, GrantAccount, LedgerEntry

if TYPE_CHECKING:
    from varn.accounts.models import User
    from varn.mandate.models import Grant

CAP, BELOW_ZERO = "finance_grant_cap", "finance_grant_not_below_zero"
WITHIN_BOOKED = "finance_ledgerentry_charged_within"


@dataclass(frozen=True, kw_only=True)
class Payer:
    """Who pays: one of the mandate's grants, or another named source."""

    grant_id: int | None = None
    source_id: int | None = None


@transaction.atomic
def name_source(
    *, mandate_id: int, name: str, kind: SourceKind, by: "User", at: datetime
) -> FundingSource:
    """Name another source of funding; the same name again is the same source."""
    source, is_new = FundingSource.objects.get_or_create(
        mandate_id=mandate_id,
        name=name,
        defaults={"kind": kind, "named_by": by, "named_at": at},
    )
    if is_new:
        details = {"name": name, "kind": kind}
        record(FinanceEvent.SOURCE_NAMED, subject=source, by=by, at=at, details=details)
    return source


@transaction.atomic
def charge_entry(
    *, entry_id: int, payer: Payer, amount_ore: int | None = None, by: "User", at: datetime
) -> Charge:
    """Let somebody pay for a row, or for a part of it; without an amount: all that is open.

    Raises `NotMappedError`, `MoreThanBookedError`, `WrongYearError`, `CapReachedError`,
    `NotUsableGrantError` and `NotOfMandateError`.
    """
    entry = LedgerEntry.objects.select_for_update().get(pk=entry_id)
    made = _charge(entry, payer, amount_ore, by=by, at=at)
    record(FinanceEvent.ENTRY_CHARGED, subject=entry, by=by, at=at, details=_said(made))
    return made


@transaction.atomic
def charge_entries(
    *, entry_ids: Sequence[int], payer: Payer, by: "User", at: datetime
) -> list[Charge]:
    """Let somebody pay for all that is open of several rows, or of none of them.

    Raises what `charge_entry` raises.
    """
    rows = LedgerEntry.objects.select_for_update().filter(pk__in=entry_ids).order_by("pk")
    return [
        charge_entry(entry_id=row.pk, payer=payer, by=by, at=at)
        for row in rows
        if row.uncharged_ore
    ]


@transaction.atomic
def withdraw_charge(*, charge_id: int, because: str, by: "User", at: datetime) -> Charge:
    """Let nobody pay for it any longer, and say why. Raises `AlreadyWithdrawnError`."""
    charge = _withdraw(charge_id, because, by, at)
    details = {**_said(charge), "because": because}
    record(FinanceEvent.CHARGE_WITHDRAWN, subject=charge.entry, by=by, at=at, details=details)
    return charge


@transaction.atomic
def move_charge(*, charge_id: int, payer: Payer, because: str, by: "User", at: datetime) -> Charge:
    """Let somebody else pay for it, and say why.

    Raises what `withdraw_charge` and `charge_entry` raise; then nothing has moved.
    """
    old = _withdraw(charge_id, because, by, at)
    entry = LedgerEntry.objects.get(pk=old.entry_id)
    new = _charge(entry, payer, old.amount_ore, by=by, at=at)
    details = {"from": _said(old), "to": _said(new), "because": because}
    record(FinanceEvent.CHARGE_MOVED, subject=entry, by=by, at=at, details=details)
    return new


def _withdraw(charge_id: int, because: str, by: "User", at: datetime) -> Charge:
    # the row first, then the charge: everybody takes the locks in the same order
    entry_id = Charge.objects.values_list("entry_id", flat=True).get(pk=charge_id)
    LedgerEntry.objects.select_for_update().get(pk=entry_id)
    charge = Charge.objects.select_for_update(of=("self",)).get(pk=charge_id)
    if charge.withdrawn_at:
        raise AlreadyWithdrawnError(charge_id)
    charge.withdrawn_because, charge.withdrawn_by, charge.withdrawn_at = because, by, at
    with _in_words(grant_id=charge.grant_id, open_ore=0):
        charge.save(update_fields=["withdrawn_because", "withdrawn_by", "withdrawn_at"])
    return charge


def _charge(
    entry: LedgerEntry, payer: Payer, amount_ore: int | None, *, by: "User", at: datetime
) -> Charge:
    if not entry.cost_type:
        raise NotMappedError(entry)
    open_ore = entry.uncharged_ore
    amount = open_ore if amount_ore is None else amount_ore
    if not amount or amount * open_ore <= 0 or abs(amount) > abs(open_ore):
        raise MoreThanBookedError(open_ore=open_ore)
    if payer.grant_id:
        _check_grant(entry, payer.grant_id, amount)
    elif not entry.mandate.funding_sources.filter(pk=payer.source_id or 0).exists():
        raise NotOfMandateError
    with _in_words(grant_id=payer.grant_id, open_ore=open_ore):
        return Charge.objects.create(
            entry=entry,
            grant_id=payer.grant_id,
            source_id=payer.source_id,
            amount_ore=amount,
            charged_by=by,
            charged_at=at,
        )


def _check_grant(entry: LedgerEntry, grant_id: int, amount: int) -> None:
    grant: Grant | None = entry.mandate.grants.filter(pk=grant_id).first()
    if grant is None:
        raise NotOfMandateError
    if grant.kind not in USABLE_GRANT_KINDS:
        raise NotUsableGrantError(grant_id)
    if grant.year and grant.year != entry.booked_on.year:
        raise WrongYearError(year=grant.year, booked_on=entry.booked_on)
    account = GrantAccount.objects.filter(pk=grant_id).first()
    charged = account.charged_ore if account else 0
    if not 0 <= charged + amount <= grant.amount_ore:
        raise CapReachedError(grant_id=grant_id, left_ore=grant.amount_ore - charged)


@contextmanager
def _in_words(*, grant_id: int | None, open_ore: int) -> Iterator[None]:
    """What the database refused because somebody else was quicker, as the errors of this module."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "")
        if name in {CAP, BELOW_ZERO} and grant_id:
            account = GrantAccount.objects.get(pk=grant_id)
            left = account.limit_ore - account.charged_ore
            raise CapReachedError(grant_id=grant_id, left_ore=left) from error
        if name == WITHIN_BOOKED:
            raise MoreThanBookedError(open_ore=open_ore) from error
        raise


def _said(charge: Charge) -> dict[str, object]:
    return {
        "amount_ore": charge.amount_ore,
        "grant": charge.grant_id,
        "source": charge.source_id,
    }
