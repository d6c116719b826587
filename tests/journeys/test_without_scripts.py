"""The whole chain in a browser that runs no script."""

import pytest
from playwright.sync_api import expect

from tests.journeys.test_chain import SWEDISH as SAID
from varn.project.demonstration import content
from varn.project.demonstration.cast import PASSWORD, PEOPLE

NUMBER = "S2014/7003/FST"
RESULT = "17 deltagare utan skript"


@pytest.fixture
def plain(browser, site):
    """A page without scripts, signed in by e-mail address and password."""
    context = browser.new_context(java_script_enabled=False, locale="sv-SE")
    page = context.new_page()
    page.goto(f"{site.url}/sv/konto/login/?next=/sv/arbete/uppdrag/")
    page.get_by_label("E-postadress").fill(PEOPLE[0].email)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.locator("main form button:not([type=button])").first.click()
    yield page
    context.close()


def test_a_decision_becomes_a_result_without_scripts(plain, tmp_path):
    page = plain
    read_decision(page, tmp_path)
    confirm_facts(page)
    page.get_by_role("button", name=SAID.start_mandate).click()
    add_activity(page)
    record_result(page)

    expect(page.get_by_text(RESULT).first).to_be_visible()


def read_decision(page, folder):
    path = folder / "beslut.txt"
    path.write_text(content.decision_file().decode().replace("S2014/1695/FST", NUMBER))
    page.locator("main").get_by_role("link", name=SAID.read).first.click()
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name=SAID.read_it, exact=True).click()


def confirm_facts(page):
    page.get_by_role("button", name=SAID.confirm).first.click()
    doubtful = page.locator(".fact--to-check").get_by_role("button", name=SAID.confirm)
    while doubtful.count():
        doubtful.first.click()


def add_activity(page):
    page.get_by_role("link", name=SAID.add_activity).first.click()
    page.get_by_label(SAID.what).fill("Utbildningsdag")
    page.get_by_label(SAID.target_group).fill("Barn som utnyttjas")
    page.get_by_label(SAID.authority).fill("Socialstyrelsen")
    page.get_by_label(SAID.starts).fill("2014-09-01")
    page.get_by_label(SAID.responsible).fill("Samordnare")
    page.get_by_role("button", name=SAID.add).click()


def record_result(page):
    page.get_by_role("link", name=SAID.record).first.click()
    page.get_by_label(SAID.came_of_it).fill(RESULT)
    page.get_by_label(SAID.where, exact=True).select_option(label="Malmö")
    page.get_by_label(SAID.when, exact=True).fill("2014-10-20")
    page.get_by_role("button", name=SAID.save_result).click()
