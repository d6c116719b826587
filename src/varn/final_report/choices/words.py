"""Everything the report says in its own voice, by name; each language has all of it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

FRONT: Mapping[str, str | Promise] = {
    "final_report": pgettext_lazy("report", "Final report"),
    "demonstration": pgettext_lazy(
        "report", "Demonstration: the activities and results are invented."
    ),
    "your_reference": pgettext_lazy("report", "Your reference"),
    "partly": pgettext_lazy("report", "partly"),
    "agency": pgettext_lazy("report", "Agency"),
    "decision": pgettext_lazy("report", "Government decision"),
    "decided_on": pgettext_lazy("report", "Date of the decision"),
    "protocol_number": pgettext_lazy("report", "Minutes number"),
    "report_to": pgettext_lazy("report", "Report to"),
    "as_of": pgettext_lazy("report", "Data as of"),
    "contents": pgettext_lazy("report", "Contents"),
    "page": pgettext_lazy("report", "Page"),
    "page_of": pgettext_lazy("report", "of"),
    "not_stated": pgettext_lazy("report", "Not stated"),
    "and": pgettext_lazy("report", "and"),
    "from_day": pgettext_lazy("report", "from %(day)s"),
    "until_day": pgettext_lazy("report", "until %(day)s"),
    "kronor": pgettext_lazy("report", "SEK %(amount)s"),
}

SUMMARY: Mapping[str, str | Promise] = {
    "summary": pgettext_lazy("report", "Summary"),
    "summary_lead": pgettext_lazy(
        "report",
        "This report shows what has been done for each requirement in the decision. It is made "
        "from the data recorded until %(day)s. Every figure points to what it rests on.",
    ),
    "summary_state": pgettext_lazy(
        "report",
        "The decision holds %(requirements)s requirements: %(requirements_formal)s about days and "
        "money only, %(requirements_with_activity)s with an activity and "
        "%(requirements_with_evidence)s with evidence.",
    ),
    "measure": pgettext_lazy("report", "What is counted"),
    "count": pgettext_lazy("report", "Count"),
    "rests_on": pgettext_lazy("report", "Rests on"),
    "nothing_recorded": pgettext_lazy("report", "Nothing is recorded."),
    "figure.requirements": pgettext_lazy("report", "Requirements in the decision"),
    "figure.requirements_formal": pgettext_lazy("report", "Requirements about days and money only"),
    "figure.requirements_with_activity": pgettext_lazy("report", "Requirements with an activity"),
    "figure.requirements_with_evidence": pgettext_lazy("report", "Requirements with evidence"),
    "figure.activities": pgettext_lazy("report", "Activities"),
    "figure.results": pgettext_lazy("report", "Results"),
    "figure.evidence": pgettext_lazy("report", "Files of evidence"),
    "figure.obligations": pgettext_lazy("report", "Obligations"),
    "kind.decision": pgettext_lazy("report", "Government decision"),
    "kind.requirement": pgettext_lazy("report", "Requirement"),
    "kind.activity": pgettext_lazy("report", "Activity"),
    "kind.result": pgettext_lazy("report", "Result"),
    "kind.obligation": pgettext_lazy("report", "Obligation"),
    "kind.evidence": pgettext_lazy("report", "Evidence"),
    "kinds.decision": pgettext_lazy("report", "Government decision"),
    "kinds.requirement": pgettext_lazy("report", "Requirements"),
    "kinds.activity": pgettext_lazy("report", "Activities"),
    "kinds.result": pgettext_lazy("report", "Results"),
    "kinds.obligation": pgettext_lazy("report", "Obligations"),
    "kinds.evidence": pgettext_lazy("report", "Evidence"),
}

MANDATE: Mapping[str, str | Promise] = {
    "mandate": pgettext_lazy("report", "The mandate"),
    "department": pgettext_lazy("report", "Ministry"),
    "builds_on": pgettext_lazy("report", "Builds on"),
    "copies_to": pgettext_lazy("report", "Copies to"),
    "receivers": pgettext_lazy("report", "%(count)s receivers"),
    "assignments": pgettext_lazy("report", "Assignments and results"),
    "assignment": pgettext_lazy("report", "Assignment"),
    "whole_mandate": pgettext_lazy("report", "The mandate as a whole"),
    "no_assignments": pgettext_lazy("report", "No assignment is recorded."),
    "no_requirements": pgettext_lazy("report", "No requirement is recorded for this assignment."),
    "no_activity": pgettext_lazy("report", "No activity is recorded."),
    "only_formal": pgettext_lazy(
        "report",
        "The sentence is about a day or money. See Obligations, and Grant and appropriation.",
    ),
    "no_result": pgettext_lazy("report", "No result is recorded."),
    "no_evidence": pgettext_lazy("report", "No evidence is recorded."),
    "period": pgettext_lazy("report", "Period"),
    "target_group": pgettext_lazy("report", "Target group"),
    "duty_bearer": pgettext_lazy("report", "Responsible authority"),
    "responsible": pgettext_lazy("report", "Responsible role"),
    "state": pgettext_lazy("report", "State"),
    "results": pgettext_lazy("report", "Results"),
}

CLOSING: Mapping[str, str | Promise] = {
    "obligations": pgettext_lazy("report", "Obligations"),
    "obligations_lead": pgettext_lazy(
        "report", "What the decision says must be done or sent, to whom and by when."
    ),
    "no_obligations": pgettext_lazy("report", "No obligation is recorded."),
    "number": pgettext_lazy("report", "No."),
    "what": pgettext_lazy("report", "What"),
    "due_on": pgettext_lazy("report", "Due by"),
    "addressee": pgettext_lazy("report", "Addressee"),
    "money": pgettext_lazy("report", "Grant and appropriation"),
    "no_grant": pgettext_lazy("report", "No grant is recorded."),
    "no_appropriation": pgettext_lazy("report", "No appropriation is recorded."),
    "year": pgettext_lazy("report", "Year"),
    "amount": pgettext_lazy("report", "Amount"),
    "at_most": pgettext_lazy("report", "at most"),
    "area": pgettext_lazy("report", "Expenditure area"),
    "appropriation": pgettext_lazy("report", "Appropriation"),
    "item": pgettext_lazy("report", "Appropriation item"),
    "evidence": pgettext_lazy("report", "Evidence"),
    "evidence_lead": pgettext_lazy(
        "report",
        "The files stand in the agency's own keeping. The check sum (SHA-256) shows that a file is "
        "unchanged; here are its first 16 characters, the data file holds all of it.",
    ),
    "no_evidence_at_all": pgettext_lazy("report", "No evidence is recorded."),
    "file": pgettext_lazy("report", "File"),
    "check_sum": pgettext_lazy("report", "Check sum"),
    "day": pgettext_lazy("report", "Day"),
    "shows": pgettext_lazy("report", "Shows"),
}

GAPS: Mapping[str, str | Promise] = {
    "missing": pgettext_lazy("report", "What is missing"),
    "missing_lead": pgettext_lazy("report", "What the data do not yet show is listed here."),
    "nothing_missing": pgettext_lazy("report", "Nothing that this report looks for is missing."),
    "gap.no_agency": pgettext_lazy("report", "It is not recorded which agency has the mandate."),
    "gap.no_addressee_of_report": pgettext_lazy(
        "report", "It is not recorded to whom the report goes."
    ),
    "gap.no_requirements": pgettext_lazy("report", "No requirement of the decision is recorded."),
    "gap.no_grant": pgettext_lazy("report", "No grant is recorded."),
    "gap.requirement_without_activity": pgettext_lazy("report", "Requirements without an activity"),
    "gap.activity_without_result": pgettext_lazy("report", "Activities without a result"),
    "gap.result_without_evidence": pgettext_lazy("report", "Results without evidence"),
    "gap.obligation_without_day": pgettext_lazy("report", "Obligations without a day"),
    "gap.obligation_without_addressee": pgettext_lazy("report", "Obligations without an addressee"),
    "unset_characters": pgettext_lazy(
        "report",
        "Characters that the typeface lacks are shown as �. The HTML and JSON files hold them.",
    ),
}

WORDS: Mapping[str, str | Promise] = {**FRONT, **SUMMARY, **MANDATE, **CLOSING, **GAPS}
