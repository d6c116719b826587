"""Closed lists used by decisions and mandates. Values match what the reader writes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varn.kernel.events import Event
from varn.kernel.permissions import Permission


class MandatePermission(Permission):
    VIEW = "mandate.view", _("See decisions and mandates with their activities and results")
    START = "mandate.start", _("Read a decision into Värn, check its facts and start the mandate")
    CHANGE = "mandate.change", _("Add and change activities and results")
    LEAD = (
        "mandate.lead",
        _("Say who is responsible, judge requirements and mark obligations as done"),
    )


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
    ACTIVITY_COMPLETED = "mandate.activity.completed", _("Completed an activity")
    ACTIVITY_CANCELLED = "mandate.activity.cancelled", _("Cancelled an activity")
    ACTIVITY_REOPENED = "mandate.activity.reopened", _("Took an activity up again")
    CHILD_RIGHTS_ASSESSED = (
        "mandate.activity.child_rights_assessed",
        _("Assessed an activity from the rights of the child"),
    )
    REQUIREMENT_JUDGED = "mandate.requirement.judged", _("Judged a requirement")
    JUDGEMENT_WITHDRAWN = (
        "mandate.requirement.judgement_withdrawn",
        _("Withdrew the judgement of a requirement"),
    )
    RESPONSIBLE_NAMED = (
        "mandate.requirement.responsible_named",
        _("Said who is responsible for a requirement"),
    )
    MANDATE_LINKED = "mandate.mandate.linked", _("Linked a mandate to another")
    MANDATE_UNLINKED = "mandate.mandate.unlinked", _("Took away a link between mandates")
    DOCUMENT_FROZEN = "mandate.document.frozen", _("Made a document ready to sign")
    OBLIGATION_FULFILLED = "mandate.obligation.fulfilled", _("Marked an obligation as done")
    CALENDAR_OPENED = "mandate.calendar.opened", _("Made a secret address for a calendar")
    CALENDAR_CLOSED = "mandate.calendar.closed", _("Closed a secret address for a calendar")
    WORK_PREVIEWED = "mandate.work.previewed", _("Read a file with activities and results")
    WORK_IMPORTED = "mandate.work.imported", _("Imported activities and results")


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


class ObligationStanding(models.TextChoices):
    """How an obligation stands on a day."""

    DONE = "done", _("Done and sent")
    LATE = "late", _("Late")
    SOON = "soon", _("Soon")
    LATER = "later", _("Later")
    PASSED = "passed", _("Passed")
    NO_DAY = "no_day", _("No day stated")


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
    """Completion needs a child-rights impact assessment; the database holds to it."""

    PLANNED = "planned", _("Planned")
    UNDER_WAY = "under_way", _("Under way")
    COMPLETED = "completed", _("Completed")
    CANCELLED = "cancelled", _("Cancelled")


# What a person may set in the activity's form; the two others are actions of their own.
OPEN_STATES = (ActivityState.PLANNED, ActivityState.UNDER_WAY)


class Judgement(models.TextChoices):
    """What the coordinator says of a requirement in the end."""

    MET = "met", _("Met")
    NOT_MET = "not_met", _("Not met")


class LinkKind(models.TextChoices):
    """How one mandate stands to another."""

    BUILDS_ON = "builds_on", _("Builds on")
    AMENDS = "amends", _("Amends")
    SUCCEEDS = "succeeds", _("Follows after")


class DocumentKind(models.TextChoices):
    """What leaves the agency under a mandate."""

    REQUISITION = "requisition", _("Requisition")
    REPAYMENT = "repayment", _("Repayment")
    FINANCIAL_ACCOUNT = "financial_account", _("Financial account")
    INTERIM_REPORT = "interim_report", _("Interim report")
    FINAL_REPORT = "final_report", _("Final report")
    LETTER = "letter", _("Letter")


class CrcArticle(models.TextChoices):
    """Articles of the Convention on the Rights of the Child that bear on exploitation.

    Source: the convention, Swedish law by lag (2018:1197).
    """

    NON_DISCRIMINATION = "2", _("2 Non-discrimination")
    BEST_INTERESTS = "3", _("3 Best interests of the child")
    LIFE_AND_DEVELOPMENT = "6", _("6 Life, survival and development")
    ILLICIT_TRANSFER = "11", _("11 Illicit transfer abroad")
    VIEWS = "12", _("12 Respect for the views of the child")
    PROTECTION_FROM_VIOLENCE = "19", _("19 Protection from violence and neglect")
    ECONOMIC_EXPLOITATION = "32", _("32 Protection from economic exploitation")
    DRUGS = "33", _("33 Protection from drugs")
    SEXUAL_EXPLOITATION = "34", _("34 Protection from sexual exploitation")
    TRAFFICKING = "35", _("35 Protection from sale and trafficking")
    OTHER_EXPLOITATION = "36", _("36 Protection from other exploitation")
    RECOVERY = "39", _("39 Recovery and reintegration")


class StrategyPrinciple(models.TextChoices):
    """The nine principles of the strategy to strengthen the rights of the child.

    Source: prop. 2009/10:232, adopted by the Riksdag on 1 December 2010; in short.
    """

    LAWS = "1", _("1 Laws and practice follow the convention")
    INTEGRITY = "2", _("2 The child's physical and mental integrity is respected")
    VIEWS = "3", _("3 Children can express their views")
    KNOWLEDGE = "4", _("4 Children know their rights")
    PARENTS = "5", _("5 Parents get knowledge and support")
    PROFESSIONS = "6", _("6 Decision makers and professions know the rights and apply them")
    COOPERATION = "7", _("7 Those concerned work together")
    CONDITIONS = "8", _("8 Decisions rest on knowledge of children's conditions")
    FOLLOW_UP = "9", _("9 Decisions are followed up from a child-rights view")


class ChildrenHeard(models.TextChoices):
    """Whether children have been heard in an activity."""

    DIRECTLY = "directly", _("Yes, children themselves")
    INDIRECTLY = "indirectly", _("Indirectly: earlier studies, or organisations that meet them")
    NOT_HEARD = "not_heard", _("No")


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


class WorkOutcome(models.TextChoices):
    """What a row of a file with earlier work would do."""

    NEW = "new", _("Will be added")
    RESULT = "result", _("Its result will be added")
    KNOWN = "known", _("Already there")
    ERROR = "error", _("Must be corrected")


class WorkProblem(models.TextChoices):
    """Why a cell in a file with earlier work can't be taken in, and what to do."""

    MISSING = "missing", _("The cell is empty. Fill it in.")
    TOO_LONG = "too_long", _("The text is too long. Shorten it.")
    REQUIREMENT_UNKNOWN = (
        "requirement_unknown",
        _("The mandate has no requirement with this number. Write the number alone, such as 3."),
    )
    DAY_WRONG = "day_wrong", _("There is no such day. Write it as 2014-12-01.")
    ENDS_BEFORE_START = (
        "ends_before_start",
        _("It ends before it starts. Correct one of the days."),
    )
    STATE_UNKNOWN = "state_unknown", _("Write planerad, pågår or genomförd.")
    CANCELLED = (
        "cancelled",
        _("Leave the row out, or bring it in as planned and cancel it in Värn, which asks why."),
    )
    ORGANISATION_UNKNOWN = (
        "organisation_unknown",
        _("The directory has no organisation with this name. Write its whole name."),
    )
    ONE_ORGANISATION = "one_organisation", _("Name one authority only.")
    PLACE_UNKNOWN = (
        "place_unknown",
        _("There is no such place. Write a county, a municipality or a state of the EU."),
    )
    ONE_PLACE = "one_place", _("Name one place only; a county is one.")
    BEFORE_DECISION = "before_decision", _("The day is before the decision. Check the day.")
    STILL_TO_COME = (
        "still_to_come",
        _("The day is still to come. Record the result when it has happened."),
    )
    CONFLICT = (
        "conflict",
        _("An earlier row says otherwise of the same activity. Let them agree, or empty the cell."),
    )
    NO_HEADING = "no_heading", _("The cell stands under no heading. Move or empty it.")


class WorkHeadingProblem(models.TextChoices):
    """Why the first row of a file with earlier work can't be understood."""

    UNKNOWN = "unknown", _("The first row has a heading that the template doesn't have:")
    TWICE = "twice", _("The first row has the same heading twice:")
    MISSING = "missing", _("The first row lacks the heading:")
    NO_ROWS = "no_rows", _("The file has a heading but no rows. Fill in at least one row.")
