"""A decision as it was taken in, and the facts that were found in it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from varn.kernel.constraints import both_or_neither, one_of
from varn.kernel.privacy import classify
from varn.mandate.choices import KNOWN_FROM_ELSEWHERE, DecisionKind, Doubt, FactKind, FactState
from varn.mandate.models.base import stored_file


class Decision(models.Model):
    """A file from the government with its text and what the rules read out of it."""

    privacy = classify(
        public=["file_name", "media_type", "sha256", "size", "kind"],
        internal=["uploaded_at"],
        work=["text", "reading", "uploaded_by"],  # signatories are named
    )
    wagtail_reference_index_ignore = True

    file_name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64, unique=True, help_text="Where the file is kept.")
    size = models.PositiveBigIntegerField()
    text = models.TextField()
    reading = models.JSONField(help_text="As the rules read it, never changed.")
    kind = models.CharField(max_length=30, choices=DecisionKind.choices)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField()

    class Meta:
        constraints = [one_of("kind", DecisionKind), *stored_file()]

    def __str__(self) -> str:
        return self.file_name


class DecisionFact(models.Model):
    """One fact in a decision: what was found, where it stands, and who has confirmed it."""

    privacy = classify(
        public=["decision", "kind", "position", "span_start", "span_end", "doubt", "state"],
        internal=["decided_at", "version"],
        work=["value", "proposed", "decided_by"],
    )
    wagtail_reference_index_ignore = True

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(max_length=30, choices=FactKind.choices)
    position = models.PositiveIntegerField(help_text="Its order among facts of its kind.")
    span_start = models.PositiveIntegerField(
        null=True, blank=True, help_text="Empty when somebody knows it from elsewhere."
    )
    span_end = models.PositiveIntegerField(null=True, blank=True)
    value = models.JSONField()
    proposed = models.JSONField(
        null=True, blank=True, help_text="What the rules said, if they did."
    )
    doubt = models.CharField(max_length=30, choices=Doubt.choices, blank=True)
    state = models.CharField(max_length=20, choices=FactState.choices, default=FactState.PROPOSED)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, help_text="Grows by one with each change.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(span_end__gt=F("span_start")), name="mandate_decisionfact_span_in_order"
            ),
            both_or_neither("span_start", "span_end"),
            models.CheckConstraint(
                condition=Q(span_start__isnull=False) | Q(kind__in=KNOWN_FROM_ELSEWHERE),
                name="mandate_decisionfact_stands_in_the_text",
            ),
            one_of("kind", FactKind),
            one_of("state", FactState),
            both_or_neither("decided_at", "decided_by"),
            models.CheckConstraint(
                condition=Q(doubt="") | Q(doubt__in=Doubt.values),
                name="mandate_decisionfact_doubt_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state=FactState.PROPOSED, decided_at__isnull=True)
                | (~Q(state=FactState.PROPOSED) & Q(decided_at__isnull=False)),
                name="mandate_decisionfact_settled_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state=FactState.ADDED) | Q(proposed__isnull=False),
                name="mandate_decisionfact_keeps_proposal",
            ),
            models.UniqueConstraint(
                fields=["decision", "kind", "position"], name="mandate_decisionfact_position"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.position}"

    @property
    def span(self) -> tuple[int, int] | None:
        """Its place in the text, where it has one."""
        if self.span_start is None or self.span_end is None:
            return None
        return self.span_start, self.span_end

    @property
    def quote(self) -> str:
        """The words of the decision that it stands on; reads the decision's text."""
        return self.decision.text[slice(*self.span)] if self.span else ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has said yet that it is right."""
        return self.state == FactState.PROPOSED

    @property
    def is_kept(self) -> bool:
        """Whether somebody has said that it holds."""
        return self.state in KEPT_STATES


KEPT_STATES = (FactState.CONFIRMED, FactState.CORRECTED, FactState.ADDED)
