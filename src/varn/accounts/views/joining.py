"""Where an invitation's link leads. Opening it changes nothing; only the form does."""

from http import HTTPStatus
from typing import cast

from allauth.account.utils import perform_login
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.accounts import actions
from varn.accounts.actions import InvitationUnusableError, NewPerson, OtherPersonError
from varn.accounts.choices import InvitationState
from varn.accounts.forms import JoinForm
from varn.accounts.models import Invitation, User
from varn.accounts.queries import invitation_by_token, state_of
from varn.kernel.access import public

USABLE = (InvitationState.WAITING, InvitationState.OPEN)


@public(writes=True)
def invitation_accept(request: HttpRequest, token: str) -> HttpResponse:
    """Let an invited person in, once."""
    invitation = invitation_by_token(token)
    state = state_of(invitation, at=timezone.now()) if invitation else None
    if invitation is None or state not in USABLE:
        return _unusable(request, state)
    try:
        if request.user.is_authenticated:
            return _as_known(request, invitation, token)
        if User.objects.filter(email=invitation.email).exists():
            return _page(request, invitation, {"must_sign_in": True})
        return _as_new(request, invitation, token)
    except InvitationUnusableError as error:
        return _unusable(request, error.state)


def _as_new(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    """Name and password, then signed in and on to the second step."""
    form = JoinForm(request.POST or None, email=invitation.email)
    if request.method != "POST" or not form.is_valid():
        return _page(request, invitation, {"form": form})
    person = NewPerson(name=form.cleaned_data["name"], password=form.cleaned_data["password"])
    user = actions.create_account_and_accept(token=token, person=person, at=timezone.now())
    return cast(
        HttpResponse,
        perform_login(request, user, redirect_url=reverse("accounts:second_factor")),
    )


def _as_known(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    """One button for somebody who is signed in with the invited address."""
    user = cast(User, request.user)
    if user.email != invitation.email:
        return _page(request, invitation, {"other_person": user})
    if request.method != "POST":
        return _page(request, invitation, {"known_person": user})
    try:
        actions.accept_invitation(token=token, by=user, at=timezone.now())
    except OtherPersonError:
        return _page(request, invitation, {"other_person": user})
    messages.success(request, _("You have the role now."))
    return redirect("accounts:own")


def _page(request: HttpRequest, invitation: Invitation, more: dict[str, object]) -> HttpResponse:
    context = {"invitation": invitation, "here": request.path, **more}
    return render(request, "accounts/invitation_accept.html", context)


def _unusable(request: HttpRequest, state: InvitationState | None) -> HttpResponse:
    status = HTTPStatus.GONE if state else HTTPStatus.NOT_FOUND
    return render(request, "accounts/invitation_unusable.html", {"state": state}, status=status)
