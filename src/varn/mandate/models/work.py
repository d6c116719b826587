"""The work under a mandate: activities, what came of them, and the evidence."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from varn.kernel.constraints import both_or_neither, ends_after_start, one_of
from varn.kernel.privacy import classify
from varn.kernel.search import search_index
from varn.mandate.choices import (
    OPEN_STATES,
    ActivityState,
    ChildrenHeard,
    CrcArticle,
    StrategyPrinciple,
)
from varn.mandate.models.base import not_empty, stored_file
from varn.mandate.models.mandates import Requirement


class Activity(models.Model):
    """Something done to meet a requirement, for a target group and a duty-bearing authority.

    The database refuses to complete it without its child-rights impact assessment (a trigger).
    """

    privacy = classify(
        public=["requirement", "title", "description", "target_group", "duty_bearer", "partners",
                "places", "audience", "starts_on", "ends_on", "responsible", "state",
                "ended_because"],
        internal=["submission", "version", "created_at", "ended_at"],
        work=["created_by", "ended_by"],
    )  # fmt: skip
    wagtail_reference_index_ignore = True

    requirement = models.ForeignKey(
        Requirement, on_delete=models.PROTECT, related_name="activities"
    )
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    target_group = models.CharField(max_length=200, help_text="Of the government's action plan.")
    duty_bearer = models.ForeignKey(
        "directory.Organisation",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The authority with the public responsibility that this serves.",
    )
    partners = models.ManyToManyField("directory.Organisation", blank=True, related_name="+")
    places = models.ManyToManyField("directory.Place", blank=True, related_name="+")
    audience = models.CharField(
        max_length=200, blank=True, help_text="Whom the activity itself meets."
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    responsible = models.CharField(max_length=120, help_text="A role, never a person's name.")
    state = models.CharField(
        max_length=20, choices=ActivityState.choices, default=ActivityState.PLANNED
    )
    ended_because = models.TextField(blank=True, help_text="Why it was cancelled.")
    ended_at = models.DateTimeField(null=True, blank=True, help_text="Completed or cancelled.")
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    submission = models.UUIDField(unique=True)
    version = models.PositiveIntegerField(default=1, help_text="Grows by one with each change.")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("state", ActivityState),
            ends_after_start("starts_on", "ends_on"),
            not_empty("title", "target_group", "responsible"),
            both_or_neither("ended_at", "ended_by"),
            models.CheckConstraint(
                condition=Q(state__in=OPEN_STATES, ended_at__isnull=True, ended_because="")
                | Q(state=ActivityState.COMPLETED, ended_at__isnull=False)
                | (Q(state=ActivityState.CANCELLED, ended_at__isnull=False) & ~Q(ended_because="")),
                name="mandate_activity_end_is_told",
            ),
        ]
        indexes = search_index("title", "description", name="mandate_activity")

    def __str__(self) -> str:
        return self.title


class ChildRightsAssessment(models.Model):
    """What an activity means for the children it concerns (*prövning av barnets bästa*).

    Sources: CRC art. 3 and 12, lag (2018:1197); the principles of prop. 2009/10:232.
    """

    privacy = classify(
        public=["activity", "articles", "principles", "best_interests", "children_heard",
                "views", "information", "risks", "mitigation"],
        internal=["version", "assessed_at"],
        work=["assessed_by"],
    )  # fmt: skip
    wagtail_reference_index_ignore = True

    activity = models.OneToOneField(
        Activity, on_delete=models.PROTECT, related_name="child_rights_assessment"
    )
    articles = ArrayField(models.CharField(max_length=4, choices=CrcArticle.choices))
    principles = ArrayField(models.CharField(max_length=2, choices=StrategyPrinciple.choices))
    best_interests = models.TextField(help_text="What is best for the children, and why.")
    children_heard = models.CharField(max_length=20, choices=ChildrenHeard.choices)
    views = models.TextField(help_text="What children said, or why they were not asked.")
    information = models.TextField(help_text="What children get to know, and how.")
    risks = models.TextField(help_text="How the activity could do harm.")
    mitigation = models.TextField(help_text="What is done so that it doesn't.")
    version = models.PositiveIntegerField(default=1, help_text="Grows by one with each change.")
    assessed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    assessed_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("children_heard", ChildrenHeard),
            not_empty("best_interests", "views"),
            not_empty("information", "risks", "mitigation"),
            models.CheckConstraint(
                condition=Q(articles__len__gte=1, articles__contained_by=CrcArticle.values),
                name="mandate_childrightsassessment_articles",
            ),
            models.CheckConstraint(
                condition=Q(
                    principles__len__gte=1, principles__contained_by=StrategyPrinciple.values
                ),
                name="mandate_childrightsassessment_principles",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id}"


class Result(models.Model):
    """Something that came of an activity, on a day and in a place.

    The database also refuses a day before the decision (a trigger in migration 0002).
    """

    privacy = classify(
        public=["activity", "title", "description", "place", "occurred_on"],
        internal=["submission", "version", "recorded_at"],
        work=["recorded_by"],
    )
    wagtail_reference_index_ignore = True

    activity = models.ForeignKey(
        Activity,
        on_delete=models.PROTECT,
        related_name="results",
        db_index=False,  # the index of the latest results begins with it
    )
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    place = models.ForeignKey("directory.Place", on_delete=models.PROTECT, related_name="+")
    occurred_on = models.DateField()
    submission = models.UUIDField(unique=True)
    version = models.PositiveIntegerField(default=1, help_text="Grows by one with each change.")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [not_empty("title")]
        indexes = [
            models.Index(  # counts by requirement and place without reading the rows
                fields=["activity", "-occurred_on", "-id"],
                include=["place"],
                name="mandate_result_of_activity",
            ),
            *search_index("title", "description", name="mandate_result"),
        ]

    def __str__(self) -> str:
        return self.title


class Evidence(models.Model):
    """A document that shows a result: minutes, a list of participants without names, a plan."""

    privacy = classify(
        public=["result", "file_name", "media_type", "size", "sha256", "description"],
        internal=["added_at"],
        work=["added_by"],
    )
    wagtail_reference_index_ignore = True

    result = models.ForeignKey(Result, on_delete=models.PROTECT, related_name="evidence")
    file_name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, help_text="Where the file is kept.")
    description = models.CharField(max_length=300, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            *stored_file(),
            models.UniqueConstraint(fields=["result", "sha256"], name="mandate_evidence_once"),
        ]

    def __str__(self) -> str:
        return self.file_name
