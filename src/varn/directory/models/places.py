"""Places: countries, counties, municipalities and regions as areas."""

from django.db import models

from varn.directory.choices import PlaceKind
from varn.kernel.constraints import ends_after_start, one_of
from varn.kernel.privacy import classify


class Place(models.Model):
    """An area with a code that others know it by: 01 is Stockholm County, 0180 its capital."""

    privacy = classify(
        public=["kind", "code", "name", "name_en", "letter", "parent", "valid_from", "valid_to"]
    )
    wagtail_reference_index_ignore = True

    kind = models.CharField(max_length=20, choices=PlaceKind.choices)
    code = models.CharField(max_length=10)
    name = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100, blank=True, help_text="Where it differs.")
    letter = models.CharField(max_length=2, blank=True, help_text="A county's letter: AB.")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True, help_text="First day it no longer is.")

    class Meta:
        constraints = [
            one_of("kind", PlaceKind),
            ends_after_start("valid_from", "valid_to"),
            models.UniqueConstraint(fields=["kind", "code"], name="directory_place_code"),
        ]

    def __str__(self) -> str:
        return self.name
