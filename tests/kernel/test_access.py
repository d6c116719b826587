import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import HttpResponse
from django.template.response import TemplateResponse

from varn.accounts.models import User
from varn.audit.models import Entry
from varn.kernel.access import LazyResponseError, public, requires, signed_in

pytestmark = pytest.mark.django_db


def somebody(**fields):
    return User.objects.create_user(email="somebody@example.org", name="Handläggare", **fields)


def ask(rf, view, *, user, method="get"):
    request = getattr(rf, method)("/")
    request.user = user
    return view(request)


def careless(request):
    somebody()
    return HttpResponse()


def test_a_read_cannot_write(rf):
    with pytest.raises(DatabaseError, match="read-only"):
        ask(rf, public()(careless), user=AnonymousUser())


def test_a_reading_view_refuses_to_be_posted_to(rf):
    response = ask(rf, public()(careless), user=AnonymousUser(), method="post")

    assert response.status_code == 405
    assert not User.objects.exists()


def test_a_writing_view_writes_when_posted_to(rf):
    ask(rf, public(writes=True)(careless), user=AnonymousUser(), method="post")

    assert User.objects.count() == 1


@pytest.mark.parametrize("method", ["options", "trace", "put", "delete", "patch"])
def test_no_view_answers_methods_that_no_form_sends(rf, method):
    view = requires("mandate.view", writes=True, audited="mandate.sample.read")(careless)

    response = ask(rf, view, user=somebody(is_superuser=True), method=method)

    assert response.status_code == 405
    assert User.objects.count() == 1
    assert not Entry.objects.exists()


def test_a_stranger_is_not_let_in(rf):
    with pytest.raises(PermissionDenied):
        ask(rf, signed_in()(careless), user=AnonymousUser())


def test_a_person_who_was_shut_out_is_not_let_in(rf):
    with pytest.raises(PermissionDenied):
        ask(rf, signed_in()(careless), user=somebody(is_active=False))


def test_being_signed_in_is_not_having_the_permission(rf):
    with pytest.raises(PermissionDenied):
        ask(rf, requires("mandate.view")(careless), user=somebody())


def test_a_sensitive_read_is_on_record_before_the_page_is_made(rf):
    seen = []

    @requires("mandate.view", audited="mandate.sample.read")
    def view(request):
        seen.append(Entry.objects.get().event)
        return HttpResponse()

    ask(rf, view, user=somebody(is_superuser=True))

    assert seen == ["mandate.sample.read"]


def test_a_response_that_would_render_later_is_refused(rf):
    @public()
    def lazy(request):
        return TemplateResponse(request, "404.html")

    with pytest.raises(LazyResponseError):
        ask(rf, lazy, user=AnonymousUser())
