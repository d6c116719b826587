"""Database constraints that several capabilities share."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Lower


def both_or_neither(left: str, right: str) -> models.CheckConstraint:
    """Keep a pair such as fulfilled_at and fulfilled_by in step."""
    neither = Q(**{f"{left}__isnull": True, f"{right}__isnull": True})
    both = Q(**{f"{left}__isnull": False, f"{right}__isnull": False})
    return models.CheckConstraint(
        condition=neither | both,
        name=f"%(app_label)s_%(class)s_{left}_and_{right}",
    )


def ends_after_start(start: str, end: str) -> models.CheckConstraint:
    """Keep a period in order; an open end or start is allowed."""
    return models.CheckConstraint(
        condition=Q(**{f"{end}__isnull": True})
        | Q(**{f"{start}__isnull": True})
        | Q(**{f"{end}__gte": F(start)}),
        name=f"%(app_label)s_%(class)s_{start}_before_{end}",
    )


def in_small_letters(field: str) -> models.CheckConstraint:
    """Let a text that people spell both ways, such as an address, be stored in one."""
    return models.CheckConstraint(
        condition=Q(**{field: Lower(field)}),
        name=f"%(app_label)s_%(class)s_{field}_in_small_letters",
    )


def days_between(start: str, end: str, *, bounds: str) -> Func:
    """The days of a period for an exclusion; `[]` counts the end, `[)` doesn't."""
    return Func(
        F(start), F(end), Value(bounds), function="daterange", output_field=DateRangeField()
    )


def one_of(field: str, choices: type[models.TextChoices]) -> models.CheckConstraint:
    """Let the database refuse a value outside the closed list."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__in": choices.values}),
        name=f"%(app_label)s_%(class)s_{field}_is_known",
    )
