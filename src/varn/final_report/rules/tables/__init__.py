"""Every table of the report by its name: the report has each at its place, and texts place them."""

from varn.final_report.rules.content import ReportContent
from varn.final_report.rules.tables.formal import obligations_table
from varn.final_report.rules.tables.meetings import meetings_table, turnout_table
from varn.final_report.rules.tables.money import cost_types_table, grants_table, money_table
from varn.final_report.rules.tables.overview import counties_table, requirements_table
from varn.final_report.rules.tables.work import (
    activities_table,
    child_rights_table,
    duty_bearers_table,
)
from varn.final_report.rules.wording import Json, Wording

MAKERS = {
    "requirements": requirements_table,
    "activities": activities_table,
    "counties": counties_table,
    "obligations": obligations_table,
    "child_rights": child_rights_table,
    "duty_bearers": duty_bearers_table,
    "meetings": meetings_table,
    "turnout": turnout_table,
    "grants": grants_table,
    "money": money_table,
    "cost_types": cost_types_table,
}


def made_table(name: str, content: ReportContent, say: Wording) -> Json:
    """One table by the name that texts know it under."""
    return MAKERS[name](content, say)
