"""Ends a sign-in that has been left, and asks for a second step before anything else."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from varn.accounts.queries import has_factor
from varn.accounts.rules import SEEN_AT, SIGNED_IN_AT, SessionLimits, is_session_over

Respond = Callable[[HttpRequest], HttpResponseBase]
SEEN_EVERY_SECONDS = 60  # how often a session is written only to say that its person is there
OPEN_WITHOUT_FACTOR = {
    "accounts:own",
    "accounts:second_factor",
    "account_change_password",
    "account_logout",
    "account_reauthenticate",
    "account_set_password",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_index",
    "mfa_list_webauthn",
    "mfa_view_recovery_codes",
}


class SessionEndMiddleware:
    """Signs out whoever has been away for too long, or signed in too long ago."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Forget the session if it is over, else note that its person was here."""
        if request.user.is_authenticated:
            self._check(request)
        return self.get_response(request)

    def _check(self, request: HttpRequest) -> None:
        now = time.time()
        signed_in_at = float(request.session.setdefault(SIGNED_IN_AT, now))
        seen_at = float(request.session.get(SEEN_AT, signed_in_at))
        limits = SessionLimits(idle=settings.SESSION_IDLE_AGE, longest=settings.SESSION_COOKIE_AGE)
        if is_session_over(signed_in_at=signed_in_at, seen_at=seen_at, now=now, limits=limits):
            request.session.flush()
            request.user = AnonymousUser()
        elif now - seen_at > SEEN_EVERY_SECONDS:
            request.session[SEEN_AT] = now


class MfaMiddleware:
    """Sends a signed-in person without a second factor to set one up."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on; the work is done when the view is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponseBase | None:
        """Let through those with a factor, and the few pages that lead to one."""
        if not settings.REQUIRE_MFA or not request.user.is_authenticated:
            return None
        match = request.resolver_match
        if match and match.view_name in OPEN_WITHOUT_FACTOR:
            return None
        if has_factor(request.user):
            return None
        return HttpResponseRedirect(reverse("accounts:second_factor"))
