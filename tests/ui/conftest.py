"""A browser before pages that are drawn here and served without a server, under the real policy."""

import mimetypes

import pytest
from django.conf import settings
from django.utils.csp import build_policy

from tests.architecture.source import SOURCE
from tests.journeys.conftest import AXE, AXE_TAGS, CHROMIUM

STATIC = SOURCE / "ui" / "static"
ORIGIN = "http://localhost"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chosen = {"executable_path": CHROMIUM} if CHROMIUM else {}
    return {**browser_type_launch_args, "args": ["--no-sandbox", "--disable-gpu"], **chosen}


@pytest.fixture
def show(context, page):
    """Put HTML before the browser as if it came from our server; collect its complaints."""
    complaints = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def serve(html, address="/sida/"):
        context.route(f"{ORIGIN}/**", lambda route: _answer(route, html))
        page.goto(ORIGIN + address)
        return complaints

    return serve


@pytest.fixture
def faults(page):
    """Axe's findings on the page that is shown."""

    def check():
        page.evaluate(AXE)
        found = page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", AXE_TAGS
        )
        return [
            f"{fault['id']}: {node['html'][:160]}"
            for fault in found["violations"]
            for node in fault["nodes"]
        ]

    return check


def _answer(route, html):
    path = route.request.url.removeprefix(ORIGIN).partition("#")[0]
    if path.startswith("/static/"):
        file = STATIC / path.removeprefix("/static/")
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        route.fulfill(body=file.read_bytes(), content_type=kind)
        return
    policy = build_policy(settings.SECURE_CSP)
    route.fulfill(
        body=html,
        content_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": policy, "Cache-Control": "no-store"},
    )
