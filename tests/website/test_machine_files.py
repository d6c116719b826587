"""What machines ask for by addresses they know by heart."""

from datetime import UTC, date, datetime, timedelta

import pytest

pytestmark = pytest.mark.django_db


def test_search_engines_may_read_the_public_pages_only(client):
    text = client.get("/robots.txt").content.decode()

    assert text == "User-agent: *\nDisallow: /cms/\nDisallow: /health/\n"


def test_no_search_engine_reads_a_demonstration(client, settings):
    settings.DEMONSTRATION_DATE = date(2014, 11, 15)

    assert "Disallow: /\n" in client.get("/robots.txt").content.decode()


def test_a_hole_can_be_told_to_somebody(client, settings):
    settings.SECURITY_CONTACT = "mailto:sakerhet@example.se"

    response = client.get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    expires = datetime.strptime(fields["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert fields["Contact"] == "mailto:sakerhet@example.se"
    assert timedelta(0) < expires - datetime.now(UTC) < timedelta(days=365)


def test_where_nobody_is_named_there_is_no_security_text(client, settings):
    settings.SECURITY_CONTACT = None

    assert client.get("/.well-known/security.txt").status_code == 404
