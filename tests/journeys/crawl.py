"""Follow every link that a role is shown; one sample of each kind of address."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from lxml import html

NUMBER = re.compile(r"\d+")
STARTS = (
    "/sv/",
    "/en/",
    "/sv/arbete/",
    "/en/desk/",
    "/sv/konto/andra-steg/",  # where an installation that asks for a second step leads to
    "/en/account/second-step/",
    "/sv/konto/logout/",  # where another system's sign-out leads to
    "/en/account/logout/",
)
EDITORS_PAGES = re.compile(r"/cms/(pages/\d+/edit/)?$")


@dataclass(frozen=True)
class Visit:
    """What the server answered, and on which page the link stood."""

    role: str
    address: str
    found_on: str
    status: int
    text: str = field(repr=False)

    @property
    def is_page(self):
        return bool(self.text)

    @property
    def is_ours(self):
        return self.is_page and not self.address.startswith("/cms/")

    @property
    def language(self):
        return self.address.split("/")[1]

    @property
    def pattern(self):
        return pattern_of(self.address)

    @cached_property
    def tree(self):
        return html.document_fromstring(self.text)

    def __str__(self):
        return f"{self.role}: {self.address} (linked from {self.found_on})"


def pattern_of(address):
    """The same for every page of a kind: numbers and the values of a query don't count."""
    parts = urlsplit(address)
    names = sorted({name for name, _value in parse_qsl(parts.query, keep_blank_values=True)})
    return (NUMBER.sub("#", parts.path), *names)


def crawl(browser_context, url, role, languages=("sv", "en")):
    """Everything that can be reached by links, in these languages."""
    others = tuple(f"/{each}/" for each in ("sv", "en") if each not in languages)
    waiting = [(address, "-") for address in STARTS if not address.startswith(others)]
    seen, visits = {pattern_of(address) for address, _ in waiting}, []
    while waiting:
        address, found_on = waiting.pop(0)
        visit = _visit(browser_context, url, role, address, found_on)
        visits.append(visit)
        for link in _links(visit, url):
            if pattern_of(link) not in seen and not link.startswith(others):
                seen.add(pattern_of(link))
                waiting.append((link, visit.address))
    return visits


def _visit(browser_context, url, role, address, found_on):
    answer = browser_context.request.get(url + address)
    is_page = (
        answer.headers.get("content-type", "").startswith("text/html")
        and "content-disposition" not in answer.headers
    )
    reached = answer.url.removeprefix(url) if is_page else address
    return Visit(role, reached, found_on, answer.status, answer.text() if is_page else "")


def _links(visit, url):
    if not visit.is_ours or visit.status >= 400:
        return
    for anchor in visit.tree.iterfind(".//a[@href]"):
        link = urldefrag(urljoin(url + visit.address, anchor.get("href")))[0]
        path = link.removeprefix(url)
        if link.startswith(f"{url}/") and (
            not path.startswith("/cms/") or EDITORS_PAGES.match(path)
        ):
            yield path
