"""Pages for when something went wrong: what happened, and what to do now."""

from http import HTTPStatus
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

KEPT_AT_MOST = 200_000  # characters of typed text that a page carries over a new sign-in
NEVER_KEPT = ("csrfmiddlewaretoken", "code", "credential")  # codes and passkeys of a sign-in


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request could not be understood."""
    return render(request, "400.html", status=HTTPStatus.BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: signed in, but without the permission."""
    return render(request, "403.html", status=HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing here."""
    return render(request, "404.html", status=HTTPStatus.NOT_FOUND)


def content_too_large(request: HttpRequest) -> HttpResponse:
    """413: a file or form larger than is taken in."""
    return render(request, "413.html", status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def service_unavailable(request: HttpRequest) -> HttpResponse:
    """503: the database is away; nothing was saved."""
    response = render(request, "503.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
    response["Retry-After"] = "30"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. The page needs no database and no session."""
    return render(None, "500.html", status=HTTPStatus.INTERNAL_SERVER_ERROR)


def session_expired(request: HttpRequest) -> HttpResponse:
    """Keep what a person typed in a form whose session ended, and let them send it again.

    Only for a form that came from our own page: an answer to another site's form would turn
    that site's words into ours.
    """
    if not came_from_us(request):
        return forbidden(request)
    return render(
        request,
        "ui/session_expired.html",
        {"kept": _typed(request), "had_files": bool(request.FILES)},
        status=HTTPStatus.FORBIDDEN,
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token no longer holds, mostly after a new sign-in in another tab."""
    return session_expired(request)


def came_from_us(request: HttpRequest) -> bool:
    """Whether the browser says that the form stood on one of our own pages."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site == "same-origin"
    origin = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(origin).netloc == request.get_host()


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    pairs = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NEVER_KEPT and "password" not in name
        for value in values
        if isinstance(value, str)
    ]
    return pairs if sum(len(value) for _, value in pairs) <= KEPT_AT_MOST else []
