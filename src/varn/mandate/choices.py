"""Closed lists used by decisions and mandates. Values match what the reader writes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varn.kernel.events import Event
from varn.kernel.permissions import Permission


class MandatePermission(Permission):
    VIEW = "mandate.view", _("See decisions and mandates with their activities and results")
    START = "mandate.start", _("Read a decision into Värn, check its facts and start the mandate")
    CHANGE = "mandate.change", _("Add and change activities and results")


class MandateEvent(Event):
    DECISION_UPLOADED = "mandate.decision.uploaded", _("Read a decision in")
    FACT_CONFIRMED = "mandate.fact.confirmed", _("Confirmed a fact in a decision")
    FACT_CORRECTED = "mandate.fact.corrected", _("Corrected a fact in a decision")
    FACT_REMOVED = "mandate.fact.removed", _("Removed a fact from a decision")
    FACT_ADDED = "mandate.fact.added", _("Added a fact to a decision")
    CLEAR_FACTS_CONFIRMED = "mandate.fact.all_clear_confirmed", _("Confirmed all clear facts")
    MANDATE_STARTED = "mandate.mandate.started", _("Started a mandate")
    ACTIVITY_ADDED = "mandate.activity.added", _("Added an activity")
    ACTIVITY_CHANGED = "mandate.activity.changed", _("Changed an activity")
    RESULT_RECORDED = "mandate.result.recorded", _("Recorded a result")
    RESULT_CORRECTED = "mandate.result.corrected", _("Corrected a result")


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


# What a person may know from elsewhere when the file itself doesn't say it.
KNOWN_FROM_ELSEWHERE = (
    FactKind.TITLE,
    FactKind.REGISTRY_NUMBER,
    FactKind.PROTOCOL_NUMBER,
    FactKind.DECIDED_ON,
    FactKind.DEPARTMENT,
    FactKind.RECIPIENT,
    FactKind.REPORT_TO,
)


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


class Missing(models.TextChoices):
    """What stands between a read decision and its mandate."""

    IS_ASSIGNMENT = "is_assignment", _("The document gives no assignment.")
    REGISTRY_NUMBER = "registry_number", _("The registry number is missing. Add it.")
    TITLE = "title", _("The title is missing. Add it.")
    DECIDED_ON = "decided_on", _("The day of the decision is missing. Add it.")
    ASSIGNMENT = "assignment", _("There is no assignment. Add at least one.")
    ONE_REGISTRY_NUMBER = (
        "one_registry_number",
        _("Several registry numbers are kept. Keep the one of this decision."),
    )
    ONE_TITLE = "one_title", _("Several titles are kept. Keep one.")
    ONE_DECIDED_ON = "one_decided_on", _("Several days are kept. Keep the day of the decision.")
    CHECK = "check", _("Some facts are not checked. Confirm, correct or remove each of them.")


class RequirementStanding(models.TextChoices):
    """How far a requirement has come, from nothing to evidence."""

    NO_ACTIVITY = "no_activity", _("No activity yet")
    NO_RESULT = "no_result", _("No result yet")
    NO_EVIDENCE = "no_evidence", _("Result without evidence")
    EVIDENCE = "evidence", _("Has evidence")
    FORMAL = "formal", _("Followed as date, money or number")
