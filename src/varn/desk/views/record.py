"""Where a result begins: choosing the activity that it came of."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from varn.kernel.access import StaffRequest, requires
from varn.kernel.clock import business_today
from varn.mandate.choices import MandatePermission
from varn.mandate.queries.waiting import begun_activities

ROWS_A_PAGE = 50


@requires(MandatePermission.CHANGE)
def choose_activity(request: StaffRequest) -> HttpResponse:
    """List the activities that have begun, those that wait the longest for a result first."""
    activities = Paginator(begun_activities(on=business_today()), ROWS_A_PAGE)
    context = {"activities": activities.get_page(request.GET.get("page"))}
    return render(request, "desk/choose_activity.html", context)
