"""Rows of vouchers: found by state, month, account and words, with sums that add up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Prefetch, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth

from varn.finance.choices import EntryState
from varn.finance.models import Charge, LedgerEntry, LedgerImport

MAPPED = ~Q(cost_type="")
PAID = Q(charged_ore=F("amount_ore"))
STATES = {
    EntryState.UNMAPPED: Q(cost_type=""),
    EntryState.MAPPED: MAPPED,
    EntryState.UNCHARGED: MAPPED & ~PAID,
    EntryState.CHARGED: MAPPED & PAID,
}


@dataclass(frozen=True, kw_only=True)
class EntryFilter:
    """Which rows to show; empty means all."""

    state: EntryState | None = None
    month: date | None = None
    account: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Sums:
    """What the rows come to, and how much of it somebody pays for."""

    row_count: int
    amount_ore: int
    charged_ore: int

    @property
    def uncharged_ore(self) -> int:
        return self.amount_ore - self.charged_ore


def entries(mandate_id: int, wanted: EntryFilter | None = None) -> QuerySet[LedgerEntry]:
    """Rows of vouchers, the latest first."""
    found = LedgerEntry.objects.filter(mandate=mandate_id)
    wanted = wanted or EntryFilter()
    if wanted.state:
        found = found.filter(STATES[wanted.state])
    if wanted.month:
        found = found.filter(booked_on__year=wanted.month.year, booked_on__month=wanted.month.month)
    if wanted.account:
        found = found.filter(account__startswith=wanted.account)
    if wanted.words:
        found = found.filter(Q(text__icontains=wanted.words) | Q(voucher=wanted.words))
    return found.order_by("-booked_on", "-pk")


def sums(rows: QuerySet[LedgerEntry]) -> Sums:
    """What some rows come to."""
    return Sums(
        **rows.order_by().aggregate(
            row_count=Count("pk"),
            amount_ore=Sum("amount_ore", default=0),
            charged_ore=Sum("charged_ore", default=0),
        )
    )


def counts_by_state(mandate_id: int) -> dict[EntryState, int]:
    """How many rows are in each state."""
    counted = LedgerEntry.objects.filter(mandate=mandate_id).aggregate(
        **{state.value: Count("pk", filter=condition) for state, condition in STATES.items()}
    )
    return {EntryState(state): number for state, number in counted.items()}


def months(mandate_id: int) -> Sequence[date]:
    """The months that have vouchers, the latest first."""
    found = LedgerEntry.objects.filter(mandate=mandate_id).annotate(month=TruncMonth("booked_on"))
    return list(found.values_list("month", flat=True).distinct().order_by("-month"))


def entry(entry_id: int) -> LedgerEntry:
    """A row with its mapping and every charge that it has had.

    Raises `LedgerEntry.DoesNotExist`.
    """
    charges = Charge.objects.select_related("grant", "source", "charged_by", "withdrawn_by")
    found = LedgerEntry.objects.select_related(
        "mandate", "ledger_import", "activity", "mapped_by", "mapped_by_rule__activity"
    )
    return found.prefetch_related(Prefetch("charges", charges.order_by("pk"))).get(pk=entry_id)


def rows_of_voucher(row: LedgerEntry) -> QuerySet[LedgerEntry]:
    """Every row of the voucher that the row is of, in the order of the file."""
    return LedgerEntry.objects.filter(
        mandate=row.mandate_id, series=row.series, voucher=row.voucher, booked_on=row.booked_on
    ).order_by("row", "pk")


def imports(mandate_id: int) -> QuerySet[LedgerImport]:
    """Ledger files of a mandate, the latest first."""
    found = LedgerImport.objects.filter(mandate=mandate_id)
    return found.select_related("read_by", "applied_by").order_by("-read_at", "-pk")


def ledger_import(import_id: int) -> LedgerImport:
    """A ledger file with its mandate. Raises `LedgerImport.DoesNotExist`."""
    related = ("mandate", "read_by", "applied_by")
    return LedgerImport.objects.select_related(*related).get(pk=import_id)
