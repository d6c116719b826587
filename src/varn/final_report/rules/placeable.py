"""What a written text can place. The names never change, so a text never loses what it placed."""

from collections.abc import Collection, Mapping

from varn.final_report.choices import PlacedKind

FIGURES = (
    "requirements",
    "requirements_formal",
    "requirements_with_activity",
    "requirements_with_evidence",
    "requirements_met",
    "requirements_not_met",
    "activities",
    "activities_completed",
    "activities_assessed",
    "results",
    "counties",
    "evidence",
    "obligations",
    "obligations_fulfilled",
    "meetings",
    "organisations_met",
    "organisations_never_met",
    "money_granted",
    "money_charged",
    "money_left",
)
TABLES = (
    "requirements",
    "activities",
    "counties",
    "obligations",
    "child_rights",
    "duty_bearers",
    "meetings",
    "turnout",
    "grants",
    "money",
    "cost_types",
)
MAPS = ("counties",)
NAMES: Mapping[str, Collection[str]] = {
    PlacedKind.FIGURE.value: FIGURES,
    PlacedKind.TABLE.value: TABLES,
    PlacedKind.MAP.value: MAPS,
}
