"""Requisition, repayment and financial account: look, freeze, and say when it was sent."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from varn.finance import actions
from varn.finance.choices import STATEMENT_KINDS, CostType, FinancePermission
from varn.finance.forms.statements import SentForm, StatementForm, new_statement
from varn.finance.gateways.letters import statement_pdf
from varn.finance.queries import statements as queries
from varn.finance.queries.charging import grant_standings
from varn.finance.queries.overview import money_obligations, open_obligations
from varn.finance.views.answers import mandate_or_404, or_404, status_of
from varn.finance.views.refusals import (
    SENDING_REFUSALS,
    STATEMENT_REFUSALS,
    sending_refusal,
    statement_refusal,
)
from varn.kernel.access import StaffRequest, requires
from varn.kernel.clock import business_today
from varn.kernel.files import kept_file
from varn.mandate.actions import fulfil_obligation
from varn.mandate.choices import DocumentKind

if TYPE_CHECKING:
    from varn.finance.models import GrantStatement
    from varn.mandate.models import Grant


@requires(FinancePermission.VIEW)
def document_list(request: StaffRequest, mandate_id: int) -> HttpResponse:
    """What must be sent, what has been frozen, and how the ledger has changed since."""
    mandate = mandate_or_404(mandate_id)
    made = [(each, queries.changed_ore(each)) for each in queries.statements(mandate_id)]
    context = {
        "mandate": mandate,
        "made": [(each, changed, queries.sent_on(each)) for each, changed in made],
        "obligations": money_obligations(mandate),
        "grants": [each.grant for each in grant_standings(mandate)],
        "kinds": STATEMENT_KINDS,
        "today": business_today(),
        "may_sign": request.user.has_perm(FinancePermission.SIGN),
        "may_prepare": request.user.has_perm(FinancePermission.CHANGE),
    }
    return render(request, "finance/document_list.html", context)


@requires(FinancePermission.CHANGE)
def document_prepare(
    request: StaffRequest, mandate_id: int, kind: str, grant_id: int
) -> HttpResponse:
    """The figures of now, and what a person fills in."""
    grant, wanted = _grant(mandate_id, grant_id), _kind(kind)
    return _prepare_page(request, grant, wanted, form=None)


@requires(FinancePermission.CHANGE, writes=True)
def document_preview(
    request: StaffRequest, mandate_id: int, kind: str, grant_id: int
) -> HttpResponse:
    """The document as it would be, in the page's language; nothing is kept."""
    grant, wanted = _grant(mandate_id, grant_id), _kind(kind)
    if request.method != "POST":
        return redirect("finance:document_prepare", mandate_id, kind, grant_id)
    form = StatementForm(request.POST, kind=wanted)
    if form.is_valid():
        values = form.values(replaces=_replaced_key(request, grant, wanted))
        try:
            stated = queries.statement_of(
                grant,
                wanted,
                signing=values.signing,
                asked_ore=values.asked_ore,
                replaces=values.replaces,
            )
        except STATEMENT_REFUSALS as error:
            form.add_error(None, statement_refusal(error))
        else:
            language = get_language() or "sv"
            data = statement_pdf(stated, language=language, created=timezone.now())
            return HttpResponse(data, content_type="application/pdf")
    return _prepare_page(request, grant, wanted, form=form)


@requires(FinancePermission.SIGN, writes=True)
def document_freeze(
    request: StaffRequest, mandate_id: int, kind: str, grant_id: int
) -> HttpResponse:
    """Freeze the document, ready to sign and send."""
    grant, wanted = _grant(mandate_id, grant_id), _kind(kind)
    if request.method != "POST":
        return redirect("finance:document_prepare", mandate_id, kind, grant_id)
    form = StatementForm(request.POST, kind=wanted)
    if form.is_valid():
        try:
            made = actions.state_grant(
                mandate_id=mandate_id,
                grant_id=grant_id,
                values=form.values(replaces=_replaced_key(request, grant, wanted)),
                submission=form.cleaned_data["submission"],
                by=request.user,
                at=timezone.now(),
            )
        except STATEMENT_REFUSALS as error:
            form.add_error(None, statement_refusal(error))
        else:
            messages.success(request, _("The document is frozen and ready to sign."))
            return redirect("finance:document_detail", made.pk)
    return _prepare_page(request, grant, wanted, form=form)


