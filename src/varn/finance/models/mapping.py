"""Rules that say which vouchers are which cost of which activity."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from varn.finance.choices import CostType
from varn.kernel.constraints import both_or_neither, one_of
from varn.kernel.privacy import classify


class MappingRule(models.Model):
    """One rule: vouchers like this are that cost. The first that fits decides; all are kept.

    A removed rule stays, so that what it once explained stays explained.
    """

    privacy = classify(
        public=["mandate", "number", "priority", "account_from", "account_to", "cost_centre",
                "project", "other_object", "cost_type", "activity"],
        internal=["version", "submission", "changed_at", "removed_at"],
        work=["text_contains", "changed_by", "removed_by"],  # words of a voucher may name a person
    )  # fmt: skip
    wagtail_reference_index_ignore = True

    mandate = models.ForeignKey(
        "mandate.Mandate", on_delete=models.PROTECT, related_name="mapping_rules"
    )
    number = models.PositiveSmallIntegerField(help_text="Its name; never used again.")
    priority = models.PositiveSmallIntegerField(help_text="The lowest is tried first.")
    account_from = models.CharField(max_length=20, blank=True)
    account_to = models.CharField(max_length=20, blank=True)
    cost_centre = models.CharField(max_length=60, blank=True, help_text="A last * is any ending.")
    project = models.CharField(max_length=60, blank=True, help_text="A last * is any ending.")
    other_object = models.CharField(max_length=60, blank=True)
    text_contains = models.CharField(max_length=100, blank=True)
    cost_type = models.CharField(max_length=20, choices=CostType.choices)
    activity = models.ForeignKey(
        "mandate.Activity",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Of the same mandate: a trigger says so.",
    )
    version = models.PositiveIntegerField(default=1, help_text="Grows by one with each change.")
    submission = models.UUIDField(unique=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField()
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("cost_type", CostType),
            both_or_neither("removed_at", "removed_by"),
            models.UniqueConstraint(
                fields=["mandate", "number"], name="finance_mappingrule_number"
            ),
            models.UniqueConstraint(
                fields=["id", "mandate"], name="finance_mappingrule_of_mandate"
            ),
            models.CheckConstraint(
                condition=Q(account_from="", account_to="")
                | (
                    Q(account_from__regex=r"^[0-9]+$", account_to__regex=r"^[0-9]+$")
                    & Q(account_to__gte=models.F("account_from"))
                ),
                name="finance_mappingrule_accounts_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(account_from="", cost_centre="", project="", other_object="",
                             text_contains=""),
                name="finance_mappingrule_asks_something",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.number}"
