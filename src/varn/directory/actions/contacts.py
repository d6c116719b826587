"""Correcting and confirming contacts."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from varn.audit.actions import record
from varn.directory.choices import ContactLevel, DirectoryEvent
from varn.directory.models import Contact

if TYPE_CHECKING:
    from varn.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class ContactValues:
    """What can be corrected in a contact."""

    function: str
    level: ContactLevel
    email: str
    phone: str


class ChangedMeanwhileError(Exception):
    """Somebody else saved the contact after this person opened it; `current` is how it is now."""

    def __init__(self, current: Contact) -> None:
        super().__init__(current.function)
        self.current = current


class FunctionTakenError(Exception):
    """The unit has another contact with this function."""


@transaction.atomic
def edit_contact(
    *, contact_id: int, version: int, values: ContactValues, by: "User", at: datetime
) -> Contact:
    """Correct a contact that nobody has changed since `version`; a corrected one is confirmed.

    Raises `ChangedMeanwhileError` and `FunctionTakenError`.
    """
    contact = _unchanged(contact_id, version)
    if _function_is_taken(contact, values.function):
        raise FunctionTakenError(values.function)
    new = asdict(values)
    changed = [name for name, value in new.items() if getattr(contact, name) != value]
    for name, value in new.items():
        setattr(contact, name, value)
    _save(contact, at)
    record(
        DirectoryEvent.CONTACT_EDITED, subject=contact, by=by, at=at, details={"fields": changed}
    )
    return contact


@transaction.atomic
def confirm_contact(*, contact_id: int, version: int, by: "User", at: datetime) -> Contact:
    """Say that a contact is right today. Raises `ChangedMeanwhileError`."""
    contact = _unchanged(contact_id, version)
    _save(contact, at)
    record(DirectoryEvent.CONTACT_CONFIRMED, subject=contact, by=by, at=at)
    return contact


def _unchanged(contact_id: int, version: int) -> Contact:
    contact = Contact.objects.select_for_update().get(pk=contact_id)
    if contact.version != version:
        raise ChangedMeanwhileError(contact)
    return contact


def _function_is_taken(contact: Contact, function: str) -> bool:
    others = Contact.objects.filter(
        organisation=contact.organisation_id, unit=contact.unit_id, function__iexact=function
    )
    return others.exclude(pk=contact.pk).exists()


def _save(contact: Contact, at: datetime) -> None:
    contact.last_confirmed_on = timezone.localdate(at)
    contact.version += 1
    contact.save()
