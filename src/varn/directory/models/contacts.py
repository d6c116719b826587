"""Units of organisations, and the functions to turn to there."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from varn.directory.choices import ContactLevel
from varn.directory.models.organisations import Organisation
from varn.kernel.constraints import one_of
from varn.kernel.privacy import classify


class Unit(models.Model):
    """A part of an organisation: a department, a unit, a duty desk."""

    privacy = classify(public=["organisation", "name"])
    wagtail_reference_index_ignore = True

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="units")
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "organisation", Lower("name"), name="directory_unit_once_in_organisation"
            ),
            # What foreign keys from contacts, memberships and invitations point at: a unit stands
            # together with its own organisation (migrations 0003 here and in accounts).
            models.UniqueConstraint(
                fields=["id", "organisation"], name="directory_unit_of_organisation"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Contact(models.Model):
    """A function to turn to, never a private person; stale unless confirmed from time to time."""

    privacy = classify(
        public=["organisation", "unit", "function", "level"],
        work=["email", "phone"],
        internal=["last_confirmed_on", "version"],
    )
    wagtail_reference_index_ignore = True

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="contacts"
    )
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="contacts"
    )
    function = models.CharField(max_length=200, help_text="Registrar, head of social services …")
    level = models.CharField(max_length=20, choices=ContactLevel.choices)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    last_confirmed_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, help_text="Grows by one with each change.")

    class Meta:
        constraints = [
            one_of("level", ContactLevel),
            models.UniqueConstraint(
                "organisation",
                "unit",
                Lower("function"),
                nulls_distinct=False,
                name="directory_function_once_in_unit",
            ),
            models.CheckConstraint(
                condition=~Q(email="") | ~Q(phone=""), name="directory_contact_can_be_reached"
            ),
        ]

    def __str__(self) -> str:
        return self.function
