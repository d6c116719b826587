"""The report in words, ready to set: what both the print and the web page show."""

from collections.abc import Mapping
from itertools import groupby

from varn.final_report.rules.content import CopyLine, Decision, ReportContent
from varn.final_report.rules.document_parts import (
    appropriation_rows,
    assignment_part,
    decision_row,
    evidence_row,
    grant_row,
    obligation_row,
)
from varn.final_report.rules.figures import Figure, Kind, figures
from varn.final_report.rules.gaps import Gap, gaps
from varn.final_report.rules.wording import Json, Wording
from varn.kernel.printing.text import cleaned, with_texts

MANY = 2
REGIONS = {"sv": "SE", "en": "GB"}


def document(content: ReportContent, *, words: Mapping[str, str], language: str) -> Json:
    """Everything that the report says, as cleaned text in nested lists and mappings."""
    say = Wording(language, words)
    decision = content.decision
    as_of = content.changed_at.date()
    files = {each.number: each.file_name for each in content.evidence}
    made: Json = {
        "language": language,
        "region": REGIONS[language],
        "words": dict(words),
        "made_on": [as_of.year, as_of.month, as_of.day],
        "is_demonstration": content.is_demonstration,
        "title": decision.title,
        "agency": decision.agency,
        "registry_number": decision.registry_number,
        "cover": _cover(content, say),
        "lead": words["summary_lead"] % {"day": say.day(as_of)},
        "state": _state(content, say),
        "figures": [_figure(each, say) for each in figures(content)],
        "mandate": _mandate(decision, say),
        "copies_to": [_copy(each, say) for each in decision.copies_to],
        "parts": [assignment_part(each, say, files) for each in content.assignments],
        "obligations": [obligation_row(each, say) for each in content.obligations],
        "grants": [grant_row(each, say) for each in content.grants],
        "appropriations": [appropriation_rows(each, say) for each in content.appropriations],
        "decision_file": decision_row(decision, say),
        "evidence": [evidence_row(each, say) for each in content.evidence],
        "gaps": _gaps(gaps(content), say),
    }
    return {name: with_texts(value, cleaned) for name, value in made.items()}


def _cover(content: ReportContent, say: Wording) -> list[Json]:
    decision = content.decision
    return _rows(
        say,
        your_reference=_reference(decision, say),
        decision=_decided(decision, say),
        agency=decision.agency,
        report_to=decision.report_to,
        as_of=say.day(content.changed_at.date()),
    )


def _mandate(decision: Decision, say: Wording) -> list[Json]:
    return _rows(
        say,
        your_reference=_reference(decision, say),
        decided_on=say.day(decision.decided_on),
        protocol_number=decision.protocol_number,
        department=decision.department,
        agency=decision.agency,
        report_to=decision.report_to,
        builds_on="; ".join(decision.builds_on),
    )


def _rows(say: Wording, **values: str) -> list[Json]:
    missing = say.words["not_stated"]
    return [{"label": say.words[name], "value": value or missing} for name, value in values.items()]


def _reference(decision: Decision, say: Wording) -> str:
    partly = f" ({say.words['partly']})" if decision.is_partly else ""
    return f"{decision.registry_number}{partly}"


def _decided(decision: Decision, say: Wording) -> str:
    day = say.day(decision.decided_on)
    return f"{decision.protocol_number}, {day}" if decision.protocol_number else day


def _copy(line: CopyLine, say: Wording) -> str:
    if line.organisations < MANY:
        return line.text
    return f"{line.text} ({say.words['receivers'] % {'count': line.organisations}})"


def _state(content: ReportContent, say: Wording) -> str:
    """One sentence on how far the work has come; the table beside it holds the sources."""
    counted = {figure.name: figure.value for figure in figures(content)}
    return say.words["summary_state"] % counted if content.requirements else ""


def _figure(figure: Figure, say: Wording) -> Json:
    named: Json = {
        "name": say.words[f"figure.{figure.name}"],
        "value": str(figure.value),
    }
    if figure.kind is Kind.DECISION:
        link = say.one(Kind.DECISION)
        return named | {"rests_on": {"label": "", "links": [link], "text": link["label"]}}
    return named | {"rests_on": say.many(figure.kind, figure.numbers)}


def _gaps(found: tuple[Gap, ...], say: Wording) -> list[Json]:
    ordered = sorted(found, key=lambda gap: gap.name)
    grouped = {name: list(group) for name, group in groupby(ordered, key=lambda gap: gap.name)}
    return [_gap(grouped[name], say) for name in dict.fromkeys(gap.name for gap in found)]


def _gap(group: list[Gap], say: Wording) -> Json:
    numbers = tuple(gap.number for gap in group if gap.number is not None)
    text = say.words[f"gap.{group[0].name}"]
    links = say.many(group[0].kind, numbers) if numbers else None
    return {"text": text, "rests_on": links | {"label": ""} if links else None}
