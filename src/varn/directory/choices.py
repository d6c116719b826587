"""Closed lists used by the directory."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varn.kernel.events import Event
from varn.kernel.permissions import Permission


class DirectoryPermission(Permission):
    VIEW = "directory.view", _("Look up places, organisations and contacts")
    CHANGE = "directory.change", _("Correct and confirm contacts")
    IMPORT = "directory.import", _("Bring in organisations and contacts from a file")


class DirectoryEvent(Event):
    DATA_LOADED = "directory.data.loaded", _("Loaded the directory's data")
    CONTACT_EDITED = "directory.contact.edited", _("Corrected a contact")
    CONTACT_CONFIRMED = "directory.contact.confirmed", _("Confirmed a contact")
    IMPORT_PREVIEWED = "directory.import.previewed", _("Read a file for the directory")
    IMPORT_APPLIED = "directory.import.applied", _("Brought a file into the directory")


class PlaceKind(models.TextChoices):
    COUNTRY = "country", _("Country")
    COUNTY = "county", _("County")
    MUNICIPALITY = "municipality", _("Municipality")
    REGION = "region", _("Region")


class OrganisationKind(models.TextChoices):
    MINISTRY = "ministry", _("Ministry")
    AGENCY = "agency", _("Agency")
    COUNTY_BOARD = "county_board", _("County administrative board")
    COURT = "court", _("Court")
    REGION = "region", _("Region")
    MUNICIPALITY = "municipality", _("Municipality")
    ASSOCIATION = "association", _("Association of municipalities and regions")
    CIVIL_SOCIETY = "civil_society", _("Civil society organisation")
    BUSINESS = "business", _("Company or trade organisation")
    FOREIGN_AUTHORITY = "foreign_authority", _("Authority in another country")


class NameKind(models.TextChoices):
    OFFICIAL = "official", _("Official name")
    SHORT = "short", _("Short name")
    OTHER = "other", _("Other or former name")
    ENGLISH = "english", _("English name")


class ContactLevel(models.TextChoices):
    OPERATIVE = "operative", _("Operative")
    LEADERSHIP = "leadership", _("Leadership")


class ResolutionOutcome(models.TextChoices):
    RESOLVED = "resolved", _("Found")
    GROUP = "group", _("Stands for several organisations")
    AMBIGUOUS = "ambiguous", _("Several organisations have this name")
    NOT_IN_USE = "not_in_use", _("The name was not in use on that day")
    UNKNOWN = "unknown", _("No organisation with this name is in the directory")


class ImportState(models.TextChoices):
    PREVIEWED = "previewed", _("Read, not yet brought in")
    APPLIED = "applied", _("Brought in")


class RowOutcome(models.TextChoices):
    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    SAME = "same", _("Already there")
    DUPLICATE = "duplicate", _("Repeated in the file")
    ERROR = "error", _("Must be corrected")


class RowProblem(models.TextChoices):
    NAME_MISSING = "name_missing", _("The name of the organisation is missing. Write it.")
    NUMBER_WRONG = (
        "number_wrong",
        _("The organisation number is wrong. Write ten digits, as 202100-2247."),
    )
    NUMBER_OF_ANOTHER = (
        "number_of_another",
        _("The name and the organisation number don't belong together. Check both."),
    )
    NAME_AMBIGUOUS = (
        "name_ambiguous",
        _("Several organisations have this name. Add the organisation number."),
    )
    KIND_MISSING = (
        "kind_missing",
        _("The organisation is not in the directory. Fill in its kind, as in the template."),
    )
    KIND_UNKNOWN = (
        "kind_unknown",
        _(
            "The kind is unknown. Write ministry, agency, county board, court, region, "
            "municipality, association, civil society, business or foreign authority."
        ),
    )
    PLACE_UNKNOWN = (
        "place_unknown",
        _("The place is unknown. Write a county code (01) or a municipality code (0180)."),
    )
    LEVEL_UNKNOWN = "level_unknown", _("The level is unknown. Write operative or leadership.")
    LEVEL_MISSING = "level_missing", _("The level is missing. Write operative or leadership.")
    EMAIL_WRONG = "email_wrong", _("The e-mail address is wrong. Write it as name@example.se.")
    PHONE_WRONG = "phone_wrong", _("The phone number is wrong. Write digits, as 08-123 45 67.")
    DAY_WRONG = "day_wrong", _("The day does not exist. Write it as 2014-02-28.")
    DAY_AHEAD = (
        "day_ahead",
        _("The day is still to come. Write the day the contact was confirmed."),
    )
    FUNCTION_MISSING = (
        "function_missing",
        _("A level, a phone number or a day belongs to a function. Write the function."),
    )
    CONTACT_UNREACHABLE = (
        "contact_unreachable",
        _("The contact has neither e-mail nor phone. Fill in one of them."),
    )
    REPEATED_DIFFERENTLY = (
        "repeated_differently",
        _("An earlier row says something else about the same contact. Keep one of them."),
    )
    CELL_WITHOUT_HEADING = (
        "cell_without_heading",
        _("A cell has no heading above it. Move it under the right heading."),
    )
    TOO_LONG = "too_long", _("A cell holds too much text. Shorten it.")


class HeadingProblem(models.TextChoices):
    COLUMN_MISSING = (
        "column_missing",
        _("The first row must name the columns, as in the template. This one is missing:"),
    )
    COLUMN_UNKNOWN = (
        "column_unknown",
        _("A column is unknown. Rename it as in the template, or remove it:"),
    )
    COLUMN_TWICE = "column_twice", _("A column stands twice. Remove one of them:")
    NO_ROWS = "no_rows", _("There are no rows under the heading. Fill in at least one.")


class ChangedField(models.TextChoices):
    LEVEL = "level", _("Level")
    EMAIL = "email", _("E-mail")
    PHONE = "phone", _("Phone")
    CONFIRMED_ON = "confirmed_on", _("Last confirmed")
    NUMBER = "number", _("Organisation number")
    PLACE = "place", _("Place")
    ORGANISATION_EMAIL = "organisation_email", _("Common address")
