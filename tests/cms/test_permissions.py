"""Who reaches the editing back office, and what they may do there."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page

from tests.accounts.factories import MembershipFactory, UserFactory
from varn.cms.choices import CmsPermission
from varn.website.actions import load_start_pages
from varn.website.models import StartPage

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def start_page():
    return load_start_pages(at=NOON)[0]


@pytest.fixture
def editor():
    return UserFactory(permissions=[CmsPermission.EDIT])


@pytest.fixture
def outsider():
    return UserFactory(permissions=["mandate.view"])


def test_an_editor_works_with_every_page(editor, start_page):
    may = start_page.permissions_for_user(editor)

    assert may.can_edit()
    assert may.can_publish()


def test_others_work_with_no_page(outsider, start_page):
    may = start_page.permissions_for_user(outsider)

    assert not may.can_edit()
    assert not may.can_publish()
    assert not may.can_delete()


def test_a_wagtail_group_gives_nothing(outsider, start_page):
    outsider.groups.add(*Group.objects.all())

    assert not start_page.permissions_for_user(outsider).can_edit()
    assert not outsider.has_perm("wagtailadmin.access_admin")


def test_the_door_closes_when_the_role_is_over(start_page):
    membership = MembershipFactory(over=True)
    membership.role.permissions = [CmsPermission.EDIT]
    membership.role.save()

    assert not membership.user.has_perm("wagtailadmin.access_admin")
    assert not start_page.permissions_for_user(membership.user).can_edit()


@pytest.mark.parametrize("address", ["/cms/", "/cms/pages/"])
def test_only_editors_get_in(client, editor, outsider, start_page, address):
    client.force_login(outsider, "varn.accounts.backends.PasswordBackend")
    refused = client.get(address)
    client.force_login(editor, "varn.accounts.backends.PasswordBackend")
    allowed = client.get(address)

    assert refused.status_code == 403
    assert allowed.status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/cms/users/", "/cms/groups/", "/cms/images/", "/cms/documents/", "/cms/images/add/"],
)
def test_people_rights_and_files_are_kept_elsewhere(client, start_page, address):
    client.force_login(
        UserFactory(is_superuser=True, permissions=[CmsPermission.EDIT]),
        "varn.accounts.backends.PasswordBackend",
    )

    assert client.get(address, follow=True).status_code == 404


def test_nobody_takes_a_start_page_away(editor, start_page):
    for user in (editor, UserFactory(is_superuser=True)):
        may = start_page.permissions_for_user(user)

        assert not may.can_delete()
        assert not may.can_unpublish()
        assert not may.can_move()


def test_each_language_has_one_start_page(start_page):
    assert not StartPage.can_create_at(Page.get_first_root_node())
