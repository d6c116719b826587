"""What happened, gathered into sentences: the same thing done many times is told once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

NAMED_THINGS = 3  # of each kind; the rest are counted


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One entry of the trail."""

    event: str
    by: str
    at: datetime
    subject: str


@dataclass(frozen=True, kw_only=True)
class Happened:
    """What one person did of one kind, the latest first."""

    event: str
    by: str
    at: datetime  # the latest time
    times: int
    subjects: Sequence[str]  # each once

    @property
    def named(self) -> Sequence[str]:
        return self.subjects[:NAMED_THINGS]

    @property
    def more(self) -> int:
        return len(self.subjects) - len(self.named)


def gathered(happenings: Iterable[Happening]) -> list[Happened]:
    """Happenings, given latest first, gathered by what was done and by whom."""
    alike: dict[tuple[str, str], list[Happening]] = {}
    for each in happenings:
        alike.setdefault((each.event, each.by), []).append(each)
    return [
        Happened(
            event=event,
            by=by,
            at=of_one[0].at,
            times=len(of_one),
            subjects=list(dict.fromkeys(each.subject for each in of_one)),
        )
        for (event, by), of_one in alike.items()
    ]


def subject_key(subject: str) -> tuple[str, int] | None:
    """The model and number in `mandate.result:7`; None for what has no number."""
    model, _colon, number = subject.partition(":")
    return (model, int(number)) if number.isdigit() else None
