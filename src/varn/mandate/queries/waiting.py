"""Work that waits for somebody."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from varn.mandate.choices import OPEN_STATES
from varn.mandate.models import Activity, Result


def begun_activities(*, on: date) -> QuerySet[Activity]:
    """Open activities that have begun; those without a result first, the longest wait first."""
    has_result = Exists(Result.objects.filter(activity=OuterRef("pk")))
    begun = Activity.objects.filter(starts_on__lte=on, state__in=OPEN_STATES)
    related = begun.select_related("requirement__mandate").alias(has_result=has_result)
    return related.order_by("has_result", "starts_on", "pk")
