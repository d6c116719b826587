"""What several tables of the mandate share: a place in the text, and a stored file's form."""

from django.db import models
from django.db.models import F, Q

SHA256_FORM = r"^[0-9a-f]{64}$"


class Quoted(models.Model):
    """Something that stands in a decision, from one character to another."""

    wagtail_reference_index_ignore = True

    span_start = models.PositiveIntegerField()
    span_end = models.PositiveIntegerField(help_text="First character after it.")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(span_end__gt=F("span_start")),
                name="%(app_label)s_%(class)s_span_in_order",
            )
        ]


def not_empty(*fields: str) -> models.CheckConstraint:
    """Refuse a row in which one of the texts is empty."""
    filled = Q()
    for field in fields:
        filled &= ~Q(**{field: ""})
    return models.CheckConstraint(
        condition=filled, name=f"%(app_label)s_%(class)s_has_{'_'.join(fields)}"
    )


def numbered(owner: str) -> list[models.BaseConstraint]:
    """Count from one, each number once within its owner."""
    return [
        models.CheckConstraint(
            condition=Q(number__gte=1), name="%(app_label)s_%(class)s_number_from_one"
        ),
        models.UniqueConstraint(fields=[owner, "number"], name="%(app_label)s_%(class)s_number"),
    ]


def stored_file() -> list[models.BaseConstraint]:
    """A file has a size, a name and a hash under which it is kept."""
    return [
        models.CheckConstraint(condition=Q(size__gte=1), name="%(app_label)s_%(class)s_has_size"),
        models.CheckConstraint(
            condition=Q(sha256__regex=SHA256_FORM), name="%(app_label)s_%(class)s_sha256_form"
        ),
        not_empty("file_name"),
    ]
