"""Every address × every role: who gets in is what the views have declared, and nothing else."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from tests.accounts.factories import NOON, MembershipFactory, UserFactory
from varn.accounts.actions import load_roles
from varn.accounts.models import Role
from varn.kernel.access import Guarded
from varn.project.middleware import ClosedByDefaultMiddleware
from varn.project.third_party import Audience, audience_of

pytestmark = pytest.mark.django_db
ROLES = ("national-coordinator", "county-coordinator", "chief", "editor", "administrator")
EVERYBODY = (*ROLES, "without a role", "a stranger")
PARAMETER = re.compile(r"<(\w+):\w+>")
SAMPLES = {"int": "999999", "str": "x", "slug": "x", "path": "x"}


def patterns(entries, route=""):
    """Every view with the whole route that leads to it."""
    for entry in entries:
        here = route + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield entry.callback, here
        else:
            yield from patterns(entry.url_patterns, here)


def our_views():
    """Each view of ours and an address of it, with sample values in place of its parameters."""
    for view, route in patterns(get_resolver().url_patterns):
        if isinstance(view, Guarded):
            yield view, "/" + PARAMETER.sub(lambda found: SAMPLES[found[1]], route)


def third_party_views():
    return {
        view
        for view, _route in patterns(get_resolver().url_patterns)
        if not isinstance(view, Guarded)
    }


@pytest.fixture
def somebody(request):
    load_roles(at=NOON)
    if request.param == "a stranger":
        return None
    person = UserFactory()
    if request.param in ROLES:
        MembershipFactory(user=person, role=Role.objects.get(slug=request.param))
    return person


def may_enter(view, person):
    if view.access.is_public:
        return True
    if person is None:
        return False
    return not view.access.permission or person.has_perm(view.access.permission)


def got_in(view, response):
    if response.status_code == 403:
        return False
    sent_to_sign_in = response.get("Location", "").startswith(reverse("account_login"))
    return view.access.is_public or not sent_to_sign_in


def test_the_matrix_covers_our_views():
    assert len(list(our_views())) > 50


@pytest.mark.parametrize("somebody", EVERYBODY, indirect=True)
def test_a_page_opens_for_those_who_may_see_it_and_no_one_else(client, somebody):
    if somebody:
        client.force_login(somebody)

    surprises = [
        f"{address}: {response.status_code}"
        for view, address in our_views()
        if got_in(view, response := client.get(address)) != may_enter(view, somebody)
    ]

    assert surprises == []


@pytest.mark.parametrize("somebody", EVERYBODY, indirect=True)
def test_nothing_is_written_by_those_who_may_not(client, somebody):
    if somebody:
        client.force_login(somebody)

    surprises = [
        f"{address}: {response.status_code}"
        for view, address in our_views()
        if not may_enter(view, somebody) and got_in(view, response := client.post(address))
    ]

    assert surprises == []


def reaches(middleware, view, request):
    """What the closed door says to a person before somebody else's view."""
    try:
        answer = middleware.process_view(request, view, (), {})
    except (PermissionDenied, Http404):
        return False
    return answer is None


@pytest.mark.parametrize("somebody", EVERYBODY, indirect=True)
def test_other_makers_views_open_for_their_audience_only(rf, somebody):
    request = rf.get("/")
    request.user = somebody or type("Stranger", (), {"is_authenticated": False})()
    middleware = ClosedByDefaultMiddleware(lambda request: HttpResponse())
    is_editor = bool(somebody and somebody.has_perm("wagtailadmin.access_admin"))
    opens = {
        Audience.EVERYONE: True,
        Audience.SIGNED_IN: somebody is not None,
        Audience.EDITORS: is_editor,
        Audience.NOBODY: False,
    }

    surprises = [
        f"{view.__module__}.{getattr(view, '__name__', view)}"
        for view in third_party_views()
        if reaches(middleware, view, request) != opens[audience_of(view)]
    ]

    assert surprises == []


def test_a_page_of_nobodys_has_no_address_that_works(client):
    for name in ("account_signup", "account_email"):
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue
        assert client.get(address).status_code == 404
