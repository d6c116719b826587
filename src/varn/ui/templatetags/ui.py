"""Components for templates: `{% load ui %}`. Described for their users in docs/ui.md."""

from collections.abc import Iterable
from datetime import date

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.http import QueryDict
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from varn.ui.dates import days_left, distance, in_words
from varn.ui.deadlines import SOON_IN_DAYS

register = template.Library()
register.filter("in_words", in_words)

TURNING_ICONS = ("arrow-left", "arrow-right", "chevron-left", "chevron-right")
ALERT_HEADING = 2
CARD_HEADING = 3


@register.simple_tag
def asset(name: str) -> str:
    """Address of a file that `npm run build` made."""
    try:
        return static(f"ui/{name}")
    except ValueError:  # the list of hashed names is missing: an error page must still render
        return f"{settings.STATIC_URL}ui/{name}"


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon; silent for screen readers unless it carries the meaning alone."""
    turns = " icon--turns" if name in TURNING_ICONS else ""
    spoken: SafeString = (
        format_html('role="img" aria-label="{}"', label)
        if label
        else format_html('aria-hidden="{}"', "true")
    )
    return format_html(
        '<svg class="icon{}" {} focusable="false"><use href="{}#{}"></use></svg>',
        turns,
        spoken,
        asset("icons.svg"),
        name,
    )


@register.inclusion_tag("ui/parts/badge.html")
def badge(text: str, tone: str = "neutral", icon: str = "") -> dict[str, object]:
    """Words on a coloured ground."""
    return {"text": text, "tone": tone, "icon": icon}


@register.simple_block_tag
def alert(
    content: str,
    title: str = "",
    tone: str = "info",
    *,
    level: int = ALERT_HEADING,
    live: bool = False,
) -> SafeString:
    """A box that must not be missed; `live` when it appears as an answer to something done."""
    return _part(
        "ui/parts/alert.html", content=content, title=title, tone=tone, level=level, live=live
    )


@register.simple_block_tag
def card(content: str, title: str = "", url: str = "", *, level: int = CARD_HEADING) -> SafeString:
    """A card; with an address the whole of it leads there."""
    return _part("ui/parts/card.html", content=content, title=title, url=url, level=level)


@register.simple_block_tag
def table(content: str, label: str) -> SafeString:
    """Room for a wide table: it scrolls by itself, also by keyboard."""
    return _part("ui/parts/table.html", content=content, label=label)


@register.simple_block_tag
def empty_state(
    content: str, title: str, icon: str = "inbox", url: str = "", label: str = ""
) -> SafeString:
    """What will stand here, and the one thing to do first."""
    return _part(
        "ui/parts/empty_state.html", content=content, title=title, icon=icon, url=url, label=label
    )


@register.inclusion_tag("ui/parts/definitions.html")
def definitions(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Terms with their values."""
    return {"pairs": pairs}


@register.inclusion_tag("ui/parts/progress.html")
def progress(value: int, of: int, text: str) -> dict[str, object]:
    """How much is done, in words and as a bar."""
    return {"value": value, "of": of, "text": text}


@register.inclusion_tag("ui/parts/due.html")
def due_on(day: date, today: date) -> dict[str, object]:
    """A day with how far away it is."""
    return {"day": day, "distance": distance(day, today=today), "is_late": day < today}


@register.inclusion_tag("ui/parts/badge.html")
def due_badge(day: date, today: date) -> dict[str, object]:
    """What is left until a deadline."""
    days = (day - today).days
    tone = "danger" if days < 0 else "warning" if days <= SOON_IN_DAYS else "neutral"
    mark = "circle-alert" if days < 0 else "clock"
    return {"text": days_left(day, today=today), "tone": tone, "icon": mark}


@register.inclusion_tag("ui/parts/pagination.html", takes_context=True)
def pagination(context: template.Context, page: "Page[object]") -> dict[str, object]:
    """Links to the other pages of a list; the search in the address is kept."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    request = context.get("request")
    query = request.GET if request else QueryDict()
    return {"page": page, "numbers": list(numbers), "query": query}


@register.inclusion_tag("ui/parts/confirm.html", takes_context=True)
def confirm(  # noqa: PLR0913 -- a question has this many words
    context: template.Context,
    *,
    action: str,
    label: str,
    title: str,
    text: str,
    confirm: str,
    tone: str = "danger",
) -> dict[str, object]:
    """A button that asks once more before it acts, in the page and without JavaScript."""
    words = {"label": label, "title": title, "text": text, "confirm": confirm}
    return {"action": action, "tone": tone, "csrf_token": context.get("csrf_token"), **words}


@register.inclusion_tag("ui/parts/error_summary.html")
def error_summary(*forms: BaseForm) -> dict[str, object]:
    """Everything to correct, each a link to its field."""
    general = [error for form in forms if form.is_bound for error in form.non_field_errors()]
    fields = [field for form in forms if form.is_bound for field in form if field.errors]
    return {"general": general, "fields": fields}


@register.simple_tag
def field(bound: BoundField, label: str = "", hint: str = "") -> SafeString:
    """One field of a form, with label, hint and errors; our words replace those of its form."""
    if label:
        bound.label = label
        bound.field.widget.attrs.pop("placeholder", None)  # it only said the label once more
    if hint:
        bound.help_text = hint
    return bound.as_field_group()


def _part(template_name: str, **values: object) -> SafeString:
    return render_to_string(template_name, values)
