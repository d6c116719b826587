"""An installation that asks for a second step: from the invitation's mail to a passkey sign-in."""

import re
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from tests.databases import database_url, drop_database, make_database
from tests.journeys.conftest import ROOT, _free_port, _wait_for

VARN = [str(Path(sys.executable).parent / "varn")]
LINK = re.compile(rb"http://\S+")
PASSWORD = "korrekt-häst-batteri-häftklammer"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def strict(tmp_path_factory, django_db_blocker):
    """A server that demonstrates nothing: its address and the folder where it puts mail."""
    data = tmp_path_factory.mktemp("strict")
    with django_db_blocker.unblock():
        name, port = make_database(), _free_port()
    environment = {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "VARN_DATA": str(data),
        "DATABASE_URL": database_url(name),
        "VARN_ORIGIN": f"http://localhost:{port}",
        "LANG": "C.UTF-8",
    }

    def varn(*arguments):
        subprocess.run([*VARN, *arguments], env=environment, cwd=ROOT, check=True)

    varn("roles", "load")
    varn("directory", "load")
    varn("load_start_pages")
    with (data / "server.log").open("w") as log, ExitStack() as running:
        for command in (
            ["worker", "--processes", "1", "--poll", "0.2"],
            ["serve", "--port", str(port), "--workers", "1"],
        ):
            process = subprocess.Popen(
                [*VARN, *command], env=environment, cwd=ROOT, stdout=log, stderr=log
            )
            running.callback(process.wait, timeout=30)
            running.callback(process.terminate)
        _wait_for(f"http://localhost:{port}/health/ready", process, log.name)
        yield f"http://localhost:{port}", data / "mail", varn
    drop_database(name)


def invitation_link(mail):
    end = time.monotonic() + 30
    while time.monotonic() < end:
        for path in sorted(mail.glob("*")) if mail.exists() else []:
            if found := LINK.search(path.read_bytes().replace(b"=\n", b"").replace(b"=3D", b"=")):
                path.unlink()
                return found[0].decode()
        time.sleep(0.2)
    pytest.fail("no mail came")


def accept(page, strict, email):
    _url, mail, varn = strict
    varn("invite", email, "--role", "administrator", "--organisation", "Socialstyrelsen")
    page.goto(invitation_link(mail))
    page.get_by_label("Ditt namn").fill("Ada Administratör")
    page.get_by_label("Välj ett lösenord").fill(PASSWORD)
    page.get_by_label("Samma lösenord igen").fill(PASSWORD)
    page.get_by_role("button", name="Tacka ja och gå vidare").click()


def test_an_invited_person_signs_in_with_a_passkey(page, strict, problems):
    url = strict[0]
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})

    accept(page, strict, "passernyckel@example.se")
    assert page.url == f"{url}/sv/konto/andra-steg/"
    page.goto(f"{url}/sv/arbete/personer/")
    assert page.url == f"{url}/sv/konto/andra-steg/"
    page.get_by_role("link", name="Lägg till en passernyckel").click()
    page.locator("input[type=checkbox][name=passwordless]").check()
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url("**/recovery-codes/**")
    page.goto(f"{url}/sv/arbete/personer/")
    page.get_by_role("heading", name=re.compile("kan logga in")).wait_for()
    page.goto(f"{url}/sv/konto/logout/")
    page.locator("main").get_by_role("button").first.click()
    page.goto(f"{url}/sv/konto/login/?next=/sv/arbete/personer/")
    page.locator("#passkey_login").click()
    page.wait_for_url(lambda address: "login" not in address)
    page.goto(f"{url}/sv/konto/")

    assert page.get_by_text("Skyddat av ett andra steg").is_visible()
    assert problems == []


def test_an_invited_person_signs_in_with_a_code_from_an_app(page, strict, problems):
    url = strict[0]

    accept(page, strict, "kod@example.se")
    page.get_by_role("link", name="Använd en app").click()
    secret = page.locator("#authenticator_secret").input_value()
    page.locator("input[name=code]").fill(code(secret))
    page.locator("main form button").first.click()
    page.wait_for_url("**/recovery-codes/**")
    page.goto(f"{url}/sv/konto/logout/")
    page.locator("main").get_by_role("button").first.click()
    page.goto(f"{url}/sv/konto/login/?next=/sv/konto/")
    page.locator("input[name=login]").fill("kod@example.se")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button:not([type=button])").first.click()
    page.wait_for_url("**/2fa/authenticate/**")
    page.locator("input[name=code]").fill(code(secret, ahead=1))
    page.locator("main form button:not([type=button])").first.click()
    page.wait_for_url(f"{url}/sv/konto/")

    assert page.get_by_text("Skyddat av ett andra steg").is_visible()
    assert problems == []


def code(secret, *, ahead=0):
    """What an authenticator app shows; a code works once, so a second one is the next."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead))
