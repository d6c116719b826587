"""Confirming, correcting, removing and adding the facts of a decision."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.kernel.access import StaffRequest, requires
from varn.mandate import actions
from varn.mandate.choices import FactKind, MandatePermission
from varn.mandate.forms.facts import FactForm, fact_form
from varn.mandate.models import Decision, DecisionFact
from varn.mandate.queries.facts import assignments_of
from varn.mandate.views.answers import or_404, status_of

type Settle = Callable[..., DecisionFact]

FACTS = DecisionFact.objects.select_related("decision", "decided_by")


@requires(MandatePermission.START, writes=True)
def fact_confirm(request: StaffRequest, fact_id: int, version: int) -> HttpResponse:
    return _settle(request, fact_id, version, actions.confirm_fact)


@requires(MandatePermission.START, writes=True)
def fact_remove(request: StaffRequest, fact_id: int, version: int) -> HttpResponse:
    return _settle(request, fact_id, version, actions.remove_fact)


@requires(MandatePermission.START, writes=True)
def fact_edit(request: StaffRequest, fact_id: int) -> HttpResponse:
    fact = get_object_or_404(FACTS, pk=fact_id)
    form, current = _form(request, fact), None
    if form.is_valid():
        try:
            actions.correct_fact(
                fact_id=fact_id,
                value={**_kept(fact), **form.value()},
                version=form.cleaned_data["version"] or 0,
                by=request.user,
                at=timezone.now(),
            )
        except actions.AlreadyStartedError:
            return _too_late(request, fact)
        except actions.StaleVersionError as error:
            current = error.current
            form = _form(request, fact, version=error.current.version)
        except actions.QuoteNotFoundError:
            form.add_error("text", _not_found())
        else:
            messages.success(request, _("The fact is corrected."))
            return redirect(_place_of(fact))
    context = {"fact": fact, "form": form, "current": current, "quote": fact.quote}
    status = status_of(form, is_stale=current is not None)
    return render(request, "mandate/fact_edit.html", context, status=status)


@requires(MandatePermission.START, writes=True)
def fact_add(request: StaffRequest, decision_id: int, kind: str) -> HttpResponse:
    if kind not in FactKind.values:
        raise Http404
    decision = get_object_or_404(Decision, pk=decision_id)
    data = request.POST if request.method == "POST" else None
    chosen = FactKind(kind)
    form = fact_form(chosen, data=data, assignments=assignments_of(decision))
    if form.is_valid():
        value, quote = form.value(), form.cleaned_data.get("quote")
        try:
            fact = actions.add_fact(
                decision_id=decision_id,
                kind=chosen,
                value=value,
                quote=quote or "",
                by=request.user,
                at=timezone.now(),
            )
        except actions.AlreadyStartedError as error:
            return redirect("mandate:mandate_detail", error.mandate.pk)
        except actions.QuoteNotFoundError:
            form.add_error("quote" if quote else "text", _not_found())
        else:
            messages.success(request, _("The fact is added."))
            return redirect(_place_of(fact))
    context = {"decision": decision, "kind": chosen, "form": form}
    return render(request, "mandate/fact_add.html", context, status=status_of(form))


def _settle(request: StaffRequest, fact_id: int, version: int, action: Settle) -> HttpResponse:
    fact = get_object_or_404(FACTS, pk=fact_id)
    if request.method == "POST":
        try:
            or_404(
                lambda pk: action(fact_id=pk, version=version, by=request.user, at=timezone.now()),
                fact_id,
            )
        except actions.AlreadyStartedError:
            return _too_late(request, fact)
        except actions.StaleVersionError:
            messages.warning(
                request, _("Somebody settled this fact meanwhile. See how it stands now.")
            )
    return redirect(_place_of(fact))


def _form(request: StaffRequest, fact: DecisionFact, version: int | None = None) -> FactForm:
    """The form as typed, else as the fact stands; a newer version makes it ready to save again."""
    data = request.POST.copy() if request.method == "POST" else None
    if data is not None and version is not None:
        data["version"] = str(version)
    return fact_form(
        FactKind(fact.kind),
        data=data,
        value=fact.value,
        version=version or fact.version,
        assignments=assignments_of(fact.decision),
    )


def _kept(fact: DecisionFact) -> dict[str, object]:
    """Parts of the value that no form asks for, such as the units on a copy line."""
    return fact.value if fact.kind == FactKind.COPY else {}


def _place_of(fact: DecisionFact) -> str:
    return f"{reverse('mandate:decision_reading', args=[fact.decision_id])}#fact-{fact.pk}"


def _too_late(request: StaffRequest, fact: DecisionFact) -> HttpResponse:
    messages.info(request, _("The mandate has started, so its facts no longer change."))
    return redirect("mandate:decision_reading", fact.decision_id)


def _not_found() -> str:
    return _("These words don't stand in the decision. Copy them from the text.")
