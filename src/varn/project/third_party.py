"""Who may reach the views that aren't ours. Read and changed by a person, never by habit.

Our own views carry a guard. Wagtail's and allauth's can't, so they stand here, by the module
that they come from. A view whose module isn't here is closed to everyone.
"""

from enum import Enum


class Audience(Enum):
    """Who a view is for. The view itself may ask for more."""

    EVERYONE = "everyone"
    SIGNED_IN = "signed in"
    EDITORS = "editors"
    NOBODY = "nobody"


BY_VIEW = {
    # Public pages, drafts excluded by Wagtail itself.
    "wagtail.views.serve": Audience.EVERYONE,
    # Signing in and getting back in; rate limited by allauth.
    "allauth.account.views.LoginView": Audience.EVERYONE,
    "allauth.account.views.AccountInactiveView": Audience.EVERYONE,
    "allauth.account.views.PasswordResetView": Audience.EVERYONE,
    "allauth.account.views.PasswordResetDoneView": Audience.EVERYONE,
    "allauth.account.views.PasswordResetFromKeyView": Audience.EVERYONE,
    "allauth.account.views.PasswordResetFromKeyDoneView": Audience.EVERYONE,
    "allauth.mfa.base.views.AuthenticateView": Audience.EVERYONE,  # between password and code
    "allauth.mfa.webauthn.views.LoginWebAuthnView": Audience.EVERYONE,
    # People come by invitation, and it proves their address: no sign-up, no other addresses.
    "allauth.account.views.SignupView": Audience.NOBODY,
    "allauth.account.views.EmailView": Audience.NOBODY,
    "allauth.account.views.email_verification_sent": Audience.NOBODY,
    "allauth.account.views.ConfirmEmailView": Audience.NOBODY,
    "allauth.account.views.ConfirmLoginCodeView": Audience.NOBODY,
    # A page that Wagtail's makers look at.
    "django.views.generic.base.TemplateView": Audience.NOBODY,
    # Pictures are never taken in, not even of oneself; a name changes in accounts, with its trail.
    "wagtail.admin.views.account.AccountView": Audience.NOBODY,
    # A password alone must never open Wagtail's door; `varn.project.urls` leads to ours.
    "django.contrib.auth.views.LoginView": Audience.NOBODY,
    "wagtail.admin.views.account.LoginView": Audience.NOBODY,
    "wagtail.admin.views.account.PasswordResetView": Audience.NOBODY,
    "wagtail.admin.views.account.PasswordResetDoneView": Audience.NOBODY,
    "wagtail.admin.views.account.PasswordResetConfirmView": Audience.NOBODY,
    "wagtail.admin.views.account.PasswordResetCompleteView": Audience.NOBODY,
}

BY_MODULE = {
    "allauth.account.views": Audience.SIGNED_IN,
    "allauth.mfa": Audience.SIGNED_IN,
    # Wagtail's back office checks its own permissions behind this door.
    "wagtail": Audience.EDITORS,
    # People and rights are managed in accounts, with its audit trail, and nowhere else.
    "wagtail.users.views.users": Audience.NOBODY,
    "wagtail.users.views.groups": Audience.NOBODY,
    "wagtail.users.views.bulk_actions": Audience.NOBODY,
    "wagtail.admin.views.password_reset": Audience.NOBODY,
    # No files: a picture of a child may not be kept, and the pages need none.
    "wagtail.images": Audience.NOBODY,
    "wagtail.documents": Audience.NOBODY,
}


def audience_of(view: object) -> Audience | None:
    """Who a third party's view is for, or None where nobody has decided."""
    view_class = getattr(view, "view_class", view)
    module = getattr(view_class, "__module__", "")
    name = f"{module}.{getattr(view_class, '__name__', '')}"
    if name in BY_VIEW:
        return BY_VIEW[name]
    parents = [prefix for prefix in BY_MODULE if f"{module}.".startswith(f"{prefix}.")]
    return BY_MODULE[max(parents, key=len)] if parents else None
