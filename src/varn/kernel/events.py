"""The form of an event in the audit trail: a name that is stored, words that people read."""

from django.db import models


class Event(models.TextChoices):
    """Base of each capability's list; a value is `capability.noun.past_tense`, its label words.

    Declared in the capability's `choices`. `known_events` finds every list; a test fails on an
    event that is recorded without standing in one.
    """


def known_events() -> dict[str, str]:
    """The words of every declared event, by its name."""
    return {
        value: str(label) for listed in Event.__subclasses__() for value, label in listed.choices
    }
