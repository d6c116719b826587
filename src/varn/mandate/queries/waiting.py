"""Work that waits for somebody."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from varn.mandate.choices import OPEN_STATES, ObligationKind
from varn.mandate.models import Activity, Mandate, Obligation, Result

PASSES_BY_ITSELF = (ObligationKind.PERIOD_END, ObligationKind.MILESTONE, ObligationKind.PAYMENT)


def begun_activities(*, on: date) -> QuerySet[Activity]:
    """Open activities that have begun; those without a result first, the longest wait first."""
    has_result = Exists(Result.objects.filter(activity=OuterRef("pk")))
    begun = Activity.objects.filter(starts_on__lte=on, state__in=OPEN_STATES)
    related = begun.select_related("requirement__mandate").alias(has_result=has_result)
    return related.order_by("has_result", "starts_on", "pk")


def obligations_to_keep(mandate: Mandate, *, on: date) -> QuerySet[Obligation]:
    """Obligations with a day that are not done, the nearest first; late ones stay.

    What ends or is paid by itself is no longer waited for once its day has passed.
    """
    waiting = Obligation.objects.filter(mandate=mandate, fulfilled_at=None, due_on__isnull=False)
    passes = Q(kind__in=PASSES_BY_ITSELF, due_on__lt=on)
    related = waiting.select_related("mandate__holder__place__parent")
    return related.exclude(passes).order_by("due_on", "number", "pk")
