"""Bringing in organisations and contacts from a file."""

from collections import Counter
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.directory import actions
from varn.directory.choices import (
    ChangedField,
    ContactLevel,
    DirectoryPermission,
    ImportState,
    RowOutcome,
    RowProblem,
)
from varn.directory.forms import ImportForm
from varn.directory.models import ImportBatch
from varn.directory.queries.imports import import_batches
from varn.directory.rules.import_rows import HeadingError, template_rows
from varn.kernel.access import StaffRequest, requires
from varn.kernel.tables import DEFAULT_LIMITS, TableError, TableProblem, write_csv, write_xlsx

ROWS_A_PAGE = 100
LATEST_BATCHES = 20
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@requires(DirectoryPermission.IMPORT, writes=True)
def import_list(request: StaffRequest) -> HttpResponse:
    form = ImportForm(*(request.POST, request.FILES) if request.method == "POST" else ())
    if form.is_valid():
        try:
            batch = _preview(request, form)
        except TableError as error:
            form.add_error("file", _with_row(error))
        except HeadingError as error:
            form.add_error("file", f"{error.problem.label} {error.column}".strip())
        else:
            return redirect("directory:import_detail", batch.pk)
    context = {"form": form, "batches": import_batches()[:LATEST_BATCHES]}
    status = 422 if form.is_bound else 200
    return render(request, "directory/import_list.html", context, status=status)


def _preview(request: StaffRequest, form: ImportForm) -> ImportBatch:
    file = form.cleaned_data["file"]
    if file.size > DEFAULT_LIMITS.size:
        raise TableError(TableProblem.TOO_LARGE)
    return actions.preview_import(
        file_name=file.name, content=file.read(), by=request.user, at=timezone.now()
    )


def _with_row(error: TableError) -> str:
    if error.row is None:
        return str(error.problem.label)
    return _("Row %(row)s: %(problem)s") % {"row": error.row, "problem": error.problem.label}


@requires(DirectoryPermission.IMPORT)
def import_detail(request: StaffRequest, batch_id: int) -> HttpResponse:
    batch = get_object_or_404(
        ImportBatch.objects.select_related("read_by", "applied_by"), pk=batch_id
    )
    counts = Counter(row["outcome"] for row in batch.rows)
    wanted = request.GET.get("outcome", "")
    rows = [row for row in batch.rows if not wanted or row["outcome"] == wanted]
    page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "batch": batch,
        "counts": [(outcome, counts[outcome]) for outcome in RowOutcome if counts[outcome]],
        "wanted": wanted,
        "page": page,
        "rows": [_readable(row) for row in page],
        "errors": counts[RowOutcome.ERROR],
        "can_apply": _can_apply(batch, counts),
    }
    return render(request, "directory/import_detail.html", context)


def _can_apply(batch: ImportBatch, counts: Counter[str]) -> bool:
    has_effect = bool(counts[RowOutcome.NEW] or counts[RowOutcome.CHANGED])
    return batch.state == ImportState.PREVIEWED and has_effect and not counts[RowOutcome.ERROR]


def _readable(row: dict[str, Any]) -> dict[str, Any]:
    """A stored row with its outcome and problems in words."""
    return row | {
        "outcome": RowOutcome(row["outcome"]),
        "problems": [RowProblem(problem).label for problem in row["problems"]],
        "changes": [
            (ChangedField(name).label, _in_words(name, old), _in_words(name, new))
            for name, (old, new) in row["changes"].items()
        ],
    }


def _in_words(name: str, value: str) -> str:
    is_level = name == ChangedField.LEVEL and value
    return str(ContactLevel(value).label) if is_level else value


@requires(DirectoryPermission.IMPORT, writes=True)
def import_apply(request: StaffRequest, batch_id: int) -> HttpResponse:
    get_object_or_404(ImportBatch.objects.only("pk"), pk=batch_id)
    if request.method != "POST":
        return redirect("directory:import_detail", batch_id)
    try:
        actions.apply_import(batch_id=batch_id, by=request.user, at=timezone.now())
    except actions.AlreadyAppliedError:
        messages.info(request, _("The file was brought in before. Nothing was added twice."))
    except actions.PreviewOutdatedError:
        messages.warning(
            request, _("The directory has changed since the file was read. Look through it again.")
        )
    except actions.RowsInErrorError:
        messages.error(
            request, _("Nothing was brought in. Correct the rows and send the file again.")
        )
    except actions.NothingToApplyError:
        messages.info(request, _("Everything in the file is in the directory already."))
    else:
        messages.success(request, _("The file has been brought in."))
    return redirect("directory:import_detail", batch_id)


@requires(DirectoryPermission.IMPORT)
def import_template(request: StaffRequest, file_type: str) -> HttpResponse:
    if file_type not in CONTENT_TYPES:
        raise Http404
    rows = template_rows()
    content = write_csv(rows) if file_type == "csv" else write_xlsx(rows, title="Värn")
    response = HttpResponse(content, content_type=CONTENT_TYPES[file_type])
    response["Content-Disposition"] = f'attachment; filename="varn-katalog.{file_type}"'
    return response
