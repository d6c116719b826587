"""Tables of the directory."""

from varn.directory.models.contacts import Contact, Unit
from varn.directory.models.imports import ImportBatch
from varn.directory.models.organisations import Organisation, OrganisationName, Succession
from varn.directory.models.places import Place

__all__ = [
    "Contact",
    "ImportBatch",
    "Organisation",
    "OrganisationName",
    "Place",
    "Succession",
    "Unit",
]
