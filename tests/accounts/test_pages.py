"""Pages about people: who reaches them, what they ask of the database, two at once."""

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from tests.accounts.factories import (
    AdministratorFactory,
    InvitationFactory,
    MembershipFactory,
    RoleFactory,
    UserFactory,
)
from varn.accounts.models import Invitation, Membership, User
from varn.audit.models import Entry

pytestmark = pytest.mark.django_db
MANAGING = {
    "person_list": (),
    "person_detail": ("person",),
    "membership_change": ("membership",),
    "invitation_list": (),
    "invitation_create": (),
}
POSTED = {
    "person_close": ("person",),
    "person_reopen": ("person",),
    "person_clear_factors": ("person",),
    "membership_change": ("membership",),
    "membership_end": ("membership",),
    "invitation_create": (),
    "invitation_renew": ("invitation",),
    "invitation_revoke": ("invitation",),
}
ASKED_FOR_A_PAGE = 6  # session, person, rights, and the three statements of a transaction


@pytest.fixture
def things():
    membership = MembershipFactory(role=RoleFactory(permissions=["mandate.view"]))
    return {
        "person": membership.user_id,
        "membership": membership.pk,
        "invitation": InvitationFactory().pk,
    }


def address(name, things, wanted):
    return reverse(f"accounts:{name}", args=[things[each] for each in wanted])


@pytest.mark.parametrize(("name", "wanted"), MANAGING.items(), ids=MANAGING)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_who_manages_people_sees_the_page(desk, things, name, wanted, language):
    with translation.override(language):
        response = desk.get(address(name, things, wanted))

    assert response.status_code == 200
    assert f'lang="{language}"' in response.text


def test_looking_for_what_no_text_can_hold_is_no_fault_of_ours(desk):
    response = desk.get(reverse("accounts:person_list"), {"q": "\x00"})

    assert response.status_code == 200


@pytest.mark.parametrize(("name", "wanted"), MANAGING.items(), ids=MANAGING)
def test_who_does_not_manage_people_sees_none_of_it(client, things, name, wanted):
    everything_else = UserFactory(permissions=["mandate.change", "audit.view", "cms.edit"])
    client.force_login(everything_else)

    assert client.get(address(name, things, wanted)).status_code == 403


@pytest.mark.parametrize(("name", "wanted"), POSTED.items(), ids=POSTED)
def test_who_does_not_manage_people_changes_nothing(client, things, name, wanted):
    client.force_login(UserFactory(permissions=["mandate.change", "audit.view", "cms.edit"]))
    before = Entry.objects.count()

    response = client.post(address(name, things, wanted), {"role": "administrator"})

    assert response.status_code == 403
    assert Entry.objects.count() == before


@pytest.mark.parametrize(("name", "wanted"), POSTED.items(), ids=POSTED)
def test_opening_an_address_changes_nothing(desk, things, name, wanted):
    before = Entry.objects.count()

    desk.get(address(name, things, wanted))

    assert Entry.objects.count() == before


@pytest.mark.parametrize("name", ["person_detail", "membership_change"])
def test_a_page_about_what_is_not_there_is_not_found(desk, name):
    assert desk.get(reverse(f"accounts:{name}", args=[987_654])).status_code == 404


@pytest.mark.parametrize("name", [name for name, wanted in POSTED.items() if wanted])
def test_nothing_is_done_to_what_is_not_there(desk, name):
    assert desk.post(reverse(f"accounts:{name}", args=[987_654])).status_code == 404


def test_everybody_reads_what_the_roles_are_for(client):
    role = RoleFactory(permissions=["mandate.view"])
    client.force_login(UserFactory())

    swedish = client.get("/sv/arbete/roller/").text
    english = client.get("/en/desk/roles/").text

    assert role.name_sv in swedish
    assert "Gör något." in swedish
    assert "See decisions and mandates" in english
    assert "mandate.view" not in english


def test_the_list_of_people_asks_as_much_for_one_as_for_many(desk, django_assert_num_queries):
    for _ in range(5):
        AdministratorFactory(factor=True)
    desk.get("/sv/arbete/personer/")

    with django_assert_num_queries(ASKED_FOR_A_PAGE + 3):  # count, people, memberships
        response = desk.get("/sv/arbete/personer/")

    assert "6 personer kan logga in" in response.text


def test_the_page_of_a_person_asks_as_much_for_one_role_as_for_many(
    desk, django_assert_num_queries
):
    user = UserFactory()
    for _ in range(3):
        MembershipFactory(user=user)
        MembershipFactory(user=user, ended=True)
    desk.get("/sv/konto/")

    with django_assert_num_queries(ASKED_FOR_A_PAGE + 4):  # person, current, other, second step
        desk.get(reverse("accounts:person_detail", args=[user.pk]))