@requires(FinancePermission.VIEW)
def document_detail(request: StaffRequest, document_id: int) -> HttpResponse:
    made = or_404(queries.statement, document_id)
    return _detail_page(request, made, _sent_form(request, made))


@requires(FinancePermission.SIGN, writes=True)
def document_sent(request: StaffRequest, document_id: int) -> HttpResponse:
    """Say that the document was sent, and when; its obligation is then done."""
    made = or_404(queries.statement, document_id)
    form = _sent_form(request, made)
    if form.is_valid():
        try:
            fulfil_obligation(
                obligation_id=form.cleaned_data["obligation"],
                document_id=document_id,
                sent_on=form.cleaned_data["sent_on"],
                by=request.user,
                at=timezone.now(),
            )
        except SENDING_REFUSALS as error:
            form.add_error("sent_on", sending_refusal(error))
        else:
            messages.success(request, _("The document is sent and its obligation is done."))
            return redirect("finance:document_detail", document_id)
    return _detail_page(request, made, form)


@requires(FinancePermission.VIEW)
def document_file(request: StaffRequest, document_id: int, file_id: int) -> HttpResponseBase:
    """One form of a frozen document, as it was kept."""
    made = or_404(queries.statement, document_id)
    file = next((each for each in made.document.files.all() if each.pk == file_id), None)
    if file is None:
        raise Http404
    path = kept_file(file.sha256)
    return FileResponse(
        path.open("rb"),
        filename=file.file_name,
        content_type=file.media_type,
        as_attachment=True,
    )


def _grant(mandate_id: int, grant_id: int) -> "Grant":
    mandate = mandate_or_404(mandate_id)
    for standing in grant_standings(mandate):
        if standing.grant.pk == grant_id:
            return standing.grant
    raise Http404


def _kind(kind: str) -> DocumentKind:
    if kind not in STATEMENT_KINDS:
        raise Http404
    return DocumentKind(kind)


def _replaced(request: StaffRequest, grant: "Grant", kind: DocumentKind) -> "GrantStatement | None":
    """The document that is mended, when the address names one of the same kind and grant."""
    asked = request.GET.get("replaces", "")
    found = queries.standing_statements(grant, kind)
    return next((each for each in found if str(each.pk) == asked), None)


def _replaced_key(request: StaffRequest, grant: "Grant", kind: DocumentKind) -> int | None:
    replaced = _replaced(request, grant, kind)
    return replaced.pk if replaced else None


def _prepare_page(
    request: StaffRequest, grant: "Grant", kind: DocumentKind, *, form: StatementForm | None
) -> HttpResponse:
    replaced, today = _replaced(request, grant, kind), business_today()
    figures = queries.grant_figures(grant, without=replaced.pk if replaced else None)
    waiting = open_obligations(grant.mandate, kind)
    if form is None:
        addressee = next((each.addressee for each in waiting if each.addressee), "")
        known = new_statement(figures, addressee=addressee, today=today, replaced=replaced)
        form = StatementForm(kind=kind, initial=known)
    context = {
        "mandate": grant.mandate,
        "grant": grant,
        "kind": kind,
        "figures": figures,
        "by_cost_type": [
            (CostType(each.code).label if each.code else _("Not mapped"), each.amount_ore)
            for each in figures.by_cost_type
        ],
        "obligation": waiting[0] if waiting else None,
        "replaced": replaced,
        "earlier": queries.standing_statements(grant, kind),
        "form": form,
        "today": today,
        "may_sign": request.user.has_perm(FinancePermission.SIGN),
    }
    return render(request, "finance/document_prepare.html", context, status=status_of(form))


def _sent_form(request: StaffRequest, made: "GrantStatement") -> SentForm:
    waiting = open_obligations(made.document.mandate, DocumentKind(made.kind))
    data = request.POST if request.method == "POST" else None
    return SentForm(data, obligations=waiting, initial={"sent_on": business_today()})


def _detail_page(request: StaffRequest, made: "GrantStatement", form: SentForm) -> HttpResponse:
    context = {
        "mandate": made.document.mandate,
        "made": made,
        "changed_ore": queries.changed_ore(made),
        "sent_on": queries.sent_on(made),
        "form": form,
        "may_sign": request.user.has_perm(FinancePermission.SIGN),
        "today": business_today(),
    }
    return render(request, "finance/document_detail.html", context, status=status_of(form))
