"""Gives the editing back office what it needs beyond the site's strict policy, and no other page.

Measured in Chromium against Wagtail 8.0: the editor shows its preview in a frame of its own site,
and its text field writes a style sheet that holds a random key, so no hash can name it. Scripts
and style attributes stay as strict as everywhere: our own templates draw the date fields.
"""

from collections.abc import Callable, Collection, Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.csp import CSP
from django.views.decorators.csp import csp_override

Respond = Callable[[HttpRequest], HttpResponseBase]

LOOSER: dict[str, list[str]] = {
    "frame-src": [CSP.SELF],
    "frame-ancestors": [CSP.SELF],
    "style-src-elem": [CSP.SELF, CSP.UNSAFE_INLINE],
}


class EditingPolicyMiddleware:
    """Sends the back office's own policy under its address, and the strict one elsewhere."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response
        strict: Mapping[str, Collection[str] | str] = settings.SECURE_CSP
        self.respond_to_editor: Respond = csp_override({**strict, **LOOSER})(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Choose the policy by the address."""
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return self.get_response(request)
        response = self.respond_to_editor(request)
        # A preview is a public page's answer, which carries the strict policy already.
        response.headers.pop("Content-Security-Policy", None)
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
        return response
