"""Search from anywhere on the desk: the box, the command palette, and both without a script."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import AXE, AXE_TAGS
from tests.journeys.looks import RUN_AXE
from varn.project.demonstration.cast import PASSWORD, PEOPLE

ROLE = "national-coordinator"
DESK = {"sv": "/sv/arbete/", "en": "/en/desk/"}
SEARCH = {"sv": "/sv/arbete/sok/", "en": "/en/desk/search/"}
HITS = {"sv": "träff", "en": "hit"}
CLOSE = {"sv": "Stäng", "en": "Close"}


@pytest.fixture
def desk(page, site, sign_in):
    def opened(language="sv"):
        sign_in(ROLE, language)
        page.goto(site.url + DESK[language])
        return page.locator("dialog.palette")

    return opened


def ask(page, palette, words):
    """Type in the palette; gives the hits that the server found."""
    with page.expect_response(lambda answer: "part=1" in answer.url and answer.ok):
        palette.locator("input").fill(words)
    return palette.locator("[data-palette-hits] a")


def test_a_slash_goes_to_the_search_box_and_can_be_typed_in_it(page, desk, problems):
    desk()
    page.keyboard.press("/")
    box = page.locator("[data-search-box]")
    expect(box).to_be_focused()

    page.keyboard.type("2014/1")

    expect(box).to_have_value("2014/1")
    assert problems == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_palette_opens_lists_places_and_gives_the_keyboard_back(page, desk, language):
    palette = desk(language)
    link = page.locator("main a").first
    link.focus()
    page.keyboard.press("Control+k")
    expect(palette).to_be_visible()
    expect(palette.locator("input")).to_be_focused()
    expect(palette.locator("[data-palette-hits] a").first).to_be_visible()

    page.keyboard.press("Escape")

    expect(palette).not_to_be_visible()
    expect(link).to_be_focused()

    page.keyboard.press("Control+k")
    palette.get_by_role("button", name=CLOSE[language]).click()
    expect(link).to_be_focused()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("kommuner", "kommun"),
        ("kommun", "kommuner"),
        ("Socialstyrelesn", "Socialstyrelsen"),
        ("skane", "Skåne"),
    ],
)
def test_words_are_found_as_people_write_them(page, desk, problems, language, words, found):
    palette = desk(language)
    page.keyboard.press("Control+k")
    hits = ask(page, palette, words)

    expect(hits.filter(has_text=found).first).to_be_visible()
    expect(palette.get_by_role("status")).to_contain_text(HITS[language])
    expect(palette.get_by_role("status")).to_contain_text(words)
    assert problems == []


def test_arrows_walk_the_hits_and_enter_opens_one(page, desk, problems):
    palette = desk()
    page.keyboard.press("Control+k")
    hits = ask(page, palette, "Socialstyrelesn")
    expect(hits.first).to_contain_text("Socialstyrelsen")  # the answer is in its place

    page.keyboard.press("ArrowDown")
    expect(hits.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(palette.locator("input")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(hits.last).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    wanted = hits.first.get_attribute("href")
    page.keyboard.press("Enter")

    page.wait_for_url(lambda address: address.endswith(wanted))
    assert problems == []


def test_enter_in_the_box_of_the_palette_takes_the_first_hit(page, desk):
    palette = desk()
    page.keyboard.press("Control+k")
    hits = ask(page, palette, "Socialstyrelesn")
    expect(hits.first).to_be_visible()
    wanted = hits.first.get_attribute("href")

    page.keyboard.press("Enter")

    page.wait_for_url(lambda address: address.endswith(wanted))


def test_nothing_found_is_said_and_enter_leads_to_the_search_page(page, site, desk):
    palette = desk()
    page.keyboard.press("Control+k")
    hits = ask(page, palette, "qqqqzzzz")
    expect(palette.get_by_role("status")).to_contain_text("qqqqzzzz")
    expect(hits).to_have_count(0)

    page.keyboard.press("Enter")

    page.wait_for_url(f"{site.url}{SEARCH['sv']}?q=qqqqzzzz")


def test_a_search_that_can_not_be_reached_is_said(page, desk):
    palette = desk()
    page.route("**/sok/?part=1*", lambda route: route.abort())
    page.keyboard.press("Control+k")

    expect(palette.get_by_role("status")).not_to_be_empty()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_palette_is_accessible_while_it_is_open(page, desk, language, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    palette = desk(language)
    page.evaluate(AXE)
    page.keyboard.press("Control+k")
    expect(ask(page, palette, "kommun").first).to_be_visible()

    assert page.evaluate(RUN_AXE, AXE_TAGS) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate(RUN_AXE, AXE_TAGS) == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_search_box_works_without_scripts(browser, site, language):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.url}/sv/konto/login/?next={DESK[language]}")
    page.get_by_label("E-postadress").fill(PEOPLE[0].email)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.locator("main form button:not([type=button])").first.click()
    box = page.locator("[data-search-box]")
    box.fill("Socialstyrelesn")
    box.press("Enter")

    page.wait_for_url(f"{site.url}{SEARCH[language]}?q=Socialstyrelesn")
    expect(page.locator("main .hits a").filter(has_text="Socialstyrelsen").first).to_be_visible()
    context.close()