def test_own_account_asks_little(client, django_assert_num_queries):
    client.force_login(UserFactory(permissions=["mandate.view"]))
    client.get("/sv/konto/")

    with django_assert_num_queries(ASKED_FOR_A_PAGE + 4):
        client.get("/sv/konto/")


def test_people_are_found_by_name_address_or_organisation(desk):
    found = MembershipFactory(user=UserFactory(name="Siv Svensson"), organisation__name="Skåne län")
    UserFactory(name="Någon annan")

    for text in ("siv", found.user.email, "skåne"):
        response = desk.get("/sv/arbete/personer/", {"q": text})
        assert "Siv Svensson" in response.text
        assert "Någon annan" not in response.text
    assert "Ingen stämmer med sökningen" in desk.get("/sv/arbete/personer/?q=finns+inte").text


def test_ones_own_name_and_language_are_changed(client):
    user = UserFactory()
    client.force_login(user)

    response = client.post("/sv/konto/", {"name": "Nytt Namn", "language": "en"}, follow=True)

    user.refresh_from_db()
    assert (user.name, user.language) == ("Nytt Namn", "en")
    assert "Dina uppgifter är sparade." in response.text
    assert Entry.objects.get().event == "accounts.profile.changed"


def test_a_name_is_needed(client):
    client.force_login(UserFactory(name="Förr"))

    response = client.post("/sv/konto/", {"name": " ", "language": "xx"})

    assert response.status_code == 200
    assert User.objects.get().name == "Förr"


def test_a_role_is_changed(desk):
    membership = MembershipFactory()
    role = RoleFactory()

    desk.post(
        reverse("accounts:membership_change", args=[membership.pk]),
        {"version": 1, "role": role.slug, "ends_on": "2090-01-31"},
    )

    membership.refresh_from_db()
    assert membership.role == role
    assert membership.ends_on.isoformat() == "2090-01-31"
    assert membership.version == 2


def test_the_second_of_two_sees_what_changed_keeps_what_was_typed_and_can_save_it(desk):
    membership = MembershipFactory()
    first, second = RoleFactory(), RoleFactory()
    page = reverse("accounts:membership_change", args=[membership.pk])
    desk.post(page, {"version": 1, "role": first.slug})

    told = desk.post(page, {"version": 1, "role": second.slug, "ends_on": "2090-01-31"})
    desk.post(page, {"version": 2, "role": second.slug, "ends_on": "2090-01-31"})

    assert f"Rollen är nu: {first.name_sv}." in told.text
    assert f'value="{second.slug}" selected' in told.text
    assert 'name="version" value="2"' in told.text
    assert Membership.objects.get(pk=membership.pk).role == second


def test_a_role_that_somebody_else_ended_meanwhile_is_not_changed(desk):
    membership = MembershipFactory(ended=True)

    response = desk.post(
        reverse("accounts:membership_change", args=[membership.pk]),
        {"version": 1, "role": membership.role.slug},
    )

    assert "Någon annan har avslutat rollen under tiden" in response.text


def test_a_last_day_before_the_first_is_refused(desk):
    membership = MembershipFactory()

    response = desk.post(
        reverse("accounts:membership_change", args=[membership.pk]),
        {"version": 1, "role": membership.role.slug, "ends_on": "1999-01-01"},
    )

    assert "Sista dagen ligger före den första" in response.text


def test_ending_a_role_twice_is_harmless_and_said(desk):
    membership = MembershipFactory()
    page = reverse("accounts:membership_end", args=[membership.pk])

    first = desk.post(page, follow=True)
    second = desk.post(page, follow=True)

    assert "Rollen är avslutad." in first.text
    assert "Någon annan har avslutat rollen under tiden" in second.text
    assert Entry.objects.filter(event="accounts.membership.ended").count() == 1


def test_ones_own_role_has_no_buttons_and_no_back_way(desk, administrator):
    own = administrator.memberships.get()

    shown = desk.get(reverse("accounts:person_detail", args=[administrator.pk]))
    desk.post(reverse("accounts:membership_end", args=[own.pk]))
    desk.post(reverse("accounts:person_close", args=[administrator.pk]))

    own.refresh_from_db()
    administrator.refresh_from_db()
    assert "Du kan inte ändra dina egna roller" in shown.text
    assert own.ended_at is None
    assert administrator.is_active


def test_an_invitation_is_withdrawn(desk):
    invitation = InvitationFactory()

    desk.post(reverse("accounts:invitation_revoke", args=[invitation.pk]))

    assert Invitation.objects.get().revoked_at <= timezone.localtime()
