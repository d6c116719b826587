import pytest
from django.urls import reverse

from tests.accounts.factories import (
    NOON,
    InvitationFactory,
    MembershipFactory,
)
from varn.accounts.actions import load_roles

pytestmark = pytest.mark.django_db


def test_smoke(desk, person):
    m = MembershipFactory(in_unit=True)
    MembershipFactory(over=True, user=m.user)
    MembershipFactory(ended=True, user=m.user)
    InvitationFactory()
    InvitationFactory(expired=True)
    InvitationFactory(accepted=True)
    load_roles(at=NOON)
    for name, kw in [
        ("own", {}),
        ("second_factor", {}),
        ("person_list", {}),
        ("person_detail", {"person_id": m.user_id}),
        ("membership_change", {"membership_id": m.pk}),
        ("invitation_list", {}),
        ("invitation_create", {}),
        ("role_list", {}),
    ]:
        r = desk.get(reverse("accounts:" + name, kwargs=kw))
        assert r.status_code == 200, name
