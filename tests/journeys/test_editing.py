"""An editor changes the start page in Wagtail's back office, under its content security policy."""

import pytest

SUMMARY = "En sammanfattning som redaktören just har skrivit."


@pytest.fixture
def strangers(page, site):
    """Addresses outside the installation that the browser asked for."""
    found = []

    def note(request):
        if not request.url.startswith((site.url, "data:", "blob:")):
            found.append(request.url)

    page.on("request", note)
    return found


@pytest.fixture
def editor(page, site):
    page.goto(f"{site.url}/cms/")
    page.locator("input[name=login]").fill("redaktor@varn.example")
    page.locator("input[name=password]").fill("demonstration-2014")
    page.locator("main form button:not([type=button])").first.click()
    page.wait_for_url(f"{site.url}/cms/")
    return page


def open_swedish_start_page(page, site):
    page.goto(f"{site.url}/cms/pages/")
    page.get_by_role("link", name="Barn ska skyddas", exact=False).first.click()
    page.locator("#id_summary").wait_for()


def test_an_editor_previews_and_publishes_without_a_complaint(editor, site, problems, strangers):
    open_swedish_start_page(editor, site)
    before = editor.locator("#id_summary").input_value()
    editor.locator("#id_summary").fill(SUMMARY)
    editor.locator("[data-side-panel-toggle=preview]").first.click()
    preview = editor.frame_locator("#w-preview-iframe").locator("main")
    preview.get_by_text(SUMMARY).wait_for()
    publish(editor)
    editor.goto(f"{site.url}/sv/")

    assert editor.get_by_text(SUMMARY).is_visible()
    assert problems == []
    assert strangers == []

    open_swedish_start_page(editor, site)
    editor.locator("#id_summary").fill(before)
    publish(editor)


def publish(page):
    page.locator("footer [data-w-dropdown-target=toggle]").last.click()
    page.locator("button[name=action-publish]").click()
    page.wait_for_url("**/cms/pages/1/**")


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("dark", [False, True])
def test_the_start_page_is_accessible(accessibility_faults, language, dark):
    assert accessibility_faults(f"/{language}/", dark=dark) == []


def test_the_start_page_fits_a_phone(page, site, problems, strangers):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{site.url}/sv/")

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert problems == []
    assert strangers == []


def test_the_first_tab_stops_lead_to_help(page, site):
    page.goto(f"{site.url}/sv/")
    stops = []
    for _ in range(3):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.textContent.trim()"))

    assert stops == ["Hoppa till innehållet", "Ring 112", "Lämna snabbt"]
