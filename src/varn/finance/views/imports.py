"""Bringing in ledger files: first a preview, then all of what is new."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.finance import actions
from varn.finance.choices import FinancePermission, LedgerNote, LedgerProblem
from varn.finance.forms.ledger import LedgerForm
from varn.finance.models import LedgerImport
from varn.finance.queries import entries as queries
from varn.finance.queries.mapping import active_rules
from varn.finance.views.answers import kronor, mandate_or_404, or_404, status_of
from varn.kernel.access import StaffRequest, requires
from varn.kernel.tables import TableError

FILES_A_PAGE = 20


@requires(FinancePermission.CHANGE, writes=True)
def ledger_import(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = mandate_or_404(mandate_id)
    form = LedgerForm(*(request.POST, request.FILES) if request.method == "POST" else ())
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            read = actions.preview_ledger(
                mandate_id=mandate_id,
                file_name=file.name,
                data=file.read(),
                by=request.user,
                at=timezone.now(),
            )
        except actions.LedgerRefusedError as error:
            form.add_error("file", str(error.refusal.label))
        except TableError as error:
            form.add_error("file", _with_row(error))
        else:
            return redirect("finance:import_detail", read.pk)
    files = Paginator(queries.imports(mandate_id), FILES_A_PAGE)
    context = {"mandate": mandate, "form": form, "files": files.get_page(request.GET.get("page"))}
    return render(request, "finance/ledger_import.html", context, status=status_of(form))


@requires(FinancePermission.VIEW)
def import_detail(request: StaffRequest, import_id: int) -> HttpResponse:
    read = or_404(queries.ledger_import, import_id)
    context = {
        "read": read,
        "mandate": read.mandate,
        "known_count": read.row_count - read.new_count,
        "problems": [
            {**each, "words": LedgerProblem(each["problem"]).label}
            for each in read.finding["problems"]
        ],
        "notes": [(LedgerNote(note).label, n) for note, n in read.finding["notes"].items()],
        "may_change": request.user.has_perm(FinancePermission.CHANGE),
        "is_ready": not read.applied_at and not read.finding["problem_count"],
    }
    return render(request, "finance/import_detail.html", context)


@requires(FinancePermission.CHANGE, writes=True)
def import_apply(request: StaffRequest, import_id: int) -> HttpResponse:
    read = or_404(queries.ledger_import, import_id)
    if request.method != "POST":
        return redirect("finance:import_detail", import_id)
    try:
        done = actions.import_ledger(import_id=import_id, by=request.user, at=timezone.now())
    except actions.AlreadyImportedError:
        messages.info(request, _("This file was read in before. Nothing was added twice."))
    except actions.RowsInErrorError:
        messages.error(request, _("Nothing was brought in. Correct the cells and send it again."))
    else:
        messages.success(request, _said(done))
        has_rules = active_rules(read.mandate_id).exists()
        return redirect("finance:ledger" if has_rules else "finance:rule_list", read.mandate_id)
    return redirect("finance:import_detail", import_id)


def _said(done: LedgerImport) -> str:
    words: dict[str, Any] = {"rows": done.new_count, "sum": kronor(done.amount_ore)}
    return _("%(rows)d rows were brought in, %(sum)s together.") % words


def _with_row(error: TableError) -> str:
    if error.row is None:
        return str(error.problem.label)
    return _("Row %(row)s: %(problem)s") % {"row": error.row, "problem": error.problem.label}
