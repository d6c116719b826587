"""Sentences to begin from for what a text can place."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

PLACING: Mapping[str, str | Promise] = {
    "suggestion.figure.requirements": pgettext_lazy(
        "report",
        "The decision holds {{requirements}} requirements.",
    ),
    "suggestion.figure.requirements_formal": pgettext_lazy(
        "report",
        "Of the requirements, {{requirements_formal}} are about days and money only.",
    ),
    "suggestion.figure.requirements_with_activity": pgettext_lazy(
        "report",
        "Work has been done for {{requirements_with_activity}} of {{requirements}} requirements.",
    ),
    "suggestion.figure.requirements_with_evidence": pgettext_lazy(
        "report",
        "For {{requirements_with_evidence}} of {{requirements}} requirements there is evidence.",
    ),
    "suggestion.figure.requirements_met": pgettext_lazy(
        "report",
        "The agency judges {{requirements_met}} of {{requirements}} requirements as met.",
    ),
    "suggestion.figure.requirements_not_met": pgettext_lazy(
        "report",
        "{{requirements_not_met}} requirements are not met; the reasons stand by each of them.",
    ),
    "suggestion.figure.activities": pgettext_lazy(
        "report",
        "The mandate was carried out by {{activities}} activities.",
    ),
    "suggestion.figure.activities_completed": pgettext_lazy(
        "report",
        "{{activities_completed}} of {{activities}} activities are completed.",
    ),
    "suggestion.figure.activities_assessed": pgettext_lazy(
        "report",
        "The best interests of the child have been assessed in {{activities_assessed}} activities.",
    ),
    "suggestion.figure.results": pgettext_lazy(
        "report",
        "The activities have given {{results}} results.",
    ),
    "suggestion.figure.counties": pgettext_lazy(
        "report",
        "There are results in {{counties}} counties.",
    ),
    "suggestion.figure.evidence": pgettext_lazy(
        "report",
        "{{evidence}} files of evidence show the results.",
    ),
    "suggestion.figure.obligations": pgettext_lazy(
        "report",
        "The decision states {{obligations}} obligations.",
    ),
    "suggestion.figure.obligations_fulfilled": pgettext_lazy(
        "report",
        "{{obligations_fulfilled}} of {{obligations}} obligations are done.",
    ),
    "suggestion.figure.meetings": pgettext_lazy(
        "report",
        "The agency has held {{meetings}} meetings under the mandate.",
    ),
    "suggestion.figure.organisations_met": pgettext_lazy(
        "report",
        "{{organisations_met}} organisations have taken part in the dialogue.",
    ),
    "suggestion.figure.organisations_never_met": pgettext_lazy(
        "report",
        "{{organisations_never_met}} organisations concerned have not taken part.",
    ),
    "suggestion.figure.money_granted": pgettext_lazy(
        "report",
        "The Government granted {{money_granted}}.",
    ),
    "suggestion.figure.money_charged": pgettext_lazy(
        "report",
        "{{money_charged}} have been charged to the grant.",
    ),
    "suggestion.figure.money_left": pgettext_lazy(
        "report",
        "{{money_left}} of the grant are left.",
    ),
    "suggestion.table.requirements": pgettext_lazy(
        "report",
        "The table shows every requirement with its judgement and evidence.",
    ),
    "suggestion.table.activities": pgettext_lazy("report", "The table shows the activities."),
    "suggestion.table.counties": pgettext_lazy("report", "The table shows the results by county."),
    "suggestion.table.obligations": pgettext_lazy(
        "report",
        "The table shows the obligations and what was sent.",
    ),
    "suggestion.table.child_rights": pgettext_lazy(
        "report",
        "The table shows the assessments of the child's best interests.",
    ),
    "suggestion.table.duty_bearers": pgettext_lazy(
        "report",
        "The table shows the authorities that the activities serve.",
    ),
    "suggestion.table.meetings": pgettext_lazy(
        "report",
        "The table shows the meetings that were held.",
    ),
    "suggestion.table.turnout": pgettext_lazy(
        "report",
        "The table shows who was asked and who came.",
    ),
    "suggestion.table.grants": pgettext_lazy("report", "The table shows what the decision gives."),
    "suggestion.table.money": pgettext_lazy("report", "The table shows how the grant stands."),
    "suggestion.table.cost_types": pgettext_lazy("report", "The table shows the costs by type."),
    "suggestion.map.counties": pgettext_lazy("report", "The map shows the results by county."),
}
