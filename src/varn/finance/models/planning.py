"""What is planned and expected: the budget's lines and every forecast that was made."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from varn.finance.choices import CostType
from varn.finance.models.base import FIRST_YEAR, LAST_YEAR, known_cost_type, not_empty
from varn.kernel.privacy import classify


class Budget(models.Model):
    """A line of the budget: what an assignment, activity or cost type may cost.

    What it points at is of the same mandate: a trigger says so.
    """

    privacy = classify(
        public=["mandate", "grant", "assignment", "activity", "cost_type", "amount_ore", "note"],
        internal=["submission", "version", "changed_at"],
        work=["changed_by"],
    )
    wagtail_reference_index_ignore = True

    mandate = models.ForeignKey("mandate.Mandate", on_delete=models.PROTECT, related_name="budgets")
    grant = models.ForeignKey(
        "mandate.Grant", null=True, blank=True, on_delete=models.PROTECT, related_name="budgets"
    )
    assignment = models.ForeignKey(
        "mandate.Assignment",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="budgets",
    )
    activity = models.ForeignKey(
        "mandate.Activity", null=True, blank=True, on_delete=models.PROTECT, related_name="budgets"
    )
    cost_type = models.CharField(max_length=20, choices=CostType.choices, blank=True)
    amount_ore = models.BigIntegerField()
    note = models.CharField(max_length=300, blank=True)
    submission = models.UUIDField(unique=True)
    version = models.PositiveIntegerField(default=1, help_text="Grows by one with each change.")
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            known_cost_type(),
            models.CheckConstraint(
                condition=Q(amount_ore__gte=0), name="finance_budget_not_below_zero"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount_ore}"


class Forecast(models.Model):
    """What somebody expected the money to come to, on a day, and why. Never changed (a trigger)."""

    privacy = classify(
        public=["mandate", "grant", "year", "made_on", "amount_ore", "reason"],
        internal=["submission", "made_at"],
        work=["made_by"],
    )
    wagtail_reference_index_ignore = True

    mandate = models.ForeignKey(
        "mandate.Mandate", on_delete=models.PROTECT, related_name="forecasts"
    )
    grant = models.ForeignKey(
        "mandate.Grant", null=True, blank=True, on_delete=models.PROTECT, related_name="forecasts"
    )
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    made_on = models.DateField()
    amount_ore = models.BigIntegerField(help_text="What all the costs are expected to come to.")
    reason = models.TextField()
    submission = models.UUIDField(unique=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            not_empty("reason"),
            models.CheckConstraint(
                condition=Q(amount_ore__gte=0), name="finance_forecast_not_below_zero"
            ),
            models.CheckConstraint(
                condition=Q(year__isnull=True) | Q(year__range=(FIRST_YEAR, LAST_YEAR)),
                name="finance_forecast_year_is_possible",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.made_on}: {self.amount_ore}"

    @property
    def left_ore(self) -> int | None:
        """What would be left of the grant; below zero when the money will be short."""
        return self.grant.amount_ore - self.amount_ore if self.grant else None
