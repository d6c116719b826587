"""What is missing, in lines that lead to where each thing is mended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django.urls import reverse

from varn.final_report.choices import Lack
from varn.final_report.choices.words import WORDS
from varn.final_report.queries.rows import Rows, rows_of
from varn.final_report.queries.subjects import part_title
from varn.final_report.rules.figures import Kind
from varn.final_report.rules.missing import Missing

if TYPE_CHECKING:
    from varn.mandate.models import Mandate

PAGES: Mapping[Kind, str] = {
    Kind.REQUIREMENT: "mandate:requirement_detail",
    Kind.ACTIVITY: "mandate:activity_detail",
    Kind.RESULT: "mandate:result_edit",
    Kind.OBLIGATION: "mandate:obligation_detail",
}
MOST_SHOWN = 50  # of one kind; the page says how many more there are


@dataclass(frozen=True, kw_only=True)
class LackingThing:
    """One place to mend something."""

    label: str
    url: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class LackingGroup:
    """Everything of one kind that is missing."""

    lack: Lack
    blocks: bool
    things: Sequence[LackingThing]
    more: int = 0

    @property
    def is_itself(self) -> bool:
        """Whether the words of the kind say it all, as of the cover."""
        return self.things[0].label == str(self.lack.label)

    @property
    def count(self) -> int:
        return len(self.things) + self.more


def lacking_groups(found: Sequence[Missing], mandate: "Mandate") -> list[LackingGroup]:
    """What is missing by kind, what blocks first."""
    rows = rows_of(mandate)
    groups = ((lack, list(things)) for lack, things in groupby(found, key=lambda one: one.lack))
    return [
        LackingGroup(
            lack=lack,
            blocks=things[0].blocks,
            things=[_thing(each, mandate.pk, rows) for each in things[:MOST_SHOWN]],
            more=max(0, len(things) - MOST_SHOWN),
        )
        for lack, things in groups
    ]


def _thing(each: Missing, mandate_id: int, rows: Rows) -> LackingThing:
    if each.part:
        url = reverse("final_report:part_write", args=[mandate_id, str(each.part)])
        return LackingThing(label=part_title(each.part), url=url, text=each.text)
    if each.kind and each.number:
        url = reverse(PAGES[each.kind], args=[rows[each.kind, each.number]])
        label = f"{WORDS[f'kind.{each.kind}']} {each.number}"
        return LackingThing(label=label, url=url, text=each.text)
    page = "finance:ledger" if each.lack is Lack.MONEY_UNCHARGED else "final_report:cover_write"
    return LackingThing(label=str(each.lack.label), url=reverse(page, args=[mandate_id]))
