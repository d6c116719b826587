"""The public site's first page, in both languages."""

from datetime import UTC, datetime

import pytest
from wagtail.models import Page, Site

from varn.website.actions import load_start_pages
from varn.website.models import StartPage

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def start_pages():
    return load_start_pages(at=NOON)


def test_loading_twice_adds_nothing(start_pages):
    again = load_start_pages(at=NOON)

    assert [page.pk for page in again] == [page.pk for page in start_pages]
    assert StartPage.objects.count() == 2
    assert Site.objects.get().root_page_id == start_pages[0].pk


def test_what_an_editor_has_written_is_kept(start_pages):
    start_pages[0].title = "Ny rubrik"
    start_pages[0].save_revision().publish()

    load_start_pages(at=NOON)

    assert StartPage.objects.get(pk=start_pages[0].pk).title == "Ny rubrik"


def test_pages_are_made_where_not_even_a_root_is_left():
    Page.objects.all().delete()
    Site.objects.all().delete()

    pages = load_start_pages(at=NOON)

    assert [page.locale.language_code for page in pages] == ["sv", "en"]
    assert Site.objects.get().root_page_id == pages[0].pk


def test_the_two_pages_are_translations_of_each_other(start_pages):
    swedish, english = start_pages

    assert swedish.translation_key == english.translation_key


@pytest.mark.parametrize(
    ("address", "language", "words"),
    [
        ("/sv/", "sv", ["En misstanke räcker", "Tipsa polisen", "Logga in"]),
        ("/en/", "en", ["A suspicion is enough", "Tip the police", "Sign in"]),
    ],
)
def test_the_page_speaks_its_language(client, start_pages, address, language, words):
    text = client.get(address).content.decode()

    assert f'<html lang="{language}"' in text
    assert [word for word in words if word not in text] == []
    assert '<meta name="description" content="' in text


@pytest.mark.parametrize("address", ["/sv/", "/en/"])
def test_both_languages_are_announced_on_each_page(client, start_pages, address):
    text = client.get(address).content.decode()

    assert '<link rel="alternate" hreflang="sv" href="http://testserver/sv/">' in text
    assert '<link rel="alternate" hreflang="en" href="http://testserver/en/">' in text
    assert 'hreflang="x-default" href="http://testserver/sv/"' in text


@pytest.mark.parametrize("address", ["/sv/", "/en/"])
@pytest.mark.parametrize("number", ["112", "11414", "116111", "020390000"])
def test_every_number_can_be_dialled(client, start_pages, address, number):
    text = client.get(address).content.decode()

    assert f'href="tel:{number}"' in text


def test_the_primary_action_leads_to_the_police_themselves(client, start_pages):
    text = client.get("/sv/").content.decode()

    assert '<a class="ds-button" href="https://polisen.se"' in text


@pytest.mark.parametrize("promise", ["anonym", "Anonym", "<img"])
def test_the_page_promises_no_anonymity_and_shows_no_photographs(client, start_pages, promise):
    assert promise not in client.get("/sv/").content.decode()
    assert promise not in client.get("/en/").content.decode()


def test_the_strict_policy_holds_on_the_public_page(client, start_pages):
    policy = client.get("/sv/").headers["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
