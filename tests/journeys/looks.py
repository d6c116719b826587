"""How a page looks to a person and to axe: on a phone, on a desk, in light and in dark."""

from contextlib import contextmanager
from dataclasses import dataclass, field

from lxml import etree

from tests.journeys.conftest import AXE, AXE_TAGS

PHONE, DESK = 390, 1280
WAYS = ((PHONE, "light"), (DESK, "light"), (DESK, "dark"))
TWO_WAYS = ((PHONE, "light"), (DESK, "dark"))
ONE_WAY = ((PHONE, "light"),)
FORM_WITH_ERRORS = "status of 422"  # the browser notes the status of a form that asks again
RUN_AXE = """async tags => {
    const found = await axe.run(document, {
        runOnly: {type: "tag", values: tags}, resultTypes: ["violations"], preload: false,
    });
    return found.violations.flatMap(
        fault => fault.nodes.map(node => `${fault.id}: ${node.html.slice(0, 160)}`));
}"""


@dataclass
class Seen:
    """Which kinds of page somebody has looked at, so that the same one is looked at once."""

    parts: dict = field(default_factory=dict)

    def is_new(self, visit):
        """True for a kind of page, or for one that shows something that its kind hasn't yet."""
        known = self.parts.setdefault((visit.language, visit.pattern[0]), set())
        shown = {
            (element.tag, element.get("class")) for element in visit.tree.iter(etree.Element)
        } - known
        known |= shown
        return bool(shown)


@contextmanager
def watched(context):
    """A page, and what the browser complains about on it."""
    page, complaints = context.new_page(), []

    def note(said):
        if said.type == "error" and FORM_WITH_ERRORS not in said.text:
            complaints.append(f"{page.url}: {said.text}")

    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    try:
        yield page, complaints
    finally:
        page.close()


def faults_of(page, ways=WAYS):
    """What is wrong with the page that is open, in every way that it may be looked at."""
    found = []
    for width, scheme in ways:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{page.url} is wider than {width} pixels")
        found += [f"{page.url} {width} {scheme} {fault}" for fault in _axe(page)]
    return found


def _axe(page):
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    return page.evaluate(RUN_AXE, AXE_TAGS)
