"""Templates drawn as they reach a browser, without server or database."""

from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override


def draw(source, **context):
    """Draw a piece of template with our tags."""
    template = engines["django"].from_string("{% load i18n ui %}" + source)
    return " ".join(template.render(context).split())


def draw_page(name, language="sv", **context):
    """Draw a whole page in a language."""
    request = RequestFactory().get(f"/{language}/")
    links = [
        {"code": "sv", "label": "Svenska", "url": "/sv/", "current": language == "sv"},
        {"code": "en", "label": "English", "url": "/en/", "current": language == "en"},
    ]
    with override(language):
        return render_to_string(name, {"request": request, "language_links": links, **context})
