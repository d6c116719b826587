"""What is missing before a report can be frozen: some of it blocks, the rest is a warning."""

from collections.abc import Iterator
from dataclasses import dataclass

from varn.final_report.choices import BLOCKS, Lack
from varn.final_report.rules.carrying import carriers, with_carriers
from varn.final_report.rules.content import Obligation, ReportContent, Requirement
from varn.final_report.rules.figures import Kind
from varn.final_report.rules.markup import read
from varn.final_report.rules.parts import PartKey, part_keys
from varn.final_report.rules.placeable import NAMES
from varn.mandate.choices import OPEN_STATES, Judgement, ObligationKind

# Done with the report itself, or by no act at all.
NEVER_MISSING = (ObligationKind.FINAL_REPORT, ObligationKind.REPORT, ObligationKind.PERIOD_END)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One thing that is missing, and where: a written part, or a numbered thing in the report."""

    lack: Lack
    part: PartKey | None = None
    kind: Kind | None = None
    number: int | None = None
    text: str = ""  # the problem or the thing in words, when it has any

    @property
    def blocks(self) -> bool:
        """Whether the report can't be frozen without it."""
        return self.lack in BLOCKS


def missing(content: ReportContent) -> tuple[Missing, ...]:
    """Everything that is missing, what blocks first."""
    found = (
        *_in_cover(content),
        *_in_texts(content),
        *_in_requirements(content),
        *_in_work(content),
        *_in_obligations(content),
    )
    return tuple(sorted(found, key=lambda each: not each.blocks))  # the order within stays


def written_parts(content: ReportContent) -> tuple[PartKey, ...]:
    """Every part that people write in this report, in its order."""
    return part_keys(each.number for each in content.assignments if each.number is not None)


def _in_cover(content: ReportContent) -> Iterator[Missing]:
    cover = content.cover
    needed = {
        Lack.NO_OWN_NUMBER: cover.own_registry_number,
        Lack.NO_DECIDED_BY: cover.decided_by,
        Lack.NO_DECIDED_ON: cover.decided_on,
        Lack.NO_PRESENTED_BY: cover.presented_by,
    }
    yield from (Missing(lack=lack) for lack, value in needed.items() if not value)


def _in_texts(content: ReportContent) -> Iterator[Missing]:
    for key in written_parts(content):
        text = content.texts.get(key, "")
        if not text.strip():
            yield Missing(lack=Lack.PART_EMPTY, part=key)
        for problem in read(text, NAMES).problems:
            yield Missing(lack=Lack.TEXT_PROBLEM, part=key, text=problem.message)


def _in_requirements(content: ReportContent) -> Iterator[Missing]:
    carried = carriers(content)
    for each in content.requirements:
        shown = any(_is_shown(one) for one in with_carriers(each, carried))
        if each.is_formal or each.judgement == Judgement.NOT_MET or shown:
            continue
        is_met = each.judgement == Judgement.MET
        yield Missing(
            lack=Lack.MET_WITHOUT_EVIDENCE if is_met else Lack.REQUIREMENT_UNANSWERED,
            kind=Kind.REQUIREMENT,
            number=each.number,
            text=each.text,
        )


def _is_shown(requirement: Requirement) -> bool:
    return any(result.evidence for each in requirement.activities for result in each.results)


def _in_work(content: ReportContent) -> Iterator[Missing]:
    for activity in content.activities:
        if activity.state in OPEN_STATES:
            yield Missing(
                lack=Lack.ACTIVITY_OPEN,
                kind=Kind.ACTIVITY,
                number=activity.number,
                text=activity.title,
            )
    for result in content.results:
        if not result.evidence:
            yield Missing(
                lack=Lack.RESULT_WITHOUT_EVIDENCE,
                kind=Kind.RESULT,
                number=result.number,
                text=result.title,
            )


def _in_obligations(content: ReportContent) -> Iterator[Missing]:
    for each in content.obligations:
        if _is_open(each):
            yield Missing(
                lack=Lack.OBLIGATION_OPEN,
                kind=Kind.OBLIGATION,
                number=each.number,
                text=each.text,
            )
    if content.money and content.money.uncharged_ore:
        yield Missing(lack=Lack.MONEY_UNCHARGED)


def _is_open(obligation: Obligation) -> bool:
    return obligation.document is None and obligation.kind not in NEVER_MISSING
