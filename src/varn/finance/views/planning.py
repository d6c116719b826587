"""The budget's lines, and forecasts."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.finance import actions
from varn.finance.choices import FinancePermission
from varn.finance.forms.planning import (
    BudgetLineForm,
    ForecastForm,
    known_line,
    new_forecast,
    new_line,
)
from varn.finance.queries import planning as queries
from varn.finance.queries.charging import grant_standings
from varn.finance.views.answers import kronor, mandate_or_404, or_404, status_of
from varn.kernel.access import StaffRequest, requires
from varn.kernel.clock import business_today

if TYPE_CHECKING:
    from varn.finance.models import Budget
    from varn.mandate.models import Mandate

ROWS_A_PAGE = 50


@requires(FinancePermission.VIEW)
def budget(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = mandate_or_404(mandate_id)
    lines = Paginator(queries.budget(mandate_id), ROWS_A_PAGE).get_page(request.GET.get("page"))
    planned = queries.budgeted_ore(mandate_id)
    standings = grant_standings(mandate)
    groups = queries.budget_groups(mandate)
    context = {
        "mandate": mandate,
        "lines": lines,
        "groups": groups,
        "total": queries.total_of(groups),
        "grants": [
            (each.grant, each.grant.amount_ore - planned.get(each.grant.pk, 0))
            for each in standings
        ],
        "may_change": request.user.has_perm(FinancePermission.CHANGE),
    }
    return render(request, "finance/budget.html", context)


@requires(FinancePermission.CHANGE, writes=True)
def budget_add(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = mandate_or_404(mandate_id)
    form = _line_form(request, mandate, initial=new_line())
    if form.is_valid() and form.cleaned_data["submission"]:
        try:
            actions.add_budget_line(
                mandate_id=mandate_id,
                values=form.values(),
                submission=form.cleaned_data["submission"],
                by=request.user,
                at=timezone.now(),
            )
        except actions.BudgetAboveGrantError as error:
            form.add_error("amount_ore", _above(error))
        else:
            messages.success(request, _("The line is in the budget."))
            return redirect("finance:budget", mandate_id)
    return _line_page(request, mandate, form)


@requires(FinancePermission.CHANGE, writes=True)
def budget_edit(request: StaffRequest, line_id: int) -> HttpResponse:
    line = or_404(queries.budget_line, line_id)
    form, current = _line_form(request, line.mandate, initial=known_line(line)), None
    if form.is_valid():
        try:
            actions.change_budget_line(
                line_id=line_id,
                values=form.values(),
                version=form.cleaned_data["version"] or 0,
                by=request.user,
                at=timezone.now(),
            )
        except actions.BudgetAboveGrantError as error:
            form.add_error("amount_ore", _above(error))
        except actions.StaleBudgetError as error:
            current = error.current
            form = _line_form(request, line.mandate, initial={}, version=current.version)
        else:
            messages.success(request, _("The line is saved."))
            return redirect("finance:budget", line.mandate_id)
    return _line_page(request, line.mandate, form, line=line, current=current)


@requires(FinancePermission.CHANGE, writes=True)
def budget_remove(request: StaffRequest, line_id: int, version: int) -> HttpResponse:
    line = or_404(queries.budget_line, line_id)
    if request.method == "POST":
        try:
            actions.remove_budget_line(
                line_id=line_id, version=version, by=request.user, at=timezone.now()
            )
        except actions.StaleBudgetError:
            messages.warning(request, _("Somebody else has changed the line. Look at it again."))
        else:
            messages.success(request, _("The line is out of the budget."))
    return redirect("finance:budget", line.mandate_id)


@requires(FinancePermission.VIEW)
def forecast_list(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = mandate_or_404(mandate_id)
    made = Paginator(queries.forecasts(mandate_id), ROWS_A_PAGE)
    context = {
        "mandate": mandate,
        "forecasts": made.get_page(request.GET.get("page")),
        "may_change": request.user.has_perm(FinancePermission.CHANGE),
    }
    return render(request, "finance/forecast_list.html", context)


@requires(FinancePermission.CHANGE, writes=True)
def forecast_make(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = mandate_or_404(mandate_id)
    latest = queries.forecasts(mandate_id).first()
    form = ForecastForm(
        request.POST if request.method == "POST" else None,
        grants=grant_standings(mandate),
        initial=new_forecast(latest),
    )
    if form.is_valid():
        actions.make_forecast(
            mandate_id=mandate_id,
            values=form.values(made_on=business_today()),
            submission=form.cleaned_data["submission"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("The forecast is made. The earlier ones are kept."))
        return redirect("finance:forecast_list", mandate_id)
    context = {"mandate": mandate, "form": form, "latest": latest}
    return render(request, "finance/forecast_make.html", context, status=status_of(form))


def _line_form(
    request: StaffRequest,
    mandate: "Mandate",
    *,
    initial: dict[str, object],
    version: int | None = None,
) -> BudgetLineForm:
    """The form as typed, else as the line stands; a newer version makes it ready to save."""
    data = request.POST.copy() if request.method == "POST" else None
    if data is not None and version is not None:
        data["version"] = str(version)
    grants = grant_standings(mandate)
    return BudgetLineForm(data, mandate=mandate, grants=grants, initial=initial)


def _line_page(
    request: StaffRequest,
    mandate: "Mandate",
    form: BudgetLineForm,
    *,
    line: "Budget | None" = None,
    current: "Budget | None" = None,
) -> HttpResponse:
    context = {"mandate": mandate, "form": form, "line": line, "current": current}
    status = status_of(form, is_stale=current is not None)
    return render(request, "finance/budget_line.html", context, status=status)


def _above(error: actions.BudgetAboveGrantError) -> str:
    words = _(
        "The budget would pass the grant: %(left)s of it is left to plan. Write at most that, or "
        "choose another source for the rest."
    )
    return words % {"left": kronor(error.left_ore)}
