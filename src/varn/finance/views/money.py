"""The money of a mandate on one page."""

from django.http import HttpResponse
from django.shortcuts import render

from varn.finance.choices import FinancePermission
from varn.finance.queries.overview import money_page
from varn.finance.views.answers import mandate_or_404
from varn.kernel.access import StaffRequest, requires
from varn.kernel.clock import business_today


@requires(FinancePermission.VIEW)
def money(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate, today = mandate_or_404(mandate_id), business_today()
    context = {
        "mandate": mandate,
        "page": money_page(mandate, today=today),
        "today": today,
        "may_change": request.user.has_perm(FinancePermission.CHANGE),
        "may_sign": request.user.has_perm(FinancePermission.SIGN),
    }
    return render(request, "finance/money.html", context)
