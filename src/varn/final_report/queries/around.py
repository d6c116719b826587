"""What stands beside the work in a report: meetings, money, counties."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from varn.audit.queries import latest_moment, subject_of
from varn.dialogue.choices import DialogueEvent
from varn.dialogue.queries import held_meetings, turnout
from varn.directory.queries.places import counties
from varn.final_report.rules import content
from varn.finance.choices import CostType
from varn.finance.queries.standing import MoneyStanding, money_standing

if TYPE_CHECKING:
    from varn.dialogue.models import Meeting
    from varn.mandate.models import Mandate


def meetings_held(mandate: "Mandate") -> list["Meeting"]:
    """The meetings that were held, in the order that they were."""
    return list(held_meetings(mandate).order_by("held_on", "pk"))


def dialogue_changed_at(meetings: list["Meeting"]) -> datetime | None:
    """When a meeting was last recorded or corrected; only the audit trail knows."""
    subjects = [subject_of(each) for each in meetings]
    return latest_moment(events=DialogueEvent.values, subjects=subjects)


def dialogue_of(
    mandate: "Mandate", meetings: list["Meeting"], *, results: Mapping[int, int], on: date
) -> content.Dialogue:
    """Meetings and turnout; `results` are the report's numbers by key."""
    found = turnout(mandate, on=on)
    return content.Dialogue(
        meetings=tuple(
            content.Meeting(
                number=number,
                title=each.title,
                held_on=each.held_on,
                kind=each.kind,
                level=each.level,
                place=each.place.name if each.place else "",
                summary=each.summary,
                asked=each.asked,  # type: ignore[attr-defined]  # annotated
                came=each.came,  # type: ignore[attr-defined]
                result=results.get(each.result_id or 0),
            )
            for number, each in enumerate(meetings, start=1)
        ),
        turnout=tuple(
            content.Turnout(
                organisation=each.name,
                asked=each.asked,
                came=each.came,
                last_came_on=each.last_came_on,
            )
            for each in found.taken_part
            if each.asked or each.came
        ),
        never_came=tuple(each.name for each in found.never_came),
        never_asked=tuple(each.name for each in found.never_asked),
    )


def money_of(mandate: "Mandate", *, on: date) -> content.Money | None:
    """How the grant stands on a day; nothing when the decision gives no money."""
    standing = money_standing(mandate.pk, on=on)
    if not standing.granted_ore and not standing.charged_ore:
        return None
    return content.Money(
        granted_ore=standing.granted_ore,
        cap_ore=standing.cap_ore,
        charged_ore=standing.charged_ore,
        left_ore=standing.left_ore,
        other_funding_ore=standing.other_funding_ore,
        uncharged_ore=standing.uncharged_ore,
        budget_ore=standing.budget_ore,
        forecast_ore=standing.forecast_ore,
        forecast_left_ore=standing.forecast_left_ore,
        by_cost_type=_by_cost_type(standing),
        by_assignment=tuple(
            (str(each.number or ""), each.charged_ore) for each in standing.by_assignment
        ),
    )


def _by_cost_type(standing: MoneyStanding) -> tuple[tuple[str, int], ...]:
    """By code: the report says them in its own language, not in the reader's."""
    codes = {str(label): value for value, label in CostType.choices}
    return tuple((codes.get(label, label), ore) for label, ore in standing.by_cost_type)


def county_names() -> tuple[tuple[str, str], ...]:
    """Code and name of every county, in code order."""
    return tuple(counties().values_list("code", "name"))
