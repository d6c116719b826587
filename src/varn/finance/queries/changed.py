"""When a mandate's money last changed."""

from datetime import datetime
from typing import Any

from django.db.models import Max, QuerySet

from varn.finance.models import Budget, Charge, Forecast, LedgerEntry, LedgerImport


def money_changed_at(mandate_id: int) -> datetime | None:
    """The latest import, mapping, charge, budget or forecast; None when there is none."""
    latest: list[datetime | None] = [
        *_latest(Charge.objects.filter(entry__mandate=mandate_id), "charged_at", "withdrawn_at"),
        *_latest(LedgerEntry.objects.filter(mandate=mandate_id), "mapped_at"),
        *_latest(LedgerImport.objects.filter(mandate=mandate_id), "applied_at"),
        *_latest(Budget.objects.filter(mandate=mandate_id), "changed_at"),
        *_latest(Forecast.objects.filter(mandate=mandate_id), "made_at"),
    ]
    return max(filter(None, latest), default=None)


def _latest(rows: QuerySet[Any], *moments: str) -> list[datetime | None]:
    return list(rows.aggregate(**{name: Max(name) for name in moments}).values())
