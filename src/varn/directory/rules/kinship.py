"""Who carries on whose work. Plain links between keys of organisations."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property


@dataclass(frozen=True)
class Kinship:
    """Every succession, as (predecessor, successor, day)."""

    successions: tuple[tuple[int, int, date], ...]

    @cached_property
    def _heirs(self) -> Mapping[int, list[tuple[int, date]]]:
        heirs: dict[int, list[tuple[int, date]]] = defaultdict(list)
        for predecessor, successor, on in self.successions:
            heirs[predecessor].append((successor, on))
        return heirs

    @cached_property
    def _ancestors(self) -> Mapping[int, list[int]]:
        ancestors: dict[int, list[int]] = defaultdict(list)
        for predecessor, successor, _on in self.successions:
            ancestors[successor].append(predecessor)
        return ancestors

    def heir(self, organisation: int, *, on: date) -> int:
        """Who does its work on a day: itself, or the one that has taken over all of it."""
        seen = {organisation}
        while True:
            taken_over = [heir for heir, day in self._heirs.get(organisation, ()) if day <= on]
            if len(taken_over) != 1 or taken_over[0] in seen:
                return organisation
            organisation = taken_over[0]
            seen.add(organisation)

    def kin(self, organisation: int) -> frozenset[int]:
        """Itself, those whose work it took over and those who took over its; no siblings."""
        after = _reached(
            organisation, lambda each: [heir for heir, _day in self._heirs.get(each, ())]
        )
        return after | _reached(organisation, lambda each: self._ancestors.get(each, ()))


def _reached(start: int, follow: Callable[[int], Iterable[int]]) -> frozenset[int]:
    found, waiting = {start}, [start]
    while waiting:
        new = [each for each in follow(waiting.pop()) if each not in found]
        found.update(new)
        waiting += new
    return frozenset(found)
