"""Meetings made by the actions that make them."""

from datetime import date
from uuid import uuid4

import factory

from tests.directory.factories import OrganisationFactory
from tests.mandate.factories import NOON, ActivityFactory, CoordinatorFactory, PlaceFactory
from varn.dialogue.actions import (
    Attended,
    Decided,
    MeetingValues,
    Outcome,
    cancel_meeting,
    plan_meeting,
    record_meeting,
)
from varn.dialogue.choices import MeetingKind, MeetingLevel
from varn.dialogue.models import Meeting


def meeting_values(**changes):
    values = {
        "activity_id": changes.pop("activity_id", None) or ActivityFactory().pk,
        "kind": MeetingKind.MEETING,
        "level": MeetingLevel.LEADERSHIP,
        "title": "Chefsforum om barn som utnyttjas",
        "held_on": date(2014, 10, 1),
        "place_id": changes.pop("place_id", None) or PlaceFactory().pk,
        "agenda": "1. Lägesbild\n2. Ansvar",
    }
    return MeetingValues(**values | changes)


def came(*organisations, **fields):
    return [Attended(organisation_id=each.pk, **fields) for each in organisations]


class MeetingFactory(factory.django.DjangoModelFactory):
    """A planned meeting; `held` has everybody who is `present` there, `cancelled` a reason."""

    class Meta:
        model = Meeting

    class Params:
        held = factory.Trait(is_held=True)
        cancelled = factory.Trait(is_cancelled=True)

    @classmethod
    def _create(
        cls, model_class, *, asked=(), present=(), decided=(), minutes=(), by=None,
        is_held=False, is_cancelled=False, activity=None, submission=None, **changes,
    ):  # fmt: skip
        by = by or CoordinatorFactory()
        if activity:
            changes["activity_id"] = activity.pk
        meeting = plan_meeting(
            values=meeting_values(**changes),
            organisations=[each.pk for each in asked],
            submission=submission or uuid4(),
            by=by,
            at=NOON,
        )
        if is_held:
            return hold(meeting, present=present, decided=decided, minutes=minutes, by=by)
        if is_cancelled:
            return cancel_meeting(
                meeting_id=meeting.pk, because="Sjukdom", version=meeting.version, by=by, at=NOON
            )
        return meeting


def hold(meeting, *, present=(), decided=(), minutes=(), by=None, **changes):
    outcome = {
        "held_on": meeting.held_on,
        "attended": came(*present),
        "decided": [Decided(text=text) if isinstance(text, str) else text for text in decided],
        "summary": "Alla tog med sig en uppgift hem.",
    }
    return record_meeting(
        meeting_id=meeting.pk,
        outcome=Outcome(**outcome | changes),
        minutes=minutes,
        version=meeting.version,
        by=by or CoordinatorFactory(),
        at=NOON,
    )


def organisations(*names, kind="agency"):
    return [OrganisationFactory(name=name, kind=kind) for name in names]
