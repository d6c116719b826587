"""Inviting people, and keeping track of what became of it."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from varn.accounts import actions
from varn.accounts.choices import AccountsPermission, InvitationState
from varn.accounts.forms import InvitationForm
from varn.accounts.models import Invitation
from varn.accounts.queries import all_invitations, state_of
from varn.accounts.tasks import deliver_invitation
from varn.accounts.views.refusals import REFUSALS, refusal
from varn.kernel.access import StaffRequest, requires

INVITATIONS_ON_A_PAGE = 50
TONES = {
    InvitationState.WAITING: "info",
    InvitationState.OPEN: "accent",
    InvitationState.ACCEPTED: "success",
    InvitationState.REVOKED: "neutral",
    InvitationState.EXPIRED: "warning",
}
ANSWERED = (InvitationState.ACCEPTED, InvitationState.REVOKED)


@requires(AccountsPermission.MANAGE)
def invitation_list(request: HttpRequest) -> HttpResponse:
    """Every invitation and what became of it."""
    now = timezone.now()
    page = Paginator(all_invitations(), INVITATIONS_ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [
        {
            "invitation": invitation,
            "state": (state := state_of(invitation, at=now)),
            "tone": TONES[state],
            "is_answered": state in ANSWERED,
        }
        for invitation in page
    ]
    return render(request, "accounts/invitation_list.html", {"page": page, "rows": rows})


@requires(AccountsPermission.MANAGE, writes=True)
def invitation_create(request: StaffRequest) -> HttpResponse:
    """Invite somebody to a role."""
    form = InvitationForm(
        request.POST or None,
        by=request.user,
        today=timezone.localdate(),
        initial={"language": get_language(), "email": request.GET.get("email", "")},
    )
    if request.method == "POST" and form.is_valid():
        try:
            invitation = _invite(form, request)
        except REFUSALS as error:
            form.add_error(None, refusal(error))
        else:
            messages.success(
                request,
                _("An invitation is on its way to %(email)s.") % {"email": invitation.email},
            )
            return redirect("accounts:invitation_list")
    return render(request, "accounts/invitation_create.html", {"form": form})


@requires(AccountsPermission.MANAGE, writes=True)
def invitation_renew(request: StaffRequest, invitation_id: int) -> HttpResponse:
    """Send the invitation again, with a new link."""
    if _answer(request, invitation_id, actions.renew_invitation):
        deliver_invitation.enqueue(invitation_id, _origin(request))
        messages.success(request, _("The invitation is sent again, with a new link."))
    return redirect("accounts:invitation_list")


@requires(AccountsPermission.MANAGE, writes=True)
def invitation_revoke(request: StaffRequest, invitation_id: int) -> HttpResponse:
    """Withdraw the invitation."""
    if _answer(request, invitation_id, actions.revoke_invitation):
        messages.success(request, _("The invitation is withdrawn. Its link no longer works."))
    return redirect("accounts:invitation_list")


def _invite(form: InvitationForm, request: StaffRequest) -> Invitation:
    typed = dict(form.cleaned_data)
    submission = typed.pop("submission")
    now = timezone.now()
    invitation = actions.invite(
        submission=submission, invited=actions.Invited(**typed), by=request.user, at=now
    )
    if invitation.invited_at == now:  # else the form was sent twice
        deliver_invitation.enqueue(invitation.pk, _origin(request))
    return invitation


def _answer(request: StaffRequest, invitation_id: int, action: Callable[..., Invitation]) -> bool:
    if request.method != "POST":
        return False
    try:
        action(invitation_id=invitation_id, by=request.user, at=timezone.now())
    except Invitation.DoesNotExist as error:
        raise Http404 from error
    except REFUSALS as error:
        messages.error(request, refusal(error))
        return False
    return True


def _origin(request: HttpRequest) -> str:
    """Where the link in the mail leads: the setting, never a name that the client sent."""
    return settings.ORIGIN or request.build_absolute_uri("/")
