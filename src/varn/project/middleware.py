"""Around every request: a limit on size, a closed door, an honest page without database."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponseBase

from varn.kernel.access import READ_METHODS, Guarded
from varn.project.errors import content_too_large, service_unavailable, session_expired
from varn.project.third_party import Audience, audience_of

Respond = Callable[[HttpRequest], HttpResponseBase]


class SizeLimitMiddleware:
    """Answers 413 before a body that is too large is read."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Refuse by the length that the client declares."""
        declared = request.META.get("CONTENT_LENGTH") or "0"
        if declared.isdigit() and int(declared) > settings.LARGEST_UPLOAD:
            return content_too_large(request)
        return self.get_response(request)


class DatabaseAwayMiddleware:
    """Answers 503 with what to do when PostgreSQL can't be reached."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> object:
        """Turn a lost database into 503; leave every other error alone."""
        if isinstance(exception, OperationalError | InterfaceError):
            return service_unavailable(request)
        return None


class ClosedByDefaultMiddleware:
    """Lets nobody reach a view that hasn't said who may call it."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on, and keep what somebody signed in saw out of shared caches."""
        response = self.get_response(request)
        if request.user.is_authenticated and "Cache-Control" not in response:
            response["Cache-Control"] = "private, no-cache"
        return response

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponseBase | None:
        """Send strangers to sign in, refuse what is undeclared, and let the rest through."""
        audience = _audience(view)
        if audience is Audience.EVERYONE:
            return None
        if audience is Audience.NOBODY:
            raise Http404
        if not request.user.is_authenticated:
            return _ask_to_sign_in(request)
        if audience is Audience.EDITORS and not request.user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied
        return None


def _audience(view: object) -> Audience:
    if isinstance(view, Guarded):
        return Audience.EVERYONE if view.access.is_public else Audience.SIGNED_IN
    audience = audience_of(view)
    if audience is None:
        raise PermissionDenied("This page has not said who may see it.")
    return audience


def _ask_to_sign_in(request: HttpRequest) -> HttpResponseBase:
    if request.method in READ_METHODS:
        return redirect_to_login(request.get_full_path())
    return session_expired(request)
