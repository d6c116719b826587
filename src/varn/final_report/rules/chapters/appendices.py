"""Appendices: the decision, the measures, the evidence, and what is missing."""

from itertools import groupby

from varn.final_report.rules.blocks import (
    facts,
    heading,
    linked,
    listing,
    own,
    paragraph,
    said,
    span,
)
from varn.final_report.rules.chapters.letter import reference
from varn.final_report.rules.content import Decision, ReportContent
from varn.final_report.rules.gaps import Gap, gaps
from varn.final_report.rules.tables import made_table
from varn.final_report.rules.tables.formal import evidence_table
from varn.final_report.rules.wording import Json, Wording


def appendices(content: ReportContent, say: Wording) -> list[Json]:
    """Four appendices, each with its number in its heading."""
    words = say.words
    return [
        _heading(1, "appendix.decision", "decision", say),
        paragraph(span(words["appendix.decision_lead"])),
        facts(_decision(content.decision, say)),
        _heading(2, "appendix.measures", "measures", say),
        said(words["appendix.measures_lead"]),
        made_table("activities", content, say),
        _heading(3, "appendix.evidence", "evidence", say),
        *([said(words["evidence_lead"])] if content.evidence else []),
        evidence_table(content, say),
        _heading(4, "appendix.missing", "missing", say),
        *_missing(content, say),
    ]


def _heading(number: int, name: str, anchor: str, say: Wording) -> Json:
    title = f"{say.words['appendix']}\N{NO-BREAK SPACE}{number}. {say.words[name]}"
    return heading(title, level=1, anchor=anchor, is_numbered=False)


def _decision(decision: Decision, say: Wording) -> dict[str, list[Json]]:
    words = say.words
    file = decision.file_name
    return {
        words["your_reference"]: [span(reference(decision, say))],
        words["protocol_number"]: [span(decision.protocol_number or words["not_stated"])],
        words["decided_on"]: [span(say.day(decision.decided_on))],
        words["file"]: [own(file) if file else span(words["not_stated"])],
        words["check_sum"]: [span(decision.sha256 or words["not_stated"], "code")],
    }


def _missing(content: ReportContent, say: Wording) -> list[Json]:
    found = gaps(content)
    if not found:
        return [said(say.words["nothing_missing"])]
    ordered = sorted(found, key=lambda gap: gap.name)
    grouped = {name: list(group) for name, group in groupby(ordered, key=lambda gap: gap.name)}
    names = dict.fromkeys(gap.name for gap in found)  # in the order of the report
    return [
        said(say.words["missing_lead"]),
        listing([_gap(grouped[name], say) for name in names]),
    ]


def _gap(group: list[Gap], say: Wording) -> list[Json]:
    numbers = tuple(gap.number for gap in group if gap.number is not None)
    text = span(say.words[f"gap.{group[0].name}"])
    if not numbers:
        return [text]
    return [text, span(": "), *linked(say.many(group[0].kind, numbers) | {"label": ""})]
