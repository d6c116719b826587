"""Pages for when something went wrong: they help everybody, on every screen."""

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from playwright.sync_api import expect

from tests.journeys.looks import TWO_WAYS, faults_of

TYPED = "Utbildningsdag som inte får gå förlorad"
REFUSALS = {
    "/sv/finns-inte/": 404,
    "/en/does-not-exist/": 404,
    "/sv/arbete/personer/": 403,
    "/en/desk/people/": 403,
}
SEND_HALF_DONE = "form => { form.noValidate = true; form.requestSubmit(); }"
RARE = ["400.html", "413.html", "429.html", "500.html", "503.html"]


@pytest.mark.parametrize("address", REFUSALS)
def test_a_refusal_helps_everybody(page, site, sign_in, address):
    sign_in("chief")
    answer = page.goto(site.url + address)

    assert answer.status == REFUSALS[address]
    assert page.locator("html").get_attribute("lang") == address[1:3]
    assert page.locator("h1").count() == 1
    assert faults_of(page) == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_an_unusable_invitation_says_so(page, site, language):
    address = {"sv": "/sv/konto/inbjudan/x/", "en": "/en/account/invitation/x/"}[language]
    page.goto(site.url + address)

    assert page.locator("h1").count() == 1
    assert faults_of(page, TWO_WAYS) == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_pages_that_nobody_should_see_are_accessible(page, site, language):
    faults = []
    for template in RARE:
        with override(language):
            body = render_to_string(template)
        show(page, f"{site.url}/rare/", body)
        assert page.evaluate("document.styleSheets[0].cssRules.length") > 0
        faults += [f"{template}: {fault}" for fault in faults_of(page, TWO_WAYS)]

    assert faults == []


def show(page, address, body):
    """The page as the server would send it, with the server's own styles."""

    def answer(route):
        route.fulfill(status=500, body=body, content_type="text/html; charset=utf-8")

    page.route(address, answer)
    page.goto(address)
    page.unroute(address)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_an_ended_sign_in_keeps_what_was_typed(page, site, sign_in, language):
    sign_in("national-coordinator", language)
    page.goto(site.url + {"sv": "/sv/arbete/uppdrag/", "en": "/en/desk/mandates/"}[language])
    open_first_form(page)
    page.locator("main form input[type=text]").first.fill(TYPED)
    page.context.clear_cookies()
    with page.expect_navigation():
        page.locator("main form").first.evaluate(SEND_HALF_DONE)

    expect(page.get_by_text(TYPED)).to_have_count(1)
    assert page.locator("main form input[type=hidden]").count() > 1
    assert faults_of(page) == []


def open_first_form(page):
    """The form for a new activity, from the first mandate in the list."""
    for part in ("/uppdrag/|/mandates/", "/lagg-till/|/add/"):
        links = page.locator("main a").evaluate_all("all => all.map(link => link.href)")
        wanted = [link for link in links if any(piece in link for piece in part.split("|"))]
        page.goto(wanted[0])
