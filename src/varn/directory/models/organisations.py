"""Organisations with their names through time and who came after them."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from varn.directory.choices import NameKind, OrganisationKind
from varn.directory.models.places import Place
from varn.kernel.constraints import days_between, ends_after_start, one_of
from varn.kernel.privacy import classify
from varn.kernel.search import search_index


class Organisation(models.Model):
    """An agency, municipality, association or company, from its first day to its last."""

    privacy = classify(
        public=["key", "kind", "name", "organisation_number", "place", "valid_from", "valid_to"],
        work=["email"],
    )
    wagtail_reference_index_ignore = True

    key = models.CharField(
        max_length=120, blank=True, help_text="Its name in the data that Värn brings along."
    )
    kind = models.CharField(max_length=20, choices=OrganisationKind.choices)
    name = models.CharField(max_length=200, help_text="The latest official name.")
    organisation_number = models.CharField(max_length=11, blank=True)
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="organisations"
    )
    email = models.EmailField(blank=True, help_text="The registrar's or another common address.")
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True, help_text="First day it no longer is.")

    class Meta:
        constraints = [
            one_of("kind", OrganisationKind),
            ends_after_start("valid_from", "valid_to"),
            models.UniqueConstraint(
                fields=["key"], condition=~Q(key=""), name="directory_organisation_key"
            ),
            models.CheckConstraint(
                condition=Q(organisation_number="")
                | Q(organisation_number__regex=r"^[0-9]{6}-[0-9]{4}$"),
                name="directory_organisation_number_form",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="directory_organisation_has_name"),
        ]
        indexes = [
            models.Index(fields=["kind", "name"], name="directory_by_kind"),
            models.Index(fields=["organisation_number"], name="directory_by_number"),
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationName(models.Model):
    """A name that an organisation goes or went by, and when."""

    privacy = classify(
        public=["organisation", "name", "normalised", "kind", "valid_from", "valid_to"]
    )
    wagtail_reference_index_ignore = True

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    normalised = models.CharField(max_length=200, db_index=True, help_text="For comparison only.")
    kind = models.CharField(max_length=20, choices=NameKind.choices)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True, help_text="First day it no longer holds.")

    class Meta:
        constraints = [
            one_of("kind", NameKind),
            ends_after_start("valid_from", "valid_to"),
            models.UniqueConstraint(
                fields=["organisation", "name", "valid_from"],
                nulls_distinct=False,
                name="directory_name_once",
            ),
            ExclusionConstraint(
                name="directory_one_official_name_a_day",
                expressions=[
                    (F("organisation"), RangeOperators.EQUAL),
                    (days_between("valid_from", "valid_to", bounds="[)"), RangeOperators.OVERLAPS),
                ],
                condition=Q(kind=NameKind.OFFICIAL),
            ),
        ]
        indexes = search_index("name", name="directory_name")

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """One organisation carrying on what another did, from a day."""

    privacy = classify(public=["predecessor", "successor", "on"])
    wagtail_reference_index_ignore = True

    predecessor = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="successions"
    )
    successor = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="inheritances"
    )
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="directory_succession_once"
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="directory_succession_by_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id} {self.on}"
