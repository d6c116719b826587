"""The money of a mandate in whole öre: what the decision gives, and how it was used."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Money that the decision speaks of; `kind` is a code."""

    amount_ore: int
    kind: str
    year: int | None = None
    is_cap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Appropriation:
    """Where the money stands in the state budget."""

    area: int | None = None
    area_name: str = ""
    appropriation: str = ""
    appropriation_name: str = ""
    item: str = ""
    item_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """How the grant stands on the day of the report; cost types are codes."""

    granted_ore: int
    cap_ore: int | None
    charged_ore: int
    left_ore: int
    other_funding_ore: int = 0
    uncharged_ore: int = 0
    budget_ore: int = 0
    forecast_ore: int = 0
    forecast_left_ore: int = 0
    by_cost_type: tuple[tuple[str, int], ...] = ()
    by_assignment: tuple[tuple[str, int], ...] = ()
