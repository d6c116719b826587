"""Who pays: the grants up to their amounts, and named sources for the rest."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varn.finance import actions
from varn.finance.choices import FinancePermission, SourceKind
from varn.finance.forms.charging import NEW, NOBODY, ChargeChangeForm, EntryChargeForm, PayerForm
from varn.finance.queries import charging as queries
from varn.finance.queries.entries import entry as entry_of
from varn.finance.queries.entries import sums
from varn.finance.views.answers import (
    REFUSALS,
    kronor,
    mandate_or_404,
    or_404,
    refusal,
    status_of,
)
from varn.kernel.access import StaffRequest, requires

if TYPE_CHECKING:
    from varn.finance.models import Charge, LedgerEntry
    from varn.mandate.models import Mandate

ROWS_A_PAGE = 50
LONGEST_KEY = 18  # digits; Python reads no number of thousands


@requires(FinancePermission.VIEW)
def charging(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = mandate_or_404(mandate_id)
    return _charging_page(request, mandate, _payer_form(PayerForm, mandate))


@requires(FinancePermission.CHANGE, writes=True)
def charge_by_grants(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate_or_404(mandate_id)
    if request.method == "POST":
        done = actions.charge_grants(mandate_id=mandate_id, by=request.user, at=timezone.now())
        messages.success(request, _paid(done.charged_count) % {
            "rows": done.charged_count, "sum": kronor(done.charged_ore)
        })  # fmt: skip
        if done.left_count:
            messages.warning(request, _left(done.left_count) % {
                "rows": done.left_count, "sum": kronor(done.left_ore)
            })  # fmt: skip
    return redirect("finance:charging", mandate_id)


def _paid(rows: int) -> str:
    return ngettext(
        "The grant pays for %(sum)s more, in %(rows)d row.",
        "The grant pays for %(sum)s more, in %(rows)d rows.",
        rows,
    )


def _left(rows: int) -> str:
    return ngettext(
        "%(rows)d row, %(sum)s, doesn't fit. Name another source for it.",
        "%(rows)d rows, %(sum)s, don't fit. Name another source for them.",
        rows,
    )


@requires(FinancePermission.CHANGE, writes=True)
def charge_rows(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = mandate_or_404(mandate_id)
    if request.method != "POST":
        return redirect("finance:charging", mandate_id)
    form = _payer_form(PayerForm, mandate, data=request.POST)
    ticked = [
        int(each)
        for each in request.POST.getlist("rows")
        if each.isdecimal() and len(each) <= LONGEST_KEY
    ]
    rows = queries.uncharged(mandate_id).filter(pk__in=ticked).values_list("pk", flat=True)
    if not rows:
        form.add_error(None, _("Tick at least one row."))
    elif form.is_valid() and _pay(request, form, mandate, list(rows)):
        return redirect("finance:charging", mandate_id)
    return _charging_page(request, mandate, form, ticked=ticked)


@requires(FinancePermission.CHANGE, writes=True)
def entry_charge(request: StaffRequest, entry_id: int) -> HttpResponse:
    entry = or_404(entry_of, entry_id)
    data = request.POST if request.method == "POST" else None
    form = _payer_form(EntryChargeForm, entry.mandate, data=data)
    if form.is_valid():
        try:
            with transaction.atomic():
                actions.charge_entry(
                    entry_id=entry_id,
                    payer=_payer(request, form, entry.mandate),
                    amount_ore=form.cleaned_data["amount_ore"],
                    by=request.user,
                    at=timezone.now(),
                )
        except REFUSALS as error:
            form.add_error(None, refusal(error))
        else:
            messages.success(request, _("It is kept who pays."))
            return redirect("finance:entry_detail", entry_id)
    return _entry_page(request, "finance/entry_charge.html", form, entry)


@requires(FinancePermission.CHANGE, writes=True)
def charge_change(request: StaffRequest, charge_id: int) -> HttpResponse:
    charge = or_404(queries.charge, charge_id)
    data = request.POST if request.method == "POST" else None
    form = _payer_form(ChargeChangeForm, charge.entry.mandate, data=data)
    if form.is_valid():
        try:
            with transaction.atomic():
                _change(request, form, charge)
        except REFUSALS as error:
            form.add_error(None, refusal(error))
        else:
            messages.success(request, _("It is changed who pays."))
            return redirect("finance:entry_detail", charge.entry_id)
    return _entry_page(request, "finance/charge_change.html", form, charge.entry, charge)


def _change(request: StaffRequest, form: PayerForm, charge: "Charge") -> None:
    because, by, at = form.cleaned_data["because"], request.user, timezone.now()
    if form.cleaned_data["payer"] == NOBODY:
        actions.withdraw_charge(charge_id=charge.pk, because=because, by=by, at=at)
        return
    payer = _payer(request, form, charge.entry.mandate)
    actions.move_charge(charge_id=charge.pk, payer=payer, because=because, by=by, at=at)


def _payer_form[Form: PayerForm](
    kind: type[Form], mandate: "Mandate", *, data: object = None
) -> Form:
    grants = queries.grant_standings(mandate)
    return kind(data, grants=grants, sources=list(queries.sources(mandate.pk)))


def _payer(request: StaffRequest, form: PayerForm, mandate: "Mandate") -> actions.Payer:
    """The chosen payer; a new source is named on the way."""
    cleaned = form.cleaned_data
    if cleaned["payer"] == NEW:
        source = actions.name_source(
            mandate_id=mandate.pk,
            name=cleaned["new_name"],
            kind=SourceKind(cleaned["new_kind"] or SourceKind.OTHER),
            by=request.user,
            at=timezone.now(),
        )
        return actions.Payer(source_id=source.pk)
    kind, _dash, number = cleaned["payer"].partition("-")
    chosen = int(number)
    is_grant = kind == "grant"
    return actions.Payer(
        grant_id=chosen if is_grant else None, source_id=None if is_grant else chosen
    )


def _pay(request: StaffRequest, form: PayerForm, mandate: "Mandate", rows: Sequence[int]) -> bool:
    try:
        with transaction.atomic():
            made = actions.charge_entries(
                entry_ids=rows,
                payer=_payer(request, form, mandate),
                by=request.user,
                at=timezone.now(),
            )
    except REFUSALS as error:
        form.add_error(None, refusal(error))
        return False
    words = {"rows": len(made), "sum": kronor(sum(each.amount_ore for each in made))}
    messages.success(request, _("It is kept who pays for %(rows)d rows, %(sum)s.") % words)
    return True


def _charging_page(
    request: StaffRequest, mandate: "Mandate", form: PayerForm, *, ticked: Sequence[int] = ()
) -> HttpResponse:
    found = queries.uncharged(mandate.pk)
    open_sums, pages = sums(found), Paginator(found, ROWS_A_PAGE)
    pages.count = open_sums.row_count  # counted with the sums already
    context = {
        "mandate": mandate,
        "form": form,
        "grants": form.grants,
        "sources": form.sources,
        "sums": open_sums,
        "page": pages.get_page(request.GET.get("page")),
        "ticked": ticked,
        "may_change": request.user.has_perm(FinancePermission.CHANGE),
    }
    return render(request, "finance/charging.html", context, status=status_of(form))


def _entry_page(
    request: StaffRequest,
    template: str,
    form: PayerForm,
    entry: "LedgerEntry",
    charge: "Charge | None" = None,
) -> HttpResponse:
    context = {
        "form": form,
        "entry": entry,
        "mandate": entry.mandate,
        "charge": charge,
        "grants": form.grants,
    }
    return render(request, template, context, status=status_of(form))
