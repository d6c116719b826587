"""Roles, and the memberships that give them to people for a time."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import get_language

from varn.kernel.constraints import both_or_neither, days_between, ends_after_start
from varn.kernel.privacy import classify


class Role(models.Model):
    """What somebody does with Värn, in plain words, and the permissions that this takes."""

    privacy = classify(
        public=["slug", "name_sv", "name_en", "description_sv", "description_en"],
        internal=["permissions", "is_standard"],
    )
    wagtail_reference_index_ignore = True

    slug = models.SlugField(max_length=50, unique=True)
    name_sv = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100)
    description_sv = models.TextField()
    description_en = models.TextField()
    permissions = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    is_standard = models.BooleanField(default=False, help_text="Comes with Värn.")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the language of the page."""
        return self.name_en if get_language() == "en" else self.name_sv

    @property
    def description(self) -> str:
        """What the role is for, in the language of the page."""
        return self.description_en if get_language() == "en" else self.description_sv


class Membership(models.Model):
    """A person's role at an organisation or one of its units, from a day and perhaps to a day."""

    privacy = classify(
        work=["user", "organisation", "unit", "role", "granted_by", "ended_by"],
        internal=["starts_on", "ends_on", "granted_at", "ended_at", "version"],
    )
    wagtail_reference_index_ignore = True

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships"
    )
    organisation = models.ForeignKey(
        "directory.Organisation", on_delete=models.PROTECT, related_name="memberships"
    )
    unit = models.ForeignKey(
        "directory.Unit",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="memberships",
    )
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="memberships")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True, help_text="Last day that it holds.")
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    granted_at = models.DateTimeField()
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(
        null=True, blank=True, help_text="Taken back at once, whatever its days say."
    )
    version = models.PositiveIntegerField(default=1, help_text="Grows by one with each change.")

    class Meta:
        constraints = [
            ends_after_start("starts_on", "ends_on"),
            both_or_neither("ended_at", "ended_by"),
            ExclusionConstraint(
                name="accounts_membership_once_a_day",
                expressions=[
                    (F("user"), RangeOperators.EQUAL),
                    (F("organisation"), RangeOperators.EQUAL),
                    (Coalesce(F("unit"), Value(0)), RangeOperators.EQUAL),
                    (F("role"), RangeOperators.EQUAL),
                    (days_between("starts_on", "ends_on", bounds="[]"), RangeOperators.OVERLAPS),
                ],
                condition=Q(ended_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.role_id} {self.starts_on}"
