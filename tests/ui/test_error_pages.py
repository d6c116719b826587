import re

import pytest
from django.template.loader import render_to_string

from tests.ui.pages import draw_page

PROMISES = re.compile(r"anonym", re.IGNORECASE)
SAID_IN_ONE_LANGUAGE = ["400", "403", "404", "413", "429"]
SAID_IN_BOTH = ["500", "503"]


@pytest.mark.parametrize("code", SAID_IN_ONE_LANGUAGE)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_an_error_page_speaks_the_language_of_the_address(code, language):
    html = draw_page(f"{code}.html", language)

    assert f'lang="{language}"' in html
    assert f'href="/{language}/"' in html


@pytest.mark.parametrize("code", SAID_IN_BOTH)
def test_a_page_for_when_all_else_fails_needs_nothing_and_says_it_twice(code):
    html = render_to_string(f"{code}.html")

    assert 'lang="sv"' in html
    assert 'lang="en"' in html
    assert 'href="/en/"' in html


@pytest.mark.parametrize("name", ["ui/public.html", "ui/styleguide_public.html"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_public_page_gives_the_emergency_number_and_a_way_out_but_no_promise(name, language):
    html = draw_page(name, language)

    assert 'href="tel:112"' in html
    assert "data-quick-exit" in html
    assert not PROMISES.search(html)


def test_an_expired_session_returns_what_was_typed():
    html = draw_page("ui/session_expired.html", kept=[("note", "Mötet i Gävle")], had_files=True)

    assert '<input type="hidden" name="note" value="Mötet i Gävle">' in html
    assert "Filer följer inte med" in html
