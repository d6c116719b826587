"""Which written parts a report has, and who stands behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from varn.final_report.choices import ReportPart

SEPARATOR = ":"


@dataclass(frozen=True, slots=True, order=True)
class PartKey:
    """One written part; an assignment's part also has the assignment's number."""

    part: str
    assignment: int | None = None

    def __post_init__(self) -> None:
        """Refuse a part that does not exist."""
        if (ReportPart(self.part) is ReportPart.ASSIGNMENT) != (self.assignment is not None):
            raise ValueError(f"{self.part} {self.assignment}: only an assignment has a number")

    def __str__(self) -> str:
        """As it stands in addresses and in JSON: "summary", "assignment:2"."""
        return self.part if self.assignment is None else f"{self.part}{SEPARATOR}{self.assignment}"

    @classmethod
    def read(cls, text: str) -> "PartKey":
        """The part that a text names; raises ValueError when there is none."""
        part, _, number = text.partition(SEPARATOR)
        return cls(ReportPart(part).value, int(number) if number else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What a Swedish agency says of a decision of its own: number, day, who decided and how."""

    own_registry_number: str = ""
    decided_by: str = ""  # name and title
    presented_by: str = ""  # the rapporteur (*föredragande*)
    decided_on: date | None = None
    present: tuple[str, ...] = ()  # others who took part in the final handling

    @property
    def is_whole(self) -> bool:
        """Whether the report can be signed with it."""
        return all((self.own_registry_number, self.decided_by, self.presented_by, self.decided_on))


def part_keys(assignments: Iterable[int]) -> tuple[PartKey, ...]:
    """Every part that a report on these assignments has, in its order."""
    keys: list[PartKey] = []
    for part in ReportPart:
        if part is ReportPart.ASSIGNMENT:
            keys.extend(PartKey(part.value, number) for number in assignments)
        else:
            keys.append(PartKey(part.value))
    return tuple(keys)
