from datetime import date

import pytest
from django.db import IntegrityError

from tests.directory.factories import NOON, ContactFactory, OfficerFactory
from varn.audit.models import Entry
from varn.directory.actions import (
    ChangedMeanwhileError,
    ContactValues,
    FunctionTakenError,
    confirm_contact,
    edit_contact,
)
from varn.directory.choices import ContactLevel

pytestmark = pytest.mark.django_db


def values(**changes):
    start = {
        "function": "Socialchef",
        "level": ContactLevel.LEADERSHIP,
        "email": "ny@example.se",
        "phone": "",
    }
    return ContactValues(**(start | changes))


def edit(contact, version=1, **changes):
    return edit_contact(
        contact_id=contact.pk,
        version=version,
        values=values(**changes),
        by=OfficerFactory(),
        at=NOON,
    )


def test_a_corrected_contact_is_confirmed_the_same_day():
    contact = edit(ContactFactory())

    assert contact.email == "ny@example.se"
    assert contact.last_confirmed_on == date(2014, 11, 15)
    assert contact.version == 2


def test_correcting_tells_which_fields_changed():
    edit(ContactFactory(function="Socialchef"))

    assert Entry.objects.get().details == {"fields": ["level", "email"]}


def test_the_second_of_two_people_is_told_and_overwrites_nothing():
    contact = ContactFactory()
    edit(contact, email="forst@example.se")

    with pytest.raises(ChangedMeanwhileError) as raised:
        edit(contact, email="sedan@example.se")

    contact.refresh_from_db()
    assert raised.value.current.email == "forst@example.se"
    assert contact.email == "forst@example.se"


def test_a_function_stands_once_in_a_unit():
    contact = ContactFactory()
    ContactFactory(organisation=contact.organisation, function="Socialchef")

    with pytest.raises(FunctionTakenError):
        edit(contact, function="SOCIALCHEF")


def test_confirming_changes_the_day_only():
    contact = ContactFactory(email="kvar@example.se")

    confirm_contact(contact_id=contact.pk, version=1, by=OfficerFactory(), at=NOON)

    contact.refresh_from_db()
    assert contact.last_confirmed_on == date(2014, 11, 15)
    assert contact.email == "kvar@example.se"
    assert Entry.objects.get().event == "directory.contact.confirmed"


def test_what_somebody_else_changed_is_not_confirmed_unseen():
    contact = ContactFactory()
    edit(contact)

    with pytest.raises(ChangedMeanwhileError):
        confirm_contact(contact_id=contact.pk, version=1, by=OfficerFactory(), at=NOON)


def test_the_database_refuses_a_contact_that_nobody_can_reach():
    with pytest.raises(IntegrityError, match="directory_contact_can_be_reached"):
        ContactFactory(email="", phone="")
