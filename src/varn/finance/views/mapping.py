"""The rules that map vouchers: what each one says and hits."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.finance import actions
from varn.finance.choices import FinancePermission
from varn.finance.forms.mapping import RuleForm, known_rule, new_rule
from varn.finance.models import MappingRule
from varn.finance.queries import mapping as queries
from varn.finance.queries.entries import counts_by_state
from varn.finance.views.answers import mandate_or_404, status_of
from varn.kernel.access import StaffRequest, requires

PREVIEW = "preview"  # the button that shows what a rule would hit


@requires(FinancePermission.VIEW)
def rule_list(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = mandate_or_404(mandate_id)
    rules = list(queries.rules_with_counts(mandate_id))
    context = {
        "mandate": mandate,
        "rules": [(rule, queries.asked_in_words(rule)) for rule in rules],
        "counts": counts_by_state(mandate_id),
        "may_change": request.user.has_perm(FinancePermission.CHANGE),
    }
    return render(request, "finance/rule_list.html", context)


@requires(FinancePermission.CHANGE, writes=True)
def rule_add(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = mandate_or_404(mandate_id)
    last = queries.active_rules(mandate_id).last()
    initial = new_rule(last.priority + 1 if last else 1)
    form = RuleForm(_sent(request), mandate=mandate, initial=initial)
    if form.is_valid() and PREVIEW not in request.POST:
        if form.cleaned_data["submission"]:
            actions.add_rule(
                mandate_id=mandate_id,
                values=form.values(),
                submission=form.cleaned_data["submission"],
                by=request.user,
                at=timezone.now(),
            )
            messages.success(request, _("The rule is kept and the vouchers are mapped by it."))
            return redirect("finance:rule_list", mandate_id)
        form.add_error(None, _("The form was not complete. Send it once more."))
    return _form_page(request, form, mandate=mandate)


@requires(FinancePermission.CHANGE, writes=True)
def rule_edit(request: StaffRequest, rule_id: int) -> HttpResponse:
    rule = get_object_or_404(
        MappingRule.objects.select_related("mandate", "activity"), pk=rule_id, removed_at=None
    )
    form = RuleForm(_sent(request), mandate=rule.mandate, initial=known_rule(rule))
    current = None
    if form.is_valid() and PREVIEW not in request.POST:
        try:
            actions.change_rule(
                rule_id=rule_id,
                values=form.values(),
                version=form.cleaned_data["version"] or 0,
                by=request.user,
                at=timezone.now(),
            )
        except actions.StaleVersionError:
            current = queries.in_words(rule)
            data = {**request.POST.dict(), "version": rule.version}
            form = RuleForm(data, mandate=rule.mandate)
        else:
            messages.success(request, _("The rule is changed and the vouchers are mapped anew."))
            return redirect("finance:rule_list", rule.mandate_id)
    return _form_page(request, form, mandate=rule.mandate, rule=rule, current=current)


@requires(FinancePermission.CHANGE, writes=True)
def rule_remove(request: StaffRequest, rule_id: int, version: int) -> HttpResponse:
    rule = get_object_or_404(MappingRule, pk=rule_id)
    if request.method == "POST":
        try:
            actions.remove_rule(
                rule_id=rule_id, version=version, by=request.user, at=timezone.now()
            )
        except actions.StaleVersionError:
            messages.warning(request, _("Somebody else has changed the rule. Look at it again."))
        else:
            messages.success(request, _("The rule is removed and the vouchers are mapped anew."))
    return redirect("finance:rule_list", rule.mandate_id)


def _sent(request: StaffRequest) -> object:
    return request.POST if request.method == "POST" else None


def _form_page(
    request: StaffRequest,
    form: RuleForm,
    *,
    mandate: object,
    rule: MappingRule | None = None,
    current: str | None = None,
) -> HttpResponse:
    is_preview = form.is_bound and PREVIEW in request.POST and form.is_valid()
    context = {
        "form": form,
        "mandate": mandate,
        "rule": rule,
        "current": current,
        "hits": queries.hits_of(form.values(), mandate_id=mandate.pk) if is_preview else None,  # type: ignore[attr-defined]
    }
    status = 200 if is_preview else status_of(form, is_stale=current is not None)
    return render(request, "finance/rule_form.html", context, status=status)
