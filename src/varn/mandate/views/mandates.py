"""Mandates and their requirements."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from varn.kernel.access import StaffRequest, requires
from varn.kernel.clock import business_today
from varn.mandate.choices import MandatePermission
from varn.mandate.models import Mandate
from varn.mandate.queries import mandates as queries
from varn.mandate.queries import work
from varn.mandate.queries.decisions import decisions_to_start
from varn.mandate.views.answers import or_404

ROWS_A_PAGE = 50


@requires(MandatePermission.VIEW)
def mandate_list(request: StaffRequest) -> HttpResponse:
    context = {
        "mandates": queries.mandates_counted(on=business_today()),
        "to_start": decisions_to_start(),
        "today": business_today(),
    }
    return render(request, "mandate/mandate_list.html", context)


@requires(MandatePermission.VIEW)
def mandate_detail(request: StaffRequest, mandate_id: int) -> HttpResponse:
    page = or_404(queries.mandate_page, mandate_id)
    context = {
        "page": page,
        "mandate": page.mandate,
        "today": business_today(),
        "may_change": request.user.has_perm(MandatePermission.CHANGE),
        "may_lead": request.user.has_perm(MandatePermission.LEAD),
        "ended": work.ended_but_open(page.mandate, on=business_today()).count(),
    }
    return render(request, "mandate/mandate_detail.html", context)


@requires(MandatePermission.VIEW)
def evidence_list(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = get_object_or_404(Mandate, pk=mandate_id)
    evidence = Paginator(work.evidence_of(mandate), ROWS_A_PAGE)
    context = {"mandate": mandate, "evidence": evidence.get_page(request.GET.get("page"))}
    return render(request, "mandate/evidence_list.html", context)
