"""The ledger's rows: the list with its sums, and one row with all that explains it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.finance import actions
from varn.finance.choices import CostType, FinancePermission
from varn.finance.forms.ledger import EntryMapForm, LedgerFilterForm
from varn.finance.models import LedgerEntry
from varn.finance.queries import entries as queries
from varn.finance.queries.mapping import in_words
from varn.finance.views.answers import mandate_or_404, or_404, status_of
from varn.kernel.access import StaffRequest, requires

ROWS_A_PAGE = 50
ROWS_OF_VOUCHER = 100


@requires(FinancePermission.VIEW)
def ledger(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = mandate_or_404(mandate_id)
    form = LedgerFilterForm(request.GET, months=queries.months(mandate_id))
    found = queries.entries(mandate_id, form.wanted())
    sums = queries.sums(found)
    pages = Paginator(found.select_related("activity"), ROWS_A_PAGE)
    pages.count = sums.row_count  # counted with the sums already
    context = {
        "mandate": mandate,
        "form": form,
        "page": pages.get_page(request.GET.get("page")),
        "sums": sums,
        "counts": queries.counts_by_state(mandate_id),
        "may_change": request.user.has_perm(FinancePermission.CHANGE),
    }
    return render(request, "finance/ledger.html", context)


@requires(FinancePermission.VIEW)
def entry_detail(request: StaffRequest, entry_id: int) -> HttpResponse:
    entry = or_404(queries.entry, entry_id)
    context = {
        "entry": entry,
        "mandate": entry.mandate,
        "rule_words": in_words(entry.mapped_by_rule) if entry.mapped_by_rule else "",
        "voucher_rows": queries.rows_of_voucher(entry)[:ROWS_OF_VOUCHER],
        "may_change": request.user.has_perm(FinancePermission.CHANGE),
    }
    return render(request, "finance/entry_detail.html", context)


@requires(FinancePermission.CHANGE, writes=True)
def entry_map(request: StaffRequest, entry_id: int) -> HttpResponse:
    entry = or_404(queries.entry, entry_id)
    initial = {"cost_type": entry.cost_type, "activity": entry.activity_id,
               "version": entry.version}  # fmt: skip
    sent = request.POST if request.method == "POST" else None
    form = EntryMapForm(sent, mandate=entry.mandate, initial=initial)
    current = None
    if form.is_valid():
        current = _map(request, entry, form)
        if current is None:
            messages.success(request, _("The row is mapped. No rule changes it now."))
            return redirect("finance:entry_detail", entry_id)
        data = {**request.POST.dict(), "version": current.version}
        form = EntryMapForm(data, mandate=entry.mandate)
    context = {"form": form, "entry": entry, "mandate": entry.mandate, "current": current}
    status = status_of(form, is_stale=current is not None)
    return render(request, "finance/entry_map.html", context, status=status)


def _map(request: StaffRequest, entry: LedgerEntry, form: EntryMapForm) -> LedgerEntry | None:
    """Map the row; returns how it stands when somebody else was quicker."""
    cleaned = form.cleaned_data
    try:
        actions.map_entry(
            entry_id=entry.pk,
            cost_type=CostType(cleaned["cost_type"]),
            activity_id=cleaned["activity"],
            version=cleaned["version"],
            by=request.user,
            at=timezone.now(),
        )
    except actions.StaleVersionError:
        return queries.entry(entry.pk)
    return None
