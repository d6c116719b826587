"""Inviting: a link that works once, for a while, while the one who invited still may."""

import re
import socket
from contextlib import closing
from email import message_from_bytes
from email.policy import default
from uuid import uuid4

import pytest
from aiosmtpd.controller import Controller
from django.core import mail
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from tests.accounts.factories import (
    AdministratorFactory,
    InvitationFactory,
    RoleFactory,
    UserFactory,
    token_of,
)
from tests.directory.factories import OrganisationFactory, UnitFactory
from varn.accounts.actions import (
    AlreadyInvitedError,
    Invited,
    OwnMembershipError,
    RoleAboveOwnError,
    invite,
)
from varn.accounts.models import Invitation, User
from varn.accounts.rules import hash_of
from varn.accounts.tasks import deliver_invitation
from varn.project.settings.mail import mailer

pytestmark = pytest.mark.django_db
PASSWORD = "fjorton gröna kommoder"
JOINING = {"name": "Ada", "password": PASSWORD, "password_again": PASSWORD}


class Mailbox:
    """A mail server's memory."""

    def __init__(self):
        self.letters = []

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - aiosmtpd's name
        self.letters.append(envelope)
        return "250 OK"


@pytest.fixture
def mailbox(settings):
    """A real mail server on this machine, and settings that send there."""
    box = Mailbox()
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    settings.MAILERS = {"default": mailer(f"smtp://127.0.0.1:{port}")}
    yield box
    server.stop()


def link(invitation):
    return reverse("accounts:invitation_accept", kwargs={"token": token_of(invitation)})


def invited(**changed):
    values = {
        "email": "Ny@Example.se",
        "language": "sv",
        "role": RoleFactory(permissions=["mandate.view"]),
        "organisation": OrganisationFactory(),
    }
    return Invited(**{**values, **changed})


def form(role, organisation, **changed):
    values = {
        "submission": str(uuid4()),
        "email": "ny@example.se",
        "role": role.slug,
        "organisation": organisation.pk,
        "language": "sv",
    }
    return {**values, **changed}


def test_the_mail_goes_through_a_real_server_and_its_link_leads_in(desk, client, mailbox):
    organisation = OrganisationFactory(name="Länsstyrelsen i Kronobergs län")
    role = RoleFactory(name_sv="Läsare", permissions=["mandate.view"])

    desk.post(reverse("accounts:invitation_create"), form(role, organisation))
    desk.logout()
    (letter,) = mailbox.letters
    text = message_from_bytes(letter.content, policy=default).get_content()
    address = re.search(r"http://testserver(/\S+)", text)[1]
    response = client.post(address, JOINING)

    assert letter.rcpt_tos == ["ny@example.se"]
    assert "Läsare, Länsstyrelsen i Kronobergs län" in text
    assert response["Location"] == "/sv/konto/andra-steg/"
    assert User.objects.get(email="ny@example.se").has_perm("mandate.view")


def test_neither_database_nor_queue_holds_what_the_link_needs(desk):
    role = RoleFactory()

    desk.post(reverse("accounts:invitation_create"), form(role, OrganisationFactory()))

    token = re.search(r"inbjudan/([^/\s]+)/", mail.outbox[0].body)[1]
    invitation = Invitation.objects.get()
    assert invitation.token_hash == hash_of(token)
    assert token not in str(invitation.__dict__)


def test_the_mail_is_written_in_the_invited_persons_language(desk):
    role = RoleFactory(name_en="Reader")

    desk.post(
        reverse("accounts:invitation_create"), form(role, OrganisationFactory(), language="en")
    )

    assert mail.outbox[0].subject == "Your invitation to Värn"
    assert "/en/account/invitation/" in mail.outbox[0].body


def test_sending_again_makes_a_new_link_and_the_old_one_stops(desk):
    invitation = InvitationFactory(expired=True)
    old = link(invitation)

    desk.post(reverse("accounts:invitation_renew", args=[invitation.pk]))
    new = re.search(r"(/sv/konto/inbjudan/\S+)", mail.outbox[0].body)[1]
    desk.logout()

    assert desk.get(old).status_code == 404
    assert desk.get(new).status_code == 200


