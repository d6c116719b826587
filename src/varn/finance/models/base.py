"""What several tables of the money share."""

from django.db import models
from django.db.models import Q

from varn.finance.choices import CostType

SHA256_FORM = r"^[0-9a-f]{64}$"
FIRST_YEAR, LAST_YEAR = 1900, 2200


def not_empty(field: str) -> models.CheckConstraint:
    """Refuse a row in which the text is empty."""
    return models.CheckConstraint(
        condition=~Q(**{field: ""}), name=f"%(app_label)s_%(class)s_has_{field}"
    )


def known_cost_type() -> models.CheckConstraint:
    """A cost type of the closed list, or none yet."""
    return models.CheckConstraint(
        condition=Q(cost_type="") | Q(cost_type__in=CostType.values),
        name="%(app_label)s_%(class)s_cost_type_is_known",
    )
