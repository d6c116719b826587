"""Tables of the dialogue: meetings, who took part, and what was decided there."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from varn.dialogue.choices import Attendance, MeetingKind, MeetingLevel, MeetingState
from varn.kernel.constraints import both_or_neither, ends_after_start, one_of
from varn.kernel.privacy import classify
from varn.kernel.search import search_index

LARGEST_GROUP = 10_000  # people from one organisation; more is a slip of the finger


class Meeting(models.Model):
    """A meeting or consultation under an activity; once held it is the activity's result too.

    Triggers in migration 0002 hold what no single table can say: the activity is of the same
    mandate, the result of the same activity, and a held meeting stays held.
    """

    privacy = classify(
        public=["mandate", "activity", "kind", "level", "title", "held_on", "ends_on", "place",
                "is_digital", "agenda", "summary", "state", "cancelled_because", "result"],
        internal=["submission", "version", "created_at"],
        work=["created_by"],
    )  # fmt: skip
    wagtail_reference_index_ignore = True

    mandate = models.ForeignKey(
        "mandate.Mandate", on_delete=models.PROTECT, related_name="meetings"
    )
    activity = models.ForeignKey(
        "mandate.Activity", on_delete=models.PROTECT, related_name="meetings"
    )
    kind = models.CharField(max_length=20, choices=MeetingKind.choices)
    level = models.CharField(max_length=20, choices=MeetingLevel.choices)
    title = models.CharField(max_length=200)
    held_on = models.DateField(help_text="The day it is planned for or was held.")
    ends_on = models.DateField(null=True, blank=True, help_text="Where it takes several days.")
    place = models.ForeignKey(
        "directory.Place",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty only when it is digital.",
    )
    is_digital = models.BooleanField(default=False)
    agenda = models.TextField(blank=True)
    summary = models.TextField(blank=True, help_text="What came of it, in short.")
    state = models.CharField(
        max_length=20, choices=MeetingState.choices, default=MeetingState.PLANNED
    )
    cancelled_because = models.TextField(blank=True)
    result = models.OneToOneField(
        "mandate.Result",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="meeting",
        help_text="The minutes are its evidence.",
    )
    submission = models.UUIDField(unique=True)
    version = models.PositiveIntegerField(default=1, help_text="Grows by one with each change.")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("kind", MeetingKind),
            one_of("level", MeetingLevel),
            one_of("state", MeetingState),
            ends_after_start("held_on", "ends_on"),
            models.CheckConstraint(condition=~Q(title=""), name="dialogue_meeting_has_title"),
            models.CheckConstraint(
                condition=Q(is_digital=True) | Q(place__isnull=False),
                name="dialogue_meeting_is_somewhere",
            ),
            models.CheckConstraint(
                condition=Q(state=MeetingState.HELD, result__isnull=False)
                | (~Q(state=MeetingState.HELD) & Q(result__isnull=True)),
                name="dialogue_meeting_held_is_a_result",
            ),
            models.CheckConstraint(
                condition=(Q(state=MeetingState.CANCELLED) & ~Q(cancelled_because=""))
                | (~Q(state=MeetingState.CANCELLED) & Q(cancelled_because="")),
                name="dialogue_meeting_cancelled_because",
            ),
        ]
        indexes = [
            models.Index(fields=["mandate", "state", "-held_on"], name="dialogue_meeting_latest"),
            *search_index("title", "agenda", "summary", name="dialogue_meeting"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_planned(self) -> bool:
        return self.state == MeetingState.PLANNED

    @property
    def is_held(self) -> bool:
        return self.state == MeetingState.HELD

    @property
    def is_cancelled(self) -> bool:
        return self.state == MeetingState.CANCELLED


class Participation(models.Model):
    """An organisation that was asked to a meeting, or came to it; never a person by name.

    The database takes "came" and "did not come" only when the meeting is held (a trigger).
    """

    privacy = classify(public=["meeting", "organisation", "was_asked", "state", "people", "role"])
    wagtail_reference_index_ignore = True

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="participations")
    organisation = models.ForeignKey(
        "directory.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    was_asked = models.BooleanField(default=True, help_text="Some come without being asked.")
    state = models.CharField(max_length=20, choices=Attendance.choices, default=Attendance.INVITED)
    people = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How many came; empty when nobody counted."
    )
    role = models.CharField(
        max_length=200, blank=True, help_text="In which functions they came, without names."
    )

    class Meta:
        constraints = [
            one_of("state", Attendance),
            models.UniqueConstraint(
                fields=["meeting", "organisation"], name="dialogue_participation_once"
            ),
            models.CheckConstraint(
                condition=Q(was_asked=True) | Q(state=Attendance.CAME),
                name="dialogue_participation_asked_or_came",
            ),
            models.CheckConstraint(
                condition=Q(people__isnull=True)
                | Q(state=Attendance.CAME, people__gte=1, people__lte=LARGEST_GROUP),
                name="dialogue_participation_people_who_came",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.state}"

    @property
    def has_declined(self) -> bool:
        return self.state == Attendance.DECLINED

    @property
    def came(self) -> bool:
        return self.state == Attendance.CAME


class MeetingDecision(models.Model):
    """Something that a meeting decided, who does it, by when, and when it was done."""

    privacy = classify(
        public=["meeting", "number", "text", "responsible", "due_on", "done_on"],
        internal=["done_at"],
        work=["done_by"],
    )
    wagtail_reference_index_ignore = True

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    responsible = models.ForeignKey(
        "directory.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(number__gte=1), name="dialogue_meetingdecision_number_from_one"
            ),
            models.UniqueConstraint(
                fields=["meeting", "number"], name="dialogue_meetingdecision_number"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="dialogue_meetingdecision_has_text"),
            both_or_neither("done_on", "done_by"),
            both_or_neither("done_on", "done_at"),
        ]
        indexes = [
            models.Index(
                F("due_on").asc(nulls_last=True),
                condition=Q(done_on__isnull=True),
                name="dialogue_decision_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"