def test_a_withdrawn_invitation_is_neither_sent_nor_withdrawn_again(desk):
    invitation = InvitationFactory(revoked=True)

    for name in ("renew", "revoke"):
        response = desk.post(
            reverse(f"accounts:invitation_{name}", args=[invitation.pk]), follow=True
        )
        assert "besvarats eller dragits tillbaka" in response.text

    assert mail.outbox == []


def test_a_job_that_runs_twice_sends_one_mail():
    invitation = InvitationFactory(unsent=True)

    for _ in range(2):
        deliver_invitation.call(invitation.pk, "http://testserver/")

    assert len(mail.outbox) == 1


def test_a_job_for_a_withdrawn_invitation_sends_nothing():
    invitation = InvitationFactory(unsent=True, revoked=True)

    deliver_invitation.call(invitation.pk, "http://testserver/")

    assert mail.outbox == []


def test_a_mail_server_that_is_away_leaves_the_invitation_waiting(desk, settings):
    settings.MAILERS = {"default": mailer("smtp://127.0.0.1:1")}

    response = desk.post(
        reverse("accounts:invitation_create"),
        form(RoleFactory(), OrganisationFactory()),
        follow=True,
    )

    assert "Mejl på väg" in response.text
    assert Invitation.objects.get().sent_at is None


def test_the_same_form_sent_twice_makes_one_invitation_and_one_mail(desk):
    typed = form(RoleFactory(), OrganisationFactory())

    first = desk.post(reverse("accounts:invitation_create"), typed)
    second = desk.post(reverse("accounts:invitation_create"), typed)

    assert first["Location"] == second["Location"]
    assert Invitation.objects.count() == 1
    assert len(mail.outbox) == 1


def test_somebody_who_is_invited_already_is_not_invited_again(administrator):
    first = invited()
    invite(submission=uuid4(), invited=first, by=administrator, at=timezone.localtime())

    with pytest.raises(AlreadyInvitedError):
        invite(submission=uuid4(), invited=first, by=administrator, at=timezone.localtime())


def test_the_database_refuses_two_open_invitations_to_the_same():
    first = InvitationFactory()

    with pytest.raises(IntegrityError, match="accounts_invitation_open_once"):
        InvitationFactory(
            email=first.email, role=first.role, organisation=first.organisation, token_hash=""
        )


def test_nobody_invites_to_more_than_they_hold_or_themselves():
    manager = UserFactory(permissions=["accounts.manage"])
    now = timezone.localtime()

    with pytest.raises(RoleAboveOwnError):
        invite(submission=uuid4(), invited=invited(), by=manager, at=now)
    with pytest.raises(OwnMembershipError):
        invite(submission=uuid4(), invited=invited(email=manager.email.upper()), by=manager, at=now)


def test_the_form_offers_no_role_above_ones_own(client):
    manager = UserFactory(permissions=["accounts.manage"])
    above = RoleFactory(permissions=["audit.view"])
    client.force_login(manager)

    response = client.post(
        reverse("accounts:invitation_create"), form(above, OrganisationFactory())
    )

    assert above.name_sv not in client.get(reverse("accounts:invitation_create")).text
    assert response.status_code == 200
    assert not Invitation.objects.exists()


def test_what_was_typed_stays_when_something_is_wrong(desk):
    unit = UnitFactory()
    typed = form(RoleFactory(), unit.organisation, email="inte en adress", unit="Finns inte")

    response = desk.post(reverse("accounts:invitation_create"), typed)

    assert 'value="inte en adress"' in response.text
    assert "Organisationen har ingen enhet med det namnet. Dess enheter: Barnenheten." in (
        response.text
    )
    assert not Invitation.objects.exists()


def test_a_unit_is_found_by_its_name(desk):
    unit = UnitFactory(name="Barnenheten")
    typed = form(RoleFactory(), unit.organisation, unit="barnenheten ")

    desk.post(reverse("accounts:invitation_create"), typed)

    assert Invitation.objects.get().unit == unit


def test_the_list_asks_the_database_as_much_for_one_as_for_many(desk, django_assert_num_queries):
    for _ in range(5):
        InvitationFactory(invited_by=AdministratorFactory())

    desk.get(reverse("accounts:invitation_list"))

    with django_assert_num_queries(8):  # session, user, rights, 3 of the transaction, count, rows
        desk.get(reverse("accounts:invitation_list"))
