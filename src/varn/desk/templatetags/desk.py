"""Marked words, and where one can go from the search: `{% load desk %}`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django import template
from django.template.defaultfilters import stringfilter
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from varn.kernel.permissions import Permission
from varn.kernel.search import Hit, marked
from varn.kernel.search.words import WORD, is_like
from varn.mandate.choices import MandatePermission
from varn.ui.dates import days_left

register = template.Library()


@dataclass(frozen=True)
class Errand:
    """Something that people come to do, and the page where it begins."""

    label: Promise
    view: str
    permission: Permission


ERRANDS = (
    Errand(_("Record a result"), "desk:choose_activity", MandatePermission.CHANGE),
    Errand(_("Read a decision"), "mandate:decision_upload", MandatePermission.START),
)


@register.filter
@stringfilter
def marks(text: str, words: str) -> SafeString:
    """The text with the words that were searched for marked."""
    return format_html_join(
        "",
        "{}",
        (
            (format_html("<mark>{}</mark>", piece.text) if piece.is_match else piece.text,)
            for piece in marked(text, words)
        ),
    )


@register.filter
def address(hit: Hit) -> str:
    """Where a hit leads."""
    place = reverse(hit.url_name, args=hit.url_args)
    return f"{place}#{hit.anchor}" if hit.anchor else place


@register.simple_tag
def days_to(day: date, today: date) -> str:
    """What is left until a day, in words."""
    return days_left(day, today=today)


@register.simple_tag(takes_context=True)
def destinations(context: template.Context, words: str) -> list[dict[str, object]]:
    """Pages and errands whose names match; all of them while nothing is typed."""
    may = context["request"].user.has_perm
    errands: Iterable[dict[str, object]] = (
        {"label": errand.label, "url": reverse(errand.view), "is_errand": True}
        for errand in ERRANDS
        if may(errand.permission)
    )
    pages: list[dict[str, object]] = context.get("desk_navigation") or []
    everything = [*errands, *pages]
    return [each for each in everything if _matches(str(each["label"]), words)]


def _matches(label: str, words: str) -> bool:
    tokens = WORD.findall(label)
    return all(
        any(is_like(token, word) or token.casefold().startswith(word) for token in tokens)
        for word in WORD.findall(words.casefold())
    )
