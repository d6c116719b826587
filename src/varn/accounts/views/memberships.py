"""Changing and ending roles."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.accounts import actions
from varn.accounts.actions import StaleMembershipError
from varn.accounts.choices import AccountsPermission
from varn.accounts.forms import MembershipForm
from varn.accounts.models import Membership
from varn.accounts.queries import memberships_to_change
from varn.accounts.views.refusals import REFUSALS, refusal
from varn.kernel.access import StaffRequest, requires


@requires(AccountsPermission.MANAGE, writes=True)
def membership_change(request: StaffRequest, membership_id: int) -> HttpResponse:
    """Give another role or last day; what somebody else changed meanwhile is shown first."""
    membership = _membership(membership_id)
    form = MembershipForm(
        request.POST or None, by=request.user, membership=membership, initial=_as_is(membership)
    )
    changed_meanwhile = None
    if request.method == "POST" and form.is_valid():
        try:
            _change(membership, form.cleaned_data, request)
        except StaleMembershipError as error:
            changed_meanwhile = error.membership
            form = _on_top_of(changed_meanwhile, request)
        except REFUSALS as error:
            form.add_error(None, refusal(error))
        else:
            messages.success(request, _("The role is changed."))
            return redirect("accounts:person_detail", person_id=membership.user_id)
    return render(
        request,
        "accounts/membership_change.html",
        {"form": form, "membership": membership, "changed_meanwhile": changed_meanwhile},
    )


@requires(AccountsPermission.MANAGE, writes=True)
def membership_end(request: StaffRequest, membership_id: int) -> HttpResponse:
    """Take the role back at once."""
    membership = Membership.objects.filter(pk=membership_id).first()
    if membership is None:
        raise Http404
    if request.method == "POST":
        try:
            actions.end_membership(membership_id=membership_id, by=request.user, at=timezone.now())
        except REFUSALS as error:
            messages.error(request, refusal(error))
        else:
            messages.success(request, _("The role is ended."))
    return redirect("accounts:person_detail", person_id=membership.user_id)


def _membership(membership_id: int) -> Membership:
    membership = memberships_to_change().filter(pk=membership_id).first()
    if membership is None:
        raise Http404
    return membership


def _as_is(membership: Membership) -> dict[str, Any]:
    return {
        "version": membership.version,
        "role": membership.role.slug,
        "ends_on": membership.ends_on,
    }


def _change(membership: Membership, typed: dict[str, Any], request: StaffRequest) -> None:
    actions.change_membership(
        change=actions.MembershipChange(
            membership_id=membership.pk,
            version=typed["version"],
            role=typed["role"],
            ends_on=typed["ends_on"],
        ),
        by=request.user,
        at=timezone.now(),
    )


def _on_top_of(membership: Membership, request: StaffRequest) -> MembershipForm:
    """What the person typed, ready to be sent again knowing what has changed."""
    typed = request.POST.copy()
    typed["version"] = str(membership.version)
    return MembershipForm(typed, by=request.user, membership=membership)
