"""Writing one part: saving, placing, previewing, and taking an earlier text back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from varn.final_report import actions
from varn.final_report.choices import FinalReportPermission, Language
from varn.final_report.forms import PartForm
from varn.final_report.models import PartText
from varn.final_report.queries.drafting import part_history, part_text, writers
from varn.final_report.queries.subjects import part_title
from varn.final_report.rules.markup import read
from varn.final_report.rules.parts import PartKey
from varn.final_report.rules.placeable import NAMES
from varn.final_report.views.answers import status_of
from varn.final_report.views.found import (
    LiveReport,
    assignment_text,
    live_report,
    mandate_found,
    part_found,
)
from varn.final_report.views.placing import Desk
from varn.kernel.access import StaffRequest, requires

if TYPE_CHECKING:
    from varn.mandate.models import Mandate

TEXTS_A_PAGE = 50
LONGEST_NUMBER = 10  # digits; Python reads no number of thousands


@dataclass(frozen=True)
class PartPage:
    """The report and the part of it that is being written."""

    report: LiveReport
    key: PartKey

    @property
    def desk(self) -> Desk:
        return Desk(self.report.content, get_language() or Language.SWEDISH)


@requires(FinalReportPermission.WRITE, writes=True)
def part_open(request: StaffRequest, mandate_id: int, part: str) -> HttpResponse:
    """Say that one begins to write, and go to the page where one does."""
    key = part_found(mandate_found(mandate_id), part)
    if request.method == "POST":
        _stay(request, mandate_id, key)
    return redirect("final_report:part_write", mandate_id, part)


@requires(FinalReportPermission.WRITE, writes=True)
def part_write(request: StaffRequest, mandate_id: int, part: str) -> HttpResponse:
    """The text of one part beside all that can be placed in it."""
    page = _page(mandate_id, part)
    if request.method != "POST":
        saved = part_text(mandate_id, page.key)
        return _shown(request, page, _form_of(saved), saved=saved)
    _stay(request, mandate_id, page.key)
    wanted = request.POST.get("insert", "")
    form = PartForm(_with_inserted(request.POST, wanted, page) if wanted else request.POST)
    if not form.is_valid() or wanted or "preview" in request.POST:
        return _shown(request, page, form, saved=part_text(mandate_id, page.key))
    return _save(request, page, form)


@requires(FinalReportPermission.WRITE, writes=True)
def part_history_list(request: StaffRequest, mandate_id: int, part: str) -> HttpResponse:
    """Every text that the part has had; any of them can stand again."""
    mandate = mandate_found(mandate_id)
    key = part_found(mandate, part)
    if request.method == "POST":
        _take_back(request, mandate_id, key)
        return redirect("final_report:part_history", mandate_id, part)
    texts = Paginator(part_history(mandate_id, key), TEXTS_A_PAGE)
    context = {
        **_place(mandate, key),
        "texts": texts.get_page(request.GET.get("page")),
        "current": part_text(mandate_id, key),
    }
    return render(request, "final_report/part_history.html", context)


def _page(mandate_id: int, part: str) -> PartPage:
    report = live_report(mandate_id)
    return PartPage(report, part_found(report.mandate, part))


def _form_of(saved: PartText | None) -> PartForm:
    text, number = (saved.text, saved.number) if saved else ("", 0)
    return PartForm(initial={"text": text, "begun_from": number})


def _stay(request: StaffRequest, mandate_id: int, key: PartKey) -> None:
    actions.open_part(mandate_id=mandate_id, part=key, by=request.user, at=timezone.now())


def _with_inserted(sent: QueryDict, wanted: str, page: PartPage) -> QueryDict:
    """What was typed, with the wanted thing after it."""
    data = sent.copy()
    data["text"] = page.desk.with_inserted(sent.get("text", ""), wanted)
    return data


def _save(request: StaffRequest, page: PartPage, form: PartForm) -> HttpResponse:
    mandate_id = page.report.mandate.pk
    try:
        saved = actions.write_part(
            mandate_id=mandate_id,
            part=page.key,
            text=form.cleaned_data["text"],
            begun_from=form.cleaned_data["begun_from"],
            by=request.user,
            at=timezone.now(),
        )
    except actions.StaleTextError as error:
        return _conflict(request, page, error.current)
    messages.success(request, _("The text is saved."))
    if "close" not in request.POST:
        return redirect("final_report:part_write", mandate_id, saved.part)
    actions.leave_part(mandate_id=mandate_id, part=page.key, by=request.user)
    return redirect("final_report:final_report_write", mandate_id)


def _conflict(request: StaffRequest, page: PartPage, current: PartText | None) -> HttpResponse:
    """Both texts beside each other; what was typed replaces the other only when sent once more."""
    data = request.POST.copy()
    data["begun_from"] = str(current.number if current else 0)
    return _shown(request, page, PartForm(data), saved=current, is_stale=True)


def _take_back(request: StaffRequest, mandate_id: int, key: PartKey) -> None:
    try:
        actions.take_back_text(
            mandate_id=mandate_id,
            part=key,
            number=_number(request.POST.get("number")),
            begun_from=_number(request.POST.get("begun_from")),
            by=request.user,
            at=timezone.now(),
        )
    except PartText.DoesNotExist as error:
        raise Http404 from error
    except actions.StaleTextError:
        messages.warning(
            request, _("Somebody saved a newer text meanwhile. It stands first; look at it.")
        )
    else:
        messages.success(request, _("The earlier text stands again."))


def _number(typed: str | None) -> int:
    return int(typed) if typed and typed.isdecimal() and len(typed) < LONGEST_NUMBER else 0


def _shown(
    request: StaffRequest,
    page: PartPage,
    form: PartForm,
    *,
    saved: PartText | None,
    is_stale: bool = False,
) -> HttpResponse:
    text = str(form["text"].value() or "")
    claims = writers(page.report.mandate.pk, at=timezone.now()).get(page.key, ())
    context = {
        **_place(page.report.mandate, page.key),
        "form": form,
        "saved": saved,
        "is_stale": is_stale,
        "others": [claim for claim in claims if claim.person_id != request.user.pk],
        "problems": read(text, NAMES).problems,
        "drawers": page.desk.drawers(),
        "preview": page.desk.blocks(text),
        "is_unsaved": text != (saved.text if saved else ""),
    }
    status = status_of(form, is_stale=is_stale)
    return render(request, "final_report/part_write.html", context, status=status)


def _place(mandate: "Mandate", key: PartKey) -> dict[str, object]:
    return {
        "mandate": mandate,
        "part": str(key),
        "title": part_title(key),
        "about": assignment_text(mandate, key),
    }
