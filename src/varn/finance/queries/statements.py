"""A grant's figures to the öre, and the documents that have stated them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Max, Q, QuerySet, Sum

from varn.finance.choices import CostType
from varn.finance.models import Charge, GrantAccount, GrantStatement
from varn.finance.rules.figures import GrantFigures, Share, stated
from varn.finance.rules.statement import About, Appropriation, Signing, Statement
from varn.mandate.choices import DocumentKind

if TYPE_CHECKING:
    from varn.mandate.models import Grant, Mandate

COUNTS = Q(replaced_by=None)  # a replaced document is no longer counted


@dataclass(frozen=True, kw_only=True)
class StatedSums:
    """What a grant, or a mandate, was asked for and has been repaid."""

    requisitioned_ore: int = 0
    repaid_ore: int = 0


@dataclass(frozen=True, kw_only=True)
class SentDocument:
    """A document about the money, as a report lists it."""

    number: int
    kind: DocumentKind
    title: str
    own_registry_number: str
    addressee: str
    dated_on: date
    sent_on: date | None
    amount_ore: int
    year: int | None


def statements(mandate_id: int) -> QuerySet[GrantStatement]:
    """Every document about the money, the latest first, with what it did."""
    found = GrantStatement.objects.filter(document__mandate=mandate_id)
    related = ("document", "grant", "replaced_by", "grant__account")
    found = found.select_related(*related).prefetch_related("document__obligations")
    return found.order_by("-document__number", "-pk")


def statement(document_id: int) -> GrantStatement:
    """One document's figures with its files. Raises `GrantStatement.DoesNotExist`."""
    related = ("document__mandate", "document__frozen_by", "grant__account", "replaced_by")
    found = GrantStatement.objects.select_related(*related)
    return found.prefetch_related("document__files", "document__obligations").get(pk=document_id)


def standing_statements(grant: "Grant", kind: DocumentKind) -> QuerySet[GrantStatement]:
    """The documents of a kind that count for the grant, the latest first."""
    found = GrantStatement.objects.filter(COUNTS, grant=grant, kind=kind)
    return found.select_related("document").order_by("-document__number", "-pk")


def changed_ore(made: GrantStatement) -> int:
    """By how much the ledger's charges differ from what the document says."""
    account: GrantAccount | None = getattr(made.grant, "account", None)
    return (account.charged_ore if account else 0) - made.charged_ore


def documents(mandate_id: int) -> Sequence[SentDocument]:
    """The documents that count, in the order in which they were made."""
    return [
        SentDocument(
            number=made.document.number,
            kind=DocumentKind(made.kind),
            title=made.document.title,
            own_registry_number=made.document.own_registry_number,
            addressee=made.document.addressee,
            dated_on=made.document.dated_on,
            sent_on=sent_on(made),
            amount_ore=made.amount_ore,
            year=made.grant.year,
        )
        for made in statements(mandate_id).filter(COUNTS).order_by("document__number", "pk")
    ]


def sent_on(made: GrantStatement) -> date | None:
    """The day when the document was sent, as far as an obligation says so."""
    return max(
        (each.sent_on for each in made.document.obligations.all() if each.sent_on), default=None
    )


def stated_sums(mandate_id: int) -> dict[int, StatedSums]:
    """What each grant was asked for and has been repaid, by the grant's key."""
    found = GrantStatement.objects.filter(COUNTS, grant__mandate=mandate_id)
    rows = found.values("grant").annotate(
        requisitioned_ore=Sum("amount_ore", filter=Q(kind=DocumentKind.REQUISITION), default=0),
        repaid_ore=Sum("amount_ore", filter=Q(kind=DocumentKind.REPAYMENT), default=0),
    )
    return {
        row["grant"]: StatedSums(
            requisitioned_ore=row["requisitioned_ore"], repaid_ore=row["repaid_ore"]
        )
        for row in rows.order_by("grant")
    }


def grant_figures(grant: "Grant", *, without: int | None = None) -> GrantFigures:
    """Everything that a document may say of the grant; `without` leaves a replaced one out."""
    counted = GrantStatement.objects.filter(COUNTS, grant=grant).exclude(pk=without)
    sums = counted.aggregate(
        requisitioned_ore=Sum("amount_ore", filter=Q(kind=DocumentKind.REQUISITION), default=0),
        repaid_ore=Sum("amount_ore", filter=Q(kind=DocumentKind.REPAYMENT), default=0),
    )
    account = GrantAccount.objects.filter(pk=grant.pk).first()
    standing = Charge.objects.filter(withdrawn_at=None)
    own = standing.filter(grant=grant)
    assignment = "entry__activity__requirement__assignment"
    return GrantFigures(
        year=grant.year,
        is_cap=grant.is_cap,
        granted_ore=grant.amount_ore,
        charged_ore=account.charged_ore if account else 0,
        by_cost_type=_in_order(_shares(own, code="entry__cost_type")),
        by_assignment=_shares(own, code=f"{assignment}__number", name=f"{assignment}__text"),
        by_account=_shares(own, code="entry__account", name="entry__account_name"),
        other_funding=_shares(_others(standing, grant), code="source__name", name="source__name"),
        **sums,
    )


def statement_of(
    grant: "Grant",
    kind: DocumentKind,
    *,
    signing: Signing,
    asked_ore: int | None = None,
    replaces: int | None = None,
) -> Statement:
    """The statement as it would be frozen now. Raises what `rules.figures.stated` raises."""
    figures, amount = stated(grant_figures(grant, without=replaces), kind, asked_ore=asked_ore)
    about = about_mandate(grant)
    return Statement(kind=kind, about=about, figures=figures, amount_ore=amount, signing=signing)


def about_mandate(grant: "Grant") -> About:
    """The mandate and the place in the state budget that a statement names."""
    mandate: Mandate = grant.mandate
    return About(
        agency=mandate.holder.name if mandate.holder else mandate.holder_name,
        registry_number=mandate.registry_number,
        title=mandate.title,
        decided_on=mandate.decided_on,
        appropriation=_appropriation(grant),
        is_demonstration=settings.DEMONSTRATION_DATE is not None,
    )


def _appropriation(grant: "Grant") -> Appropriation | None:
    place = grant.appropriation
    if place is None:
        return None
    return Appropriation(
        area=str(place.area or ""),
        area_name=place.area_name,
        appropriation=place.appropriation,
        appropriation_name=place.appropriation_name,
        item=place.item,
        item_name=place.item_name,
    )


def _others(standing: QuerySet[Charge], grant: "Grant") -> QuerySet[Charge]:
    """What other sources have paid of the mandate's costs, in the grant's year if it has one."""
    found = standing.filter(source__mandate=grant.mandate_id)
    return found.filter(entry__booked_on__year=grant.year) if grant.year else found


def _in_order(shares: tuple[Share, ...]) -> tuple[Share, ...]:
    """Cost types in the order of the closed list, those without one last."""
    order = [*CostType.values, ""]
    return tuple(sorted(shares, key=lambda share: order.index(share.code)))


def _shares(charges: QuerySet[Charge], *, code: str, name: str = "") -> tuple[Share, ...]:
    """The charges summed by a code, with the name that goes with it."""
    rows = (
        charges.values_list(code)
        .annotate(name=Max(name or code), total_ore=Sum("amount_ore"))
        .order_by(code)
    )
    return tuple(
        Share(
            code="" if found is None else str(found),
            name=str(said or "") if name else "",
            amount_ore=total,
        )
        for found, said, total in rows
    )
