"""What the report says where something is missing."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

GAPS: Mapping[str, str | Promise] = {
    "missing": pgettext_lazy("report", "What is missing"),
    "missing_lead": pgettext_lazy("report", "What the data do not yet show is listed here."),
    "nothing_missing": pgettext_lazy("report", "Nothing that this report looks for is missing."),
    "gap.no_agency": pgettext_lazy("report", "It is not recorded which agency has the mandate."),
    "gap.no_addressee_of_report": pgettext_lazy(
        "report",
        "It is not recorded to whom the report goes.",
    ),
    "gap.no_requirements": pgettext_lazy("report", "No requirement of the decision is recorded."),
    "gap.no_grant": pgettext_lazy("report", "No grant is recorded."),
    "gap.requirement_without_activity": pgettext_lazy(
        "report",
        "Requirements without an activity",
    ),
    "gap.activity_without_result": pgettext_lazy("report", "Activities without a result"),
    "gap.result_without_evidence": pgettext_lazy("report", "Results without evidence"),
    "gap.obligation_without_day": pgettext_lazy("report", "Obligations without a day"),
    "gap.obligation_without_addressee": pgettext_lazy(
        "report",
        "Obligations without an addressee",
    ),
    "unset_characters": pgettext_lazy(
        "report",
        "Characters that the typeface lacks are shown as �. The HTML and JSON files hold them.",
    ),
}
