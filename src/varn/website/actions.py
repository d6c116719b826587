"""Putting the public site's first pages in place."""

import tomllib
from datetime import datetime
from importlib.resources import files
from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page, Site

from varn.audit.actions import record
from varn.website.choices import WebsiteEvent
from varn.website.models import StartPage

LANGUAGES = ("sv", "en")  # the first is where the site begins


@transaction.atomic
def load_start_pages(*, at: datetime) -> list[StartPage]:
    """Make the start page of each language that has none, and point the site at the first.

    Made from what the project ships; a page that is there is left as its editors have made it.
    """
    root = _root()
    pages = [_start_page(language, root, at=at) for language in LANGUAGES]
    _point_site_at(pages[0])
    return pages


def _root() -> Page:
    return Page.get_first_root_node() or Page.add_root(title="Root", slug="root")


def _start_page(language: str, root: Page, *, at: datetime) -> StartPage:
    locale, _ = Locale.objects.get_or_create(language_code=language)
    present: StartPage | None = StartPage.objects.filter(locale=locale).order_by("pk").first()
    if present:
        return present
    sibling = StartPage.objects.order_by("pk").first()
    page = StartPage(
        locale=locale,
        slug=f"start-{language}",
        first_published_at=at,
        last_published_at=at,
        latest_revision_created_at=at,
        **_content(language),
    )
    if sibling:
        page.translation_key = sibling.translation_key
    root.add_child(instance=page)
    record(WebsiteEvent.START_PAGE_LOADED, subject=page, by=None, at=at)
    return page


def _content(language: str) -> dict[str, Any]:
    text = files("varn.website").joinpath("start_pages", f"{language}.toml").read_text("utf-8")
    content = tomllib.loads(text)
    return {
        "title": content["title"],
        "draft_title": content["title"],
        "summary": content["summary"],
        "body": [("section", _section(section)) for section in content["sections"]],
    }


def _section(section: dict[str, Any]) -> dict[str, Any]:
    blocks = [
        {"type": kind, "value": section[kind]} for kind in ("steps", "cards") if kind in section
    ]
    blocks += [{"type": "text", "value": part["text"]} for part in section.get("texts", [])]
    return {"heading": section["heading"], "lead": section.get("lead", ""), "content": blocks}


def _point_site_at(page: StartPage) -> None:
    """Make the page the site's first, and remove the greeting that Wagtail's migrations leave."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(
            hostname="localhost", port=80, site_name="Värn", root_page=page, is_default_site=True
        )
        return
    if issubclass(site.root_page.specific_class or Page, StartPage):
        return
    greeting = site.root_page
    site.root_page, site.site_name = page, "Värn"
    site.save(update_fields=["root_page", "site_name"])
    if greeting.specific_class is Page:
        greeting.delete()
