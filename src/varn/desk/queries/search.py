"""Everything that a person may see, searched at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from varn.dialogue.choices import DialoguePermission
from varn.dialogue.queries import search as dialogue_search
from varn.directory.choices import DirectoryPermission
from varn.directory.queries import search as directory_search
from varn.final_report.choices import FinalReportPermission
from varn.final_report.queries import search as report_search
from varn.finance.choices import FinancePermission
from varn.finance.queries import search as finance_search
from varn.kernel.permissions import Permission
from varn.kernel.search import Hit, cleaned
from varn.mandate.choices import MandatePermission
from varn.mandate.queries import search as mandate_search

WHOLE_WORDS = 1.0  # a hit that holds the words themselves ranks at least here
VERY_LIKE = 0.7  # beside such hits, others must be at least so like


class Search(Protocol):
    """How a capability searches its own things."""

    def __call__(self, words: str, *, limit: int) -> Sequence[Hit]: ...


SOURCES: tuple[tuple[Permission, Search], ...] = (
    (MandatePermission.VIEW, mandate_search.found),
    (DialoguePermission.VIEW, dialogue_search.found),
    (FinancePermission.VIEW, finance_search.found),
    (FinalReportPermission.VIEW, report_search.found),
    (DirectoryPermission.VIEW, directory_search.found),
)


@dataclass(frozen=True, kw_only=True)
class Group:
    """Hits of one kind, best first."""

    kind: str
    hits: Sequence[Hit]
    is_cut: bool  # there may be more than these


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a search gave."""

    words: str
    groups: Sequence[Group] = ()

    @property
    def count(self) -> int:
        return sum(len(group.hits) for group in self.groups)

    @property
    def is_cut(self) -> bool:
        return any(group.is_cut for group in self.groups)


def search(typed: str, *, may: Callable[[str], bool], limit: int) -> Found:
    """What matches among the things that the person may see, in groups by kind."""
    words = cleaned(typed)
    if not words:
        return Found(words="")
    hits = [
        hit for permission, found in SOURCES if may(permission) for hit in found(words, limit=limit)
    ]
    return Found(words=words, groups=_grouped(_worthwhile(hits), limit))


def _worthwhile(hits: Sequence[Hit]) -> list[Hit]:
    """Without guesses, when there are hits that hold the words themselves."""
    best = max((hit.rank for hit in hits), default=0.0)
    least = VERY_LIKE if best >= WHOLE_WORDS else 0.0
    return [hit for hit in hits if hit.rank >= least]


def _grouped(hits: Sequence[Hit], limit: int) -> list[Group]:
    by_kind = groupby(sorted(hits, key=lambda hit: (hit.kind, -hit.rank)), key=lambda hit: hit.kind)
    groups = [(kind, list(of_kind)) for kind, of_kind in by_kind]
    groups.sort(key=lambda group: -group[1][0].rank)
    return [
        Group(kind=kind, hits=of_kind[:limit], is_cut=len(of_kind) >= limit)
        for kind, of_kind in groups
    ]
