"""What every page knows: where it is, in which language, and whether this is a demonstration."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language


def page(request: HttpRequest) -> dict[str, object]:
    """The context that all templates share."""
    return {
        "demonstration": _demonstration(),
        "language_links": _language_links(request),
    }


def _demonstration() -> dict[str, object] | None:
    as_of = settings.DEMONSTRATION_DATE
    return {"as_of": as_of} if as_of else None


def _language_links(request: HttpRequest) -> list[dict[str, object]]:
    current = get_language()
    return [
        {
            "code": code,
            "label": {"sv": "Svenska", "en": "English"}[code],
            "url": translate_url(request.get_full_path(), code),
            "current": code == current,
        }
        for code, _name in settings.LANGUAGES
    ]
