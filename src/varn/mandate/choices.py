"""Closed lists used by decisions and mandates. Values match what the reader writes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varn.kernel.permissions import Permission


class MandatePermission(Permission):
    VIEW = "mandate.view", _("See decisions and mandates with their activities and results")
    START = "mandate.start", _("Read a decision into Värn, check its facts and start the mandate")
    CHANGE = "mandate.change", _("Add and change activities and results")


class DecisionKind(models.TextChoices):
    ASSIGNMENT = "assignment", _("Assignment")
    APPROPRIATION_DIRECTIONS = "appropriation_directions", _("Appropriation directions")
    OTHER = "other", _("Not an assignment")


class FactKind(models.TextChoices):
    TITLE = "title", _("Title")
    REGISTRY_NUMBER = "registry_number", _("Registry number")
    PROTOCOL_NUMBER = "protocol_number", _("Protocol number")
    DECIDED_ON = "decided_on", _("Day of the decision")
    DEPARTMENT = "department", _("Ministry")
    RECIPIENT = "recipient", _("Given to")
    ASSIGNMENT = "assignment", _("Assignment")
    REQUIREMENT = "requirement", _("Requirement")
    OBLIGATION = "obligation", _("Obligation")
    REPORT_TO = "report_to", _("Report to")
    GRANT = "grant", _("Grant")
    APPROPRIATION = "appropriation", _("Appropriation")
    COPY = "copy", _("Copy to")
    CONSULT = "consult", _("To consult")
    BUILDS_ON = "builds_on", _("Builds on")
    CITED_REGISTRY_NUMBER = "cited_registry_number", _("Cited registry number")
    CITATION = "citation", _("Cited source")
    SIGNATORY = "signatory", _("Signed by")


class FactState(models.TextChoices):
    PROPOSED = "proposed", _("Found by Värn")
    CONFIRMED = "confirmed", _("Confirmed")
    CORRECTED = "corrected", _("Corrected")
    ADDED = "added", _("Added")
    REMOVED = "removed", _("Removed")


class Doubt(models.TextChoices):
    RECURS = "recurs_without_date", _("It returns, but the decision states no day.")
    YEAR_OPEN = "year_not_stated", _("The decision states no year.")
    DAY_OPEN = "day_not_stated", _("The decision states no day.")
    REFERENCE_OPEN = "reference_not_resolved", _("The day refers to something else. Look it up.")
    DATE_ELSEWHERE = "date_elsewhere", _("The day stands in another sentence. Check it.")
    ADDRESSEE_MISSING = "addressee_missing", _("The sentence does not say to whom.")
    GRANT_YEAR_MISSING = "grant_year_missing", _("The sentence does not say for which year.")
    SEVERAL = "several", _("Several were found. Keep the right one and remove the others.")


class ObligationKind(models.TextChoices):
    REQUISITION = "requisition", _("Requisition")
    REPAYMENT = "repayment", _("Repayment")
    FINANCIAL_ACCOUNT = "financial_account", _("Financial account")
    INTERIM_REPORT = "interim_report", _("Interim report")
    FINAL_REPORT = "final_report", _("Final report")
    REPORT = "report", _("Report to the government")
    RECURRING_REPORT = "recurring_report", _("Recurring report")
    PERIOD_END = "period_end", _("The mandate ends")
    MILESTONE = "milestone", _("Milestone")
    PAYMENT = "payment", _("Payment")


class OpenReason(models.TextChoices):
    RECURS = "recurs_without_date", _("returns, but no day is stated")
    YEAR_MISSING = "year_not_stated", _("no year is stated")
    DAY_MISSING = "day_not_stated", _("no day is stated")
    REFERENCE = "reference_not_resolved", _("refers to a day that is not in the decision")


class GrantKind(models.TextChoices):
    GRANTED = "granted", _("Granted")
    PLANNED = "planned", _("Planned, not granted")
    TOTAL = "total", _("Total")
    PART = "part", _("Part of the total")
    ALLOCATED = "allocated", _("Allocated")
    REALLOCATED = "reallocated", _("Reallocated")


class ActivityState(models.TextChoices):
    """Completion needs a child-rights impact assessment, so it is not offered here."""

    PLANNED = "planned", _("Planned")
    UNDER_WAY = "under_way", _("Under way")
