"""A mandate and what the decision says in it: assignments, requirements, obligations, copies."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from varn.kernel.constraints import both_or_neither, one_of
from varn.kernel.privacy import classify
from varn.kernel.search import search_index
from varn.mandate.choices import Judgement, LinkKind, ObligationKind, OpenReason
from varn.mandate.models.base import Quoted, not_empty, numbered
from varn.mandate.models.decisions import Decision


class Mandate(models.Model):
    """What the government has asked an agency to do, in one decision."""

    privacy = classify(
        public=["decision", "registry_number", "is_partly", "protocol_number", "title",
                "decided_on", "department", "holder", "holder_name", "report_to"],
        internal=["started_at"],
        work=["started_by"],
    )  # fmt: skip
    wagtail_reference_index_ignore = True

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="mandate")
    registry_number = models.CharField(max_length=60, unique=True)
    is_partly = models.BooleanField(default=False, help_text='The decision says "delvis".')
    protocol_number = models.CharField(max_length=30, blank=True)
    title = models.CharField(max_length=400)
    decided_on = models.DateField()
    department = models.CharField(max_length=200, blank=True)
    holder = models.ForeignKey(
        "directory.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty while the name isn't in the directory.",
    )
    holder_name = models.CharField(max_length=300, blank=True, help_text="As the decision says.")
    report_to = models.CharField(max_length=300, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    started_at = models.DateTimeField()

    class Meta:
        constraints = [not_empty("registry_number", "title")]

    def __str__(self) -> str:
        return f"{self.registry_number} {self.title}"


class MandateLink(models.Model):
    """How a mandate hangs together with another, in Värn or outside it."""

    privacy = classify(
        public=["mandate", "kind", "other", "registry_number", "title"],
        internal=["added_at"],
        work=["added_by"],
    )
    wagtail_reference_index_ignore = True

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(max_length=20, choices=LinkKind.choices)
    other = models.ForeignKey(
        Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="linked_from"
    )
    registry_number = models.CharField(max_length=60)
    title = models.CharField(max_length=400, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("kind", LinkKind),
            not_empty("registry_number"),
            models.UniqueConstraint(
                fields=["mandate", "kind", "registry_number"], name="mandate_mandatelink_once"
            ),
            models.CheckConstraint(
                condition=Q(other__isnull=True) | ~Q(other=models.F("mandate")),
                name="mandate_mandatelink_to_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.registry_number}"


class Assignment(Quoted):
    """One of the things that the decision asks for (*att …*)."""

    privacy = classify(public=["mandate", "number", "text", "span_start", "span_end"])

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="assignments")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta(Quoted.Meta):
        constraints = [
            *Quoted.Meta.constraints,
            *numbered("mandate"),
            not_empty("text"),
            models.UniqueConstraint(fields=["id", "mandate"], name="mandate_assignment_of_mandate"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class Requirement(Quoted):
    """A sentence that obliges, under one assignment or the whole mandate."""

    privacy = classify(
        public=["mandate", "assignment", "number", "text", "span_start", "span_end", "responsible",
                "judgement", "because", "judged_at"],
        internal=["version"],
        work=["judged_by"],
    )  # fmt: skip

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="requirements")
    assignment = models.ForeignKey(
        Assignment,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="requirements",
        help_text="Empty when it obliges the whole mandate. Same mandate: a foreign key says so.",
    )
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    responsible = models.CharField(
        max_length=120, blank=True, help_text="A role, never a person's name."
    )
    judgement = models.CharField(max_length=20, choices=Judgement.choices, blank=True)
    because = models.TextField(blank=True, help_text="Why it is not met; else what the work says.")
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    judged_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, help_text="Grows by one with each change.")

    class Meta(Quoted.Meta):
        constraints = [
            *Quoted.Meta.constraints,
            *numbered("mandate"),
            not_empty("text"),
            both_or_neither("judged_by", "judged_at"),
            models.CheckConstraint(
                condition=Q(judgement="", judged_at__isnull=True)
                | Q(judgement=Judgement.MET, judged_at__isnull=False)
                | (Q(judgement=Judgement.NOT_MET, judged_at__isnull=False) & ~Q(because="")),
                name="mandate_requirement_not_met_because",
            ),
        ]
        indexes = search_index("text", name="mandate_requirement")

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class Obligation(Quoted):
    """A requirement with a day, or with the reason why the day is open."""

    privacy = classify(
        public=["mandate", "number", "kind", "due_on", "open_reason", "addressee", "text",
                "span_start", "span_end", "document", "sent_on", "fulfilled_at"],
        work=["fulfilled_by"],
    )  # fmt: skip

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="obligations")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=30, choices=ObligationKind.choices)
    due_on = models.DateField(null=True, blank=True)
    open_reason = models.CharField(max_length=40, choices=OpenReason.choices, blank=True)
    addressee = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    document = models.ForeignKey(
        "mandate.OutgoingDocument",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="obligations",
        help_text="What was sent. Of the same mandate: a foreign key says so.",
    )
    sent_on = models.DateField(null=True, blank=True)
    fulfilled_at = models.DateTimeField(null=True, blank=True)
    fulfilled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta(Quoted.Meta):
        constraints = [
            *Quoted.Meta.constraints,
            *numbered("mandate"),
            not_empty("text"),
            one_of("kind", ObligationKind),
            both_or_neither("fulfilled_at", "fulfilled_by"),
            both_or_neither("fulfilled_at", "document"),
            both_or_neither("fulfilled_at", "sent_on"),
            models.CheckConstraint(
                condition=Q(due_on__isnull=False, open_reason="")
                | Q(due_on__isnull=True, open_reason__in=OpenReason.values),
                name="mandate_obligation_day_or_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.due_on or ''}".strip()


class CopyRecipient(Quoted):
    """An organisation that got a copy; a line that stands for several gives several."""

    privacy = classify(
        public=["mandate", "number", "line", "organisation", "unresolved_reason", "span_start",
                "span_end"]
    )  # fmt: skip

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="copies")
    number = models.PositiveSmallIntegerField()
    line = models.CharField(max_length=500, help_text="As the decision writes it.")
    organisation = models.ForeignKey(
        "directory.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    unresolved_reason = models.CharField(
        max_length=30, blank=True, help_text="Why the directory could not say who it is."
    )

    class Meta(Quoted.Meta):
        constraints = [
            *Quoted.Meta.constraints,
            *numbered("mandate"),
            not_empty("line"),
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, unresolved_reason="")
                | (Q(organisation__isnull=True) & ~Q(unresolved_reason="")),
                name="mandate_copyrecipient_organisation_or_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.line
