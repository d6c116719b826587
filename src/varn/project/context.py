"""What every page knows: where it is, in which language, and whether this is a demonstration."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language

from varn.project.demonstration.cast import PEOPLE
from varn.project.navigation import desk_navigation


def page(request: HttpRequest) -> dict[str, object]:
    """The context that all templates share."""
    return {
        "demonstration": _demonstration(request),
        "desk_navigation": desk_navigation(request),
        "language_links": _language_links(request),
    }


def _demonstration(request: HttpRequest) -> dict[str, object] | None:
    if not settings.DEMONSTRATION_DATE:
        return None
    return {"as_of": settings.DEMONSTRATION_DATE, "roles": _demonstration_roles(request)}


def _demonstration_roles(request: HttpRequest) -> list[dict[str, object]]:
    """The roles to try by one click, and which of them is signed in."""
    if not settings.DEMONSTRATION_SIGN_IN:
        return []
    user = getattr(request, "user", None)
    signed_in_as = user.get_username() if user else ""
    return [
        {
            "key": person.role,
            "label": person.name_en if get_language() == "en" else person.name,
            "url": reverse("accounts:demo_sign_in", args=[person.role]),
            "current": person.email == signed_in_as,
        }
        for person in PEOPLE
    ]


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
