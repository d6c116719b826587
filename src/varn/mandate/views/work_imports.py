"""Bringing in earlier activities and results from a file."""

from collections import Counter
from string import ascii_uppercase
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.kernel.access import StaffRequest, requires
from varn.kernel.clock import business_today
from varn.kernel.tables import DEFAULT_LIMITS, TableError, TableProblem, write_csv, write_sheets
from varn.mandate.actions import work_imports as actions
from varn.mandate.choices import ActivityState, MandatePermission, WorkOutcome, WorkProblem
from varn.mandate.forms.work_files import WorkFileForm, explained, heading, template_sheets
from varn.mandate.models import Mandate, WorkImport
from varn.mandate.queries import work_imports as queries
from varn.mandate.rules.work_rows import HEADINGS, WorkHeadingError
from varn.mandate.views.answers import or_404, status_of
from varn.mandate.views.mandates import ROWS_A_PAGE

LATEST_FILES = 20
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@requires(MandatePermission.CHANGE, writes=True)
def work_import_list(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = get_object_or_404(Mandate, pk=mandate_id)
    form = WorkFileForm(*(request.POST, request.FILES) if request.method == "POST" else ())
    if form.is_valid():
        try:
            batch = _preview(request, mandate, form)
        except TableError as error:
            form.add_error("file", _with_row(error))
        except WorkHeadingError as error:
            form.add_error("file", f"{error.problem.label} {error.column}".strip())
        else:
            return redirect("mandate:work_import_detail", batch.pk)
    context = {
        "form": form,
        "mandate": mandate,
        "files": queries.work_imports(mandate)[:LATEST_FILES],
        "explained": explained(),
    }
    return render(request, "mandate/work_import_list.html", context, status=status_of(form))


@requires(MandatePermission.CHANGE)
def work_import_detail(request: StaffRequest, import_id: int) -> HttpResponse:
    batch = or_404(queries.work_import, import_id)
    counts = Counter(row["outcome"] for row in batch.rows)
    wanted = request.GET.get("outcome", "")
    rows = [row for row in batch.rows if not wanted or row["outcome"] == wanted]
    page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "batch": batch,
        "mandate": batch.mandate,
        "counts": [(outcome, counts[outcome]) for outcome in WorkOutcome if counts[outcome]],
        "wanted": wanted,
        "page": page,
        "rows": [_readable(row, batch.columns) for row in page],
        "errors": counts[WorkOutcome.ERROR],
        "can_apply": _can_apply(batch, counts),
    }
    return render(request, "mandate/work_import_detail.html", context)


@requires(MandatePermission.CHANGE, writes=True)
def work_import_apply(request: StaffRequest, import_id: int) -> HttpResponse:
    or_404(queries.work_import, import_id)
    if request.method != "POST":
        return redirect("mandate:work_import_detail", import_id)
    try:
        actions.apply_work(
            import_id=import_id, today=business_today(), by=request.user, at=timezone.now()
        )
    except actions.WorkAlreadyImportedError:
        messages.info(request, _("The file was brought in before. Nothing was added twice."))
    except actions.WorkPreviewOutdatedError:
        messages.warning(
            request, _("Something has changed since the file was read. Look through it again.")
        )
    except actions.WorkRowsInErrorError:
        messages.error(
            request, _("Nothing was brought in. Correct the rows and send the file again.")
        )
    except actions.NoWorkToImportError:
        messages.info(request, _("Everything in the file is there already."))
    else:
        messages.success(request, _("The file has been brought in."))
    return redirect("mandate:work_import_detail", import_id)


@requires(MandatePermission.CHANGE)
def work_import_template(request: StaffRequest, mandate_id: int, file_type: str) -> HttpResponse:
    mandate = get_object_or_404(Mandate, pk=mandate_id)
    if file_type not in CONTENT_TYPES:
        raise Http404
    is_csv = file_type == "csv"
    content = write_csv([heading()]) if is_csv else write_sheets(template_sheets(mandate))
    response = HttpResponse(content, content_type=CONTENT_TYPES[file_type])
    response["Content-Disposition"] = f'attachment; filename="varn-aktiviteter.{file_type}"'
    return response


def _preview(request: StaffRequest, mandate: Mandate, form: WorkFileForm) -> WorkImport:
    file = form.cleaned_data["file"]
    if file.size > DEFAULT_LIMITS.size:
        raise TableError(TableProblem.TOO_LARGE)
    return actions.preview_work(
        mandate_id=mandate.pk,
        file_name=file.name,
        content=file.read(),
        today=business_today(),
        by=request.user,
        at=timezone.now(),
    )


def _with_row(error: TableError) -> str:
    if error.row is None:
        return str(error.problem.label)
    return _("Row %(row)s: %(problem)s") % {"row": error.row, "problem": error.problem.label}


def _can_apply(batch: WorkImport, counts: Counter[str]) -> bool:
    has_effect = bool(counts[WorkOutcome.NEW] or counts[WorkOutcome.RESULT])
    return batch.applied_at is None and has_effect and not counts[WorkOutcome.ERROR]


def _readable(row: dict[str, Any], columns: list[str]) -> dict[str, Any]:
    """A stored row with its outcome and problems in words, each with its cell."""
    return row | {
        "outcome": WorkOutcome(row["outcome"]),
        "waits": row["values"]["state"] == ActivityState.COMPLETED and row["outcome"] == "new",
        "problems": [
            {
                "cell": _cell(columns, column, row["number"]),
                "heading": HEADINGS[column][0].capitalize() if column else "",
                "words": WorkProblem(problem).label,
                "said": said,
                "near": near,
            }
            for column, problem, said, near in row["problems"]
        ],
    }


def _cell(columns: list[str], column: str, number: int) -> str:
    """The cell as a spreadsheet names it; a heading that is missing has none."""
    return f"{ascii_uppercase[columns.index(column)]}{number}" if column in columns else ""
