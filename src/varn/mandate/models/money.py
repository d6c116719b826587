"""The money that a decision gives, and where it stands in the state budget."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from varn.kernel.constraints import one_of
from varn.kernel.privacy import classify
from varn.mandate.choices import GrantKind
from varn.mandate.models.base import Quoted, numbered
from varn.mandate.models.mandates import Mandate

FIRST_YEAR, LAST_YEAR = 1900, 2200


class Appropriation(Quoted):
    """A place in the state budget: expenditure area, appropriation and item."""

    privacy = classify(
        public=["mandate", "number", "area", "area_name", "appropriation", "appropriation_name",
                "item", "item_name", "span_start", "span_end"]
    )  # fmt: skip

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="appropriations")
    number = models.PositiveSmallIntegerField()
    area = models.PositiveSmallIntegerField(null=True, blank=True)
    area_name = models.CharField(max_length=200, blank=True)
    appropriation = models.CharField(max_length=20, blank=True, help_text="4:7")
    appropriation_name = models.CharField(max_length=300, blank=True)
    item = models.CharField(max_length=20, blank=True)
    item_name = models.CharField(max_length=300, blank=True)

    class Meta(Quoted.Meta):
        constraints = [
            *Quoted.Meta.constraints,
            *numbered("mandate"),
            models.UniqueConstraint(
                fields=["id", "mandate"], name="mandate_appropriation_of_mandate"
            ),
        ]

    def __str__(self) -> str:
        return " · ".join(str(part) for part in (self.area, self.appropriation, self.item) if part)


class Grant(Quoted):
    """An amount in whole öre; a cap may never be passed."""

    privacy = classify(
        public=["mandate", "number", "amount_ore", "year", "kind", "is_cap", "appropriation",
                "span_start", "span_end"]
    )  # fmt: skip

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="grants")
    number = models.PositiveSmallIntegerField()
    amount_ore = models.BigIntegerField()
    year = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
    )
    kind = models.CharField(max_length=20, choices=GrantKind.choices)
    is_cap = models.BooleanField(default=False, help_text='The decision says "högst".')
    appropriation = models.ForeignKey(
        Appropriation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="grants",
        help_text="Of the same mandate: a foreign key says so.",
    )

    class Meta(Quoted.Meta):
        constraints = [
            *Quoted.Meta.constraints,
            *numbered("mandate"),
            one_of("kind", GrantKind),
            models.CheckConstraint(condition=Q(amount_ore__gt=0), name="mandate_grant_is_positive"),
            models.CheckConstraint(
                condition=Q(year__isnull=True) | Q(year__range=(FIRST_YEAR, LAST_YEAR)),
                name="mandate_grant_year_is_possible",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount_ore // 100} kr {self.year or ''}".strip()
