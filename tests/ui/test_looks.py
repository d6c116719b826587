"""Every component and page of our own, before axe and a real browser."""

import pytest

from tests.ui.pages import draw_page
from varn.ui.styleguide import DESK_TEMPLATE, PRINT_TEMPLATE, PUBLIC_TEMPLATE, samples

NAVIGATION = [
    {"url": "#a", "label": "I dag", "current": False},
    {"url": "#b", "label": "Uppdraget", "current": True},
    {"url": "#c", "label": "Register", "current": False},
]
PRESSED = "button, summary, .ds-button, .nav a, .pages a, .ds-input"
PAGES = [DESK_TEMPLATE, PUBLIC_TEMPLATE, PRINT_TEMPLATE, "404.html", "500.html", "503.html"]


def drawn(name, language="sv"):
    extra = {"desk_navigation": NAVIGATION, "demonstration": None}
    return draw_page(name, language, **samples(), **extra)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_everyone_can_use_the_page(page, show, faults, name, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")

    complaints = show(drawn(name))

    assert faults() == []
    assert complaints == []


@pytest.mark.parametrize("name", [DESK_TEMPLATE, PUBLIC_TEMPLATE, "500.html"])
def test_nothing_runs_out_of_the_page(page, show, name):
    show(drawn(name))

    too_wide = {}
    for width in (1280, 640, 390, 320):  # 640 is 200 % and 320 is 400 % of a usual screen
        page.set_viewport_size({"width": width, "height": 800})
        too_wide[width] = page.evaluate("document.documentElement.scrollWidth - innerWidth") > 0

    assert not any(too_wide.values()), too_wide


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_pressed_is_large_enough(page, show, width):
    page.set_viewport_size({"width": width, "height": 800})
    show(drawn(DESK_TEMPLATE))

    small = page.evaluate(
        """pressed => [...document.querySelectorAll(pressed)]
        .filter((element) => element.checkVisibility())
        .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
        .filter(([, box]) => box.height < 24 || box.width < 24)
        .map(([html]) => html)""",
        PRESSED,
    )

    assert small == []


def test_the_page_reads_from_right_to_left_too(page, show):
    html = drawn(DESK_TEMPLATE).replace('dir="ltr"', 'dir="rtl"')

    show(html)

    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    logo = page.locator(".logo").bounding_box()
    assert logo["x"] > 640


def test_paper_shows_the_content_and_nothing_to_press(page, show):
    show(drawn(DESK_TEMPLATE))

    page.emulate_media(media="print")

    assert not page.locator(".masthead").is_visible()
    assert not page.locator(".page__actions").is_visible()
    assert page.locator("h1").is_visible()
