"""What the scripts add to pages that work without them."""

import re

import pytest
from playwright.sync_api import expect

from tests.ui.pages import draw_page
from varn.ui.styleguide import DESK_TEMPLATE, PUBLIC_TEMPLATE, samples

LIT = re.compile(r"\bis-lit\b")
DRAFT_FORM = """
<form method="post" action="/skicka/" data-draft="activity-1">
  <label>Anteckning <textarea name="note"></textarea></label><button>Spara</button>
</form>
"""
NOTE = "[data-draft] textarea"
SAVED = '<p data-message="success">Sparat.</p>'


def desk_page():
    return draw_page(DESK_TEMPLATE, **samples())


def with_form(extra=""):
    return desk_page().replace(
        '<section class="grid">', f'{extra}{DRAFT_FORM}<section class="grid">', 1
    )


def without_errors(html):
    return html.replace("data-error-summary", "")


def test_a_fact_lights_its_sentence_by_pointer_and_by_keyboard(page, show):
    show(draw_page(DESK_TEMPLATE, **samples()))

    page.locator("#fact-1").hover()
    expect(page.locator("#span-1")).to_have_class(LIT)
    expect(page.locator("#span-2")).to_have_class(LIT)
    expect(page.locator("#span-3")).not_to_have_class(LIT)

    page.locator("#span-3 a").focus()
    expect(page.locator("#fact-3")).to_have_class(LIT)


def test_the_chosen_colours_stay(page, show):
    show(without_errors(with_form()))
    page.locator(".menu summary").click()
    page.locator("[name=colour-scheme][value=dark]").check()

    page.reload()

    assert page.evaluate("document.documentElement.dataset.colorScheme") == "dark"


def test_an_open_menu_closes_with_escape_and_by_turning_elsewhere(page, show):
    show(without_errors(with_form()))
    menu, button = page.locator("details.menu"), page.locator("details.menu summary")

    button.click()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(button).to_be_focused()

    button.click()
    page.locator("h1").click()
    expect(menu).not_to_have_attribute("open", "")


def test_errors_take_the_keyboard_at_once(page, show):
    show(draw_page(DESK_TEMPLATE, **samples()))

    expect(page.locator("[data-error-summary]")).to_be_focused()


def test_a_form_is_sent_once(page, show):
    show(without_errors(with_form()))
    page.evaluate(
        """() => { window.sent = 0;
        document.addEventListener('submit', (event) => {
          if (!event.defaultPrevented) window.sent += 1; event.preventDefault(); }); }"""
    )

    button = page.locator("[data-draft] button")
    button.click()
    button.click()

    assert page.evaluate("window.sent") == 1
    expect(button).to_have_attribute("aria-busy", "true")


def test_what_was_typed_survives_an_expired_session(page, show):
    show(without_errors(with_form()))
    page.locator(NOTE).fill("Mötet i Gävle")
    page.on("dialog", lambda dialog: dialog.accept())

    page.goto("http://localhost/annan/")
    page.goto("http://localhost/sida/")

    expect(page.locator(NOTE)).to_have_value("Mötet i Gävle")


def with_version(number, extra=""):
    hidden = f'<input type="hidden" name="version" value="{number}">'
    return without_errors(with_form(extra)).replace("<button>Spara", f"{hidden}<button>Spara")


def test_what_was_typed_keeps_the_version_that_it_was_typed_on(page, show):
    show(with_version(1))
    page.locator(NOTE).fill("Mötet i Gävle")
    page.on("dialog", lambda dialog: dialog.accept())

    show(with_version(2))

    expect(page.locator(NOTE)).to_have_value("Mötet i Gävle")
    expect(page.locator("[data-draft] [name=version]")).to_have_value("1")


def test_what_the_server_says_somebody_else_saved_is_newer_than_the_copy(page, show):
    show(with_version(1))
    page.locator(NOTE).fill("Mötet i Gävle")
    page.on("dialog", lambda dialog: dialog.accept())

    show(with_version(2, '<div class="ds-alert" role="status">Någon annan sparade.</div>'))

    expect(page.locator("[data-draft] [name=version]")).to_have_value("2")


@pytest.mark.parametrize("answer", ["said in words", "led on to another page"])
def test_what_the_server_has_is_forgotten_here(page, show, answer):
    show(without_errors(with_form()))
    page.locator(NOTE).fill("Mötet i Gävle")
    page.evaluate("sessionStorage.setItem('sent:activity-1', 'yes')")
    page.on("dialog", lambda dialog: dialog.accept())

    show(without_errors(with_form(SAVED) if answer == "said in words" else desk_page()))
    show(without_errors(with_form()))

    expect(page.locator(NOTE)).to_have_value("")


def test_what_was_sent_into_an_expired_session_is_still_here_after_signing_in(page, show):
    show(without_errors(with_form()))
    page.locator(NOTE).fill("Mötet i Gävle")
    page.evaluate("sessionStorage.setItem('sent:activity-1', 'yes')")
    page.on("dialog", lambda dialog: dialog.accept())

    show(draw_page("ui/session_expired.html"))
    show(without_errors(with_form()))

    expect(page.locator(NOTE)).to_have_value("Mötet i Gävle")


def test_signing_out_leaves_nothing_behind(page, show):
    show(without_errors(with_form()))
    page.locator(NOTE).fill("Mötet i Gävle")
    page.on("dialog", lambda dialog: dialog.accept())

    page.locator("details.menu summary").click()
    page.locator("[data-sign-out] button").click()

    assert page.evaluate("Object.keys(sessionStorage).length") == 0


def test_quick_exit_wipes_and_replaces_the_page(page, context, show):
    show(draw_page(PUBLIC_TEMPLATE))
    context.route("https://www.smhi.se/**", lambda route: route.fulfill(body="Väder"))
    steps = page.evaluate("history.length")

    page.locator("[data-quick-exit]").click()
    page.wait_for_url("https://www.smhi.se/**")

    assert page.evaluate("history.length") == steps


def test_the_way_out_is_the_second_stop_of_the_keyboard_after_the_number(page, show):
    show(draw_page(PUBLIC_TEMPLATE))

    for _ in range(3):
        page.keyboard.press("Tab")

    expect(page.locator("[data-quick-exit]")).to_be_focused()


def test_without_scripts_quick_exit_is_a_link(browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(draw_page(PUBLIC_TEMPLATE))

    address = page.locator("[data-quick-exit]").get_attribute("href")
    context.close()

    assert address == "https://www.smhi.se/"
