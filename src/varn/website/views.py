"""What machines ask a public site for: what may be indexed, and whom to tell about a hole."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from varn.kernel.access import public

SECURITY_TEXT_LASTS = timedelta(days=180)  # RFC 9116 advises less than a year


@public()
def robots(request: HttpRequest) -> HttpResponse:
    """Let search engines read the public pages; a demonstration is for nobody's index."""
    closed = ["/"] if settings.DEMONSTRATION_DATE else [reverse("wagtailadmin_home"), "/health/"]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    return _text(lines)


@public()
def security_text(request: HttpRequest) -> HttpResponse:
    """Say whom to tell about a security hole, where the installation has named somebody."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    expires = (timezone.now() + SECURITY_TEXT_LASTS).replace(hour=0, minute=0, second=0)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: sv, en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
    ]
    return _text(lines)


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
