"""A real server on a real database with the demonstration in it, and a real browser before it."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.databases import database_url, drop_database, make_database

ROOT = Path(__file__).parents[2]
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
STARTS_WITHIN_SECONDS = 120


@dataclass(frozen=True)
class Site:
    """A running demonstration."""

    url: str
    data: Path
    environment: dict[str, str]

    def varn(self, *arguments):
        """Run a command line on the same data."""
        return subprocess.run(
            [str(Path(sys.executable).parent / "varn"), *arguments],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture(scope="session")
def site(tmp_path_factory, django_db_blocker):
    data = tmp_path_factory.mktemp("data")
    with django_db_blocker.unblock():  # the first one migrates the template
        name = make_database()
    port = _free_port()
    environment = _environment(data, database_url(name))
    log = data / "server.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [str(Path(sys.executable).parent / "varn"), "demo", "--port", str(port)],
            env=environment,
            cwd=ROOT,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    site = Site(url=f"http://localhost:{port}", data=data, environment=environment)
    try:
        _wait_for(f"{site.url}/health/ready", server, log)
        yield site
    finally:
        server.terminate()
        server.wait(timeout=30)
        drop_database(name)


def _environment(data, url):
    return {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "HOME": str(Path.home()),
        "VARN_DATA": str(data),
        "DATABASE_URL": url,
        "LANG": "C.UTF-8",
    }


def _free_port():
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(url, server, log):
    end = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < end:
        if server.poll() is not None:
            pytest.fail(f"the server stopped: {log.read_text()[-3000:]}")
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the server did not start: {log.read_text()[-3000:]}")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    chosen = {"executable_path": CHROMIUM} if CHROMIUM else {}
    return {**browser_type_launch_args, "args": quiet, **chosen}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "sv-SE", "reduced_motion": "reduce"}


@pytest.fixture
def problems(page):
    """What the browser complained about: refused content, failed scripts, missing files."""
    found = []
    page.on(
        "console", lambda message: found.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.fixture
def sign_in(page, site):
    """Sign in as one of the demonstration's roles, by its one-click button."""

    def as_role(role, language="sv"):
        page.goto(f"{site.url}/{language}/")
        page.locator(f"[data-demo-role={role}]").first.click()
        page.wait_for_load_state()

    return as_role


@pytest.fixture
def accessibility_faults(browser, site):
    """Axe's findings for an address, light or dark, with the cookies of a signed-in page."""
    contexts = []

    def check(address, *, cookies=(), dark=False, width=1280):
        context = browser.new_context(
            bypass_csp=True,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            viewport={"width": width, "height": 900},
        )
        contexts.append(context)
        context.add_cookies(list(cookies))
        page = context.new_page()
        page.goto(site.url + address)
        page.evaluate(AXE)
        result = page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", AXE_TAGS
        )
        return [
            f"{address} {fault['id']}: {node['html'][:160]}"
            for fault in result["violations"]
            for node in fault["nodes"]
        ]

    yield check
    for context in contexts:
        context.close()
