"""What was typed before somebody else saved comes back as what it is: older than theirs."""

import re

import pytest
from playwright.sync_api import expect

OLD, NEWER = "Skrivet innan kollegan sparade", "Sparat av en kollega under tiden"
LEAD_TO = {
    "activity": (r"/uppdrag/\d+/aktiviteter/", r"/aktiviteter/\d+/$", r"/aktiviteter/\d+/andra/"),
    "result": (r"/aktiviteter/\d+/#result", r"/resultat/\d+/ratta/"),
}


@pytest.mark.parametrize("kind", LEAD_TO)
def test_an_old_draft_never_replaces_what_somebody_else_saved(page, site, sign_in, kind):
    sign_in("national-coordinator")
    open_form(page, site, LEAD_TO[kind])
    address, title = page.url, page.locator("main input[name=title]")
    before = title.input_value()
    title.fill(OLD)
    save_elsewhere(page, address, NEWER)

    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{site.url}/sv/arbete/")
    page.goto(address)
    expect(title).to_have_value(OLD)
    save(page)

    expect(page.locator("main").get_by_text("Någon annan")).to_be_visible()
    expect(page.locator("main dd", has_text=NEWER)).to_be_visible()
    expect(title).to_have_value(OLD)

    title.fill(before)
    save(page)
    assert page.url != address


def open_form(page, site, patterns):
    page.goto(f"{site.url}/sv/arbete/uppdrag/1/")  # the demonstration's, whatever else was started
    for pattern in patterns:
        links = page.locator("main a").evaluate_all("all => all.map(link => link.href)")
        page.goto(next(each for each in links if re.search(pattern, each)))


def save_elsewhere(page, address, words):
    """The same person's other tab stands for a colleague: it has a store of its own."""
    other = page.context.new_page()
    other.goto(address)
    other.locator("main input[name=title]").fill(words)
    save(other)
    other.close()


def save(page):
    with page.expect_navigation():
        page.locator("main form[data-draft] button:not([type=button])").first.click()
