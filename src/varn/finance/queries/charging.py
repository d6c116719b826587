"""What the grants have been charged, who else pays, and what nobody pays for yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet, Sum

from varn.finance.choices import USABLE_GRANT_KINDS, EntryState
from varn.finance.models import Charge, FundingSource, GrantAccount, LedgerEntry
from varn.finance.queries.entries import EntryFilter, entries
from varn.mandate.queries.mandates import grants

if TYPE_CHECKING:
    from varn.mandate.models import Grant, Mandate

STANDS = Q(withdrawn_at=None)


@dataclass(frozen=True, kw_only=True)
class GrantStanding:
    """A grant with what it has been charged."""

    grant: "Grant"
    charged_ore: int

    @property
    def left_ore(self) -> int:
        return self.grant.amount_ore - self.charged_ore


def grant_standings(mandate: "Mandate") -> list[GrantStanding]:
    """The grants that costs can be charged to, in the order of their years."""
    charged = dict(
        GrantAccount.objects.filter(grant__mandate=mandate).values_list("grant_id", "charged_ore")
    )
    return [
        GrantStanding(grant=grant, charged_ore=charged.get(grant.pk, 0))
        for grant in grants(mandate)
        if grant.kind in USABLE_GRANT_KINDS
    ]


def uncharged(mandate_id: int) -> QuerySet[LedgerEntry]:
    """Mapped rows that nobody pays for in full, the latest first."""
    return entries(mandate_id, EntryFilter(state=EntryState.UNCHARGED))


def sources(mandate_id: int) -> QuerySet[FundingSource]:
    """Other named sources with what each has been charged."""
    found = FundingSource.objects.filter(mandate=mandate_id)
    standing = Sum("charges__amount_ore", filter=Q(charges__withdrawn_at=None), default=0)
    return found.annotate(charged_ore=standing).order_by("name", "pk")


def charges_of(mandate_id: int) -> QuerySet[Charge]:
    """Charges that stand."""
    return Charge.objects.filter(STANDS, entry__mandate=mandate_id).order_by("pk")


def charge(charge_id: int) -> Charge:
    """A charge with its row and payer. Raises `Charge.DoesNotExist`."""
    related = ("entry__mandate", "grant", "source")
    return Charge.objects.select_related(*related).get(pk=charge_id)


def payers_of_row(row: LedgerEntry, standings: Sequence[GrantStanding]) -> list[GrantStanding]:
    """The grants of the row's own year."""
    return [each for each in standings if each.grant.year in {None, row.booked_on.year}]
