"""No view without somebody having said who may call it."""

import pytest
from django.urls import URLPattern, get_resolver

from varn.kernel.access import Guarded
from varn.project.third_party import audience_of
from varn.project.wiring import PERMISSIONS


def patterns(entries):
    for entry in entries:
        if isinstance(entry, URLPattern):
            yield entry
        else:
            yield from patterns(entry.url_patterns)


def views():
    return [pattern.callback for pattern in patterns(get_resolver().url_patterns)]


def test_every_view_has_said_who_may_call_it():
    undeclared = {
        f"{view.__module__}.{getattr(view, '__name__', view)}"
        for view in views()
        if not isinstance(view, Guarded) and audience_of(view) is None
    }

    assert undeclared == set()


def test_our_own_views_carry_our_own_guard():
    unguarded = {
        f"{view.__module__}.{view.__name__}"
        for view in views()
        if view.__module__.startswith("varn.") and not isinstance(view, Guarded)
    }

    assert unguarded == set()


def test_every_permission_that_a_view_asks_for_exists():
    known = {permission.value for permission in PERMISSIONS}
    asked = {view.access.permission for view in views() if isinstance(view, Guarded)} - {None}

    assert asked <= known


@pytest.mark.parametrize("permission", PERMISSIONS, ids=str)
def test_every_permission_says_in_words_what_it_allows(permission):
    assert str(permission.label)
    assert str(permission.label) != permission.value
