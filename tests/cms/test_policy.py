"""The back office's content security policy, and that nothing else gets it."""

from datetime import UTC, datetime

import pytest

from tests.accounts.factories import UserFactory
from varn.cms.choices import CmsPermission
from varn.website.actions import load_start_pages

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def start_page():
    return load_start_pages(at=NOON)[0]


@pytest.fixture
def editor_client(client):
    editor = UserFactory(permissions=[CmsPermission.EDIT])
    client.force_login(editor, "varn.accounts.backends.PasswordBackend")
    return client


def test_no_inline_script_runs_in_the_back_office(editor_client, start_page):
    response = editor_client.get(f"/cms/pages/{start_page.pk}/edit/")
    policy = response.headers["Content-Security-Policy"]

    assert "script-src 'self';" in policy
    assert "style-src 'self';" in policy
    assert policy.count("unsafe") == 1
    assert b"initDateChooser" not in response.content


def test_the_back_office_may_frame_its_own_preview(editor_client, start_page):
    response = editor_client.get(f"/cms/pages/{start_page.pk}/edit/")

    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_other_pages_keep_the_strict_policy(editor_client, start_page):
    response = editor_client.get("/sv/")

    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Frame-Options"] == "DENY"


def test_a_day_is_typed_in_the_browsers_own_field(editor_client, start_page):
    text = editor_client.get(f"/cms/pages/{start_page.pk}/edit/").content.decode()

    assert '<input type="date" name="reviewed_on"' in text
