"""Reminders come once, to those concerned, and are not lost when the mail server is away."""

import socket
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from hypothesis import given
from hypothesis import strategies as st

from tests.accounts.factories import MembershipFactory, RoleFactory, UserFactory
from tests.mandate.factories import DocumentFactory, MandateFactory
from tests.mandate.test_documents import fulfil, obligation_of
from tests.mandate.test_two_at_once import at_once
from varn.mandate.actions import choose_mail
from varn.mandate.actions.reminders import send_digests, send_due_reminders
from varn.mandate.models import Mandate, Reminder
from varn.mandate.rules.reminding import STEPS, reminder_step
from varn.project.settings.mail import mailer

AT = datetime.now(tz=UTC)
DAY = date(2014, 11, 24)  # five working days before 1 December
ORIGIN = "https://varn.example"


class Mailbox:
    """A mail server's memory."""

    def __init__(self):
        self.letters = []

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - aiosmtpd's name
        self.letters.append(envelope)
        return "250 OK"


def a_free_port():
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def mailbox(settings):
    box, port = Mailbox(), a_free_port()
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    settings.MAILERS = {"default": mailer(f"smtp://127.0.0.1:{port}")}
    yield box
    server.stop()


def person(*permissions, **fields):
    user = UserFactory(**fields)
    role = RoleFactory(permissions=list(permissions))
    MembershipFactory(user=user, role=role)
    return user


def remind(on=DAY):
    return send_due_reminders(on=on, origin=ORIGIN, at=AT)


def a_mandate():
    return MandateFactory(by=UserFactory())


@pytest.mark.django_db
def test_a_reminder_is_mailed_once_with_number_words_and_link(mailbox):
    mandate = a_mandate()
    reader = person("mandate.view", "mandate.lead", language="sv")

    sent, again = remind(), remind(DAY + timedelta(days=1))

    (letter,) = mailbox.letters
    message = message_from_bytes(letter.content, policy=default)
    assert (sent, again) == (1, 0)
    assert letter.rcpt_tos == [reader.email]
    assert message["Subject"] == f"{mandate.registry_number}: Rekvisition, 5 arbetsdagar kvar"
    page = f"https://varn.example/sv/arbete/skyldigheter/{obligation_of(mandate).pk}/"
    assert page in message.get_content()


@pytest.mark.django_db
def test_a_line_break_in_a_registry_number_ends_no_header_and_stops_no_mail(mailbox):
    mandate = a_mandate()
    Mandate.objects.filter(pk=mandate.pk).update(registry_number="S2014/1\r\nBcc: a@b.example")
    person("mandate.view", "mandate.lead", language="sv")

    remind()

    message = message_from_bytes(mailbox.letters[0].content, policy=default)
    assert message["Subject"].startswith("S2014/1 Bcc: a@b.example: Rekvisition")
    assert message["Bcc"] is None


@pytest.mark.django_db
def test_each_reads_in_their_own_language(mailbox):
    a_mandate()
    person("mandate.view", "mandate.lead", language="en")

    remind()

    message = message_from_bytes(mailbox.letters[0].content, policy=default)
    assert "5 working days left" in message["Subject"]
    assert "https://varn.example/en/desk/" in message.get_content()


@pytest.mark.django_db
def test_a_server_that_is_away_loses_no_reminder(settings, mailbox):
    a_mandate()
    person("mandate.view", "mandate.lead")
    works = settings.MAILERS
    settings.MAILERS = {"default": mailer(f"smtp://127.0.0.1:{a_free_port()}")}

    with pytest.raises(OSError, match="refused"):
        remind()
    assert not Reminder.objects.exists()
    settings.MAILERS = works

    assert remind(DAY + timedelta(days=1)) == 1
    assert len(mailbox.letters) == 1


@pytest.mark.django_db
def test_what_is_done_is_not_reminded_of(mailbox):
    mandate = a_mandate()
    person("mandate.view", "mandate.lead")
    fulfil(obligation_of(mandate), DocumentFactory(mandate=mandate))

    assert remind() == 0


@pytest.mark.django_db
def test_only_those_concerned_who_want_it_are_reminded(mailbox):
    a_mandate()
    person("mandate.view")
    person("mandate.view", "mandate.lead", is_active=False)
    choose_mail(wants_reminders=False, wants_digest=True, by=person("mandate.view", "mandate.lead"))
    signer = person("mandate.view", "finance.sign")

    assert remind() == 1
    assert mailbox.letters[0].rcpt_tos == [signer.email]
    assert remind(date(2015, 5, 28)) == 0  # the report is not the signer's


@pytest.mark.django_db
def test_the_digest_names_what_is_late_and_near(mailbox):
    mandate = a_mandate()
    person("mandate.view", "mandate.lead", language="sv")

    told = send_digests(on=date(2015, 5, 4), origin=ORIGIN, at=AT)

    message = message_from_bytes(mailbox.letters[0].content, policy=default)
    assert told == 1
    assert mandate.registry_number in message["Subject"]
    assert "Försenad" in message.get_content()
    assert "den 29 maj 2015" in message.get_content()


@pytest.mark.usefixtures("shared_database")
def test_two_workers_send_one(mailbox):
    a_mandate()
    person("mandate.view", "mandate.lead")

    sent = at_once(remind, remind)

    assert sorted(sent) == [0, 1]
    assert len(mailbox.letters) == 1


@given(st.integers(-400, 400))
def test_the_step_is_the_nearest_that_is_not_past(left):
    step = reminder_step(left)

    if step is None:
        assert left < 0 or left > max(STEPS)
    else:
        assert left <= step
        assert not [other for other in STEPS if left <= other < step]
