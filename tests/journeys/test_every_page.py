"""Every page that a role can click its way to works, in both languages, on every screen."""

import pytest

from tests.journeys.crawl import crawl
from tests.journeys.looks import ONE_WAY, TWO_WAYS, WAYS, Seen, faults_of, watched
from tests.journeys.wording import left_in_the_other_language
from varn.project.demonstration.cast import PEOPLE

STRANGER = "stranger"
ROLES = [STRANGER, *(person.role for person in PEOPLE)]
# Between them they see every page; the others' pages are the same ones with less on them.
BOTH_LANGUAGES = (STRANGER, "national-coordinator", "administrator")
EMPTY_AND_SEND = """form => {
    for (const field of form.querySelectorAll("input:not([type=hidden]), textarea")) {
        if (["checkbox", "radio"].includes(field.type)) field.checked = false;
        else field.value = "";
    }
    form.noValidate = true;
    form.requestSubmit();
}"""


@pytest.fixture(scope="module")
def contexts(browser, site):
    """For each role, a browser in which it has signed in."""
    opened = {}
    for role in ROLES:
        context = opened[role] = browser.new_context(locale="sv-SE", reduced_motion="reduce")
        if role != STRANGER:
            page = context.new_page()
            page.goto(f"{site.url}/sv/")
            page.locator(f"[data-demo-role={role}]").first.click()
            page.wait_for_load_state()
            page.close()
    yield opened
    for context in opened.values():
        context.close()


@pytest.fixture(scope="module")
def visits(contexts, site):
    """For each role, one of each kind of address that its links lead to."""
    return {
        role: crawl(context, site.url, role, ("sv", "en") if role in BOTH_LANGUAGES else ("sv",))
        for role, context in contexts.items()
    }


@pytest.mark.parametrize("role", ROLES)
def test_every_link_that_a_role_is_shown_works(visits, role):
    assert [f"{visit.status} {visit}" for visit in visits[role] if visit.status != 200] == []


@pytest.mark.parametrize("role", ROLES)
def test_every_page_says_its_language_and_what_it_is(visits, role):
    for visit in visits[role]:
        if visit.is_ours:
            assert visit.tree.get("lang") == visit.language, visit
            assert visit.tree.findtext(".//title").removesuffix("– Värn").strip(), visit
            assert len(visit.tree.findall(".//h1")) == 1, visit
            assert visit.tree.find(".//h1").text_content().strip(), visit


@pytest.mark.parametrize("role", ROLES)
def test_no_page_mixes_its_languages(visits, role):
    left = {
        str(visit): words
        for visit in visits[role]
        if visit.is_ours and (words := left_in_the_other_language(visit))
    }

    assert left == {}


@pytest.mark.parametrize("language", ["sv", "en", "cms"])
def test_every_kind_of_page_is_sound_on_every_screen(contexts, visits, site, language):
    seen, faults = Seen(), []
    for role in ROLES:
        new = [v for v in visits[role] if v.is_page and v.language == language and seen.is_new(v)]
        with watched(contexts[role]) as (page, complaints):
            for visit in new:
                page.goto(site.url + visit.address)
                ways = ONE_WAY if language == "en" else WAYS  # the looks are those of Swedish
                faults += [f"{visit}: {fault}" for fault in faults_of(page, ways)]
        faults += [f"{role}: {complaint}" for complaint in complaints]

    assert seen.parts
    assert faults == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_form_says_what_is_missing(contexts, visits, site, language):
    seen, faults = Seen(), []
    for role in (STRANGER, "administrator"):
        forms = [v for v in visits[role] if asks_for_something(v) and v.language == language]
        with watched(contexts[role]) as (page, complaints):
            for visit in filter(seen.is_new, forms):
                send_empty(page, site.url + visit.address)
                if not page.locator(".ds-error-summary").count():
                    faults.append(f"{visit}: no word about what is missing")
                faults += faults_of(page, TWO_WAYS if language == "sv" else ONE_WAY)
        faults += [f"{role}: {complaint}" for complaint in complaints]

    assert len(seen.parts) > 5
    assert faults == []


def asks_for_something(visit):
    return visit.is_ours and bool(visit.tree.xpath("//main//form[@method='post'][.//*[@required]]"))


def send_empty(page, address):
    page.goto(address)
    form = page.locator("main form[method=post]:has([required])").first
    with page.expect_navigation():
        form.evaluate(EMPTY_AND_SEND)
