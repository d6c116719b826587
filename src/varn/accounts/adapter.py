"""How allauth behaves here: nobody signs up, sign-in leaves a trail, secrets are kept encrypted.

allauth calls these methods in the middle of its own views, so they read the clock as views do.
"""

import base64
import hashlib
import logging
import secrets
import time
from datetime import datetime
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.translation import gettext as _

from varn.accounts import actions
from varn.accounts.choices import AccountsEvent
from varn.accounts.models import User
from varn.accounts.queries import FACTORS
from varn.accounts.rules import SIGNED_IN_AT

FRESH_SECONDS = 5 * 60  # a sign-in this recent needs no second one before a change of factors
logger = logging.getLogger(__name__)
EVENTS = {
    "mfa/email/totp_activated": AccountsEvent.FACTOR_ADDED,
    "mfa/email/totp_deactivated": AccountsEvent.FACTOR_REMOVED,
    "mfa/email/webauthn_added": AccountsEvent.FACTOR_ADDED,
    "mfa/email/webauthn_removed": AccountsEvent.FACTOR_REMOVED,
    "mfa/email/recovery_codes_generated": AccountsEvent.CODES_MADE,
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """People come by invitation; what they do with their sign-in is recorded."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Sign-up is closed; an invitation opens its own page."""
        return False

    def post_login(self, request: HttpRequest, user: User, **kwargs: object) -> HttpResponse:
        """Record the sign-in and remember when it was."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        request.session[SIGNED_IN_AT] = time.time()
        methods = request.session.get("account_authentication_methods", [])
        ways = [str(each.get("type") or each.get("method")) for each in methods]
        actions.record_sign_in(user=user, ways=ways, at=_now())
        return response

    def authentication_failed(self, request: HttpRequest, **credentials: object) -> None:
        """Record a wrong password."""
        actions.record_sign_in_refused(email=str(credentials.get("email") or ""), at=_now())

    def logout(self, request: HttpRequest) -> None:
        """Record the sign-out before the session is gone."""
        if isinstance(request.user, User):
            actions.record_sign_out(user=request.user, at=_now())
        super().logout(request)

    def set_password(self, user: User, password: str) -> None:
        """Record a new password, chosen while signed in or through a link in a mail."""
        super().set_password(user, password)
        actions.record_factor(user=user, event=AccountsEvent.PASSWORD_CHANGED, at=_now())

    def reauthenticate(self, user: User, password: str) -> bool:
        """Check the password of somebody who is signed in, by the address they sign in with."""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def is_reauthentication_required(self, *, app: str, **kwargs: object) -> bool:
        """Ask again before factors change, unless the sign-in itself was just now."""
        signed_in_at = context.request.session.get(SIGNED_IN_AT, 0)
        return time.time() - float(signed_in_at) > FRESH_SECONDS

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Record what happened to a factor; allauth calls this whether mail is sent or not."""
        event = EVENTS.get(template_prefix)
        if event:
            actions.record_factor(user=user, event=event, at=_now())
        super().send_notification_mail(template_prefix, user, context, email or user.email)


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second steps: encrypted where they are stored, and never fewer than one where required."""

    def encrypt(self, text: str) -> str:
        """Keep the secrets of authenticator apps and recovery codes out of a copied database."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The other way; what another key encrypted becomes a secret that no code fits."""
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            logger.warning("A second step was stored under another VARN_SECRET_KEY.")
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether another second step is left."""
        if not settings.REQUIRE_MFA:
            return True
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=FACTORS)
        return bool(others.exclude(pk=authenticator.pk).exists())

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002
        """A name to start from: Passkey 1, Passkey 2 …"""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return _("Passkey {number}").format(number=number)


def _cipher() -> MultiFernet:
    """One key for each of Django's secret keys, so that they can be exchanged."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key(key)) for key in keys])


def _key(secret: str | bytes) -> bytes:
    own = b"varn.factors:" + force_bytes(secret)
    return base64.urlsafe_b64encode(hashlib.sha256(own).digest())


def _now() -> datetime:
    return timezone.now()  # noqa: TID251 - stands in for the view
