"""Summary, and the mandate as the decision gives it and the agency understood it."""

from varn.final_report.choices import ReportPart
from varn.final_report.rules.blocks import facts, heading, listing, own, said, span
from varn.final_report.rules.chapters.letter import reference
from varn.final_report.rules.content import CopyLine, Decision, ReportContent
from varn.final_report.rules.figures import figures
from varn.final_report.rules.tables.overview import figures_table
from varn.final_report.rules.wording import Json, Wording
from varn.final_report.rules.written import written

MANY = 2


def summary(content: ReportContent, say: Wording) -> list[Json]:
    """What people wrote, then the state in one sentence and in figures."""
    words = say.words
    lead = words["summary_lead"] % {"day": say.day(content.changed_at.date())}
    return [
        heading(words["summary"], level=1, anchor="summary"),
        *written(content, say, ReportPart.SUMMARY),
        heading(words["in_figures"], level=2),
        said(f"{lead} {_state(content, say)}".strip()),
        figures_table(content, say),
    ]


def _state(content: ReportContent, say: Wording) -> str:
    """One sentence on how far the work has come; the table below holds the sources."""
    counted = {figure.name: figure.value for figure in figures(content)}
    return say.words["summary_state"] % counted if content.requirements else ""


def mandate(content: ReportContent, say: Wording) -> list[Json]:
    """What the government decided, how it was understood, and who got a copy."""
    decision, words = content.decision, say.words
    understood = written(content, say, ReportPart.MANDATE_UNDERSTOOD)
    copies = [[own(_copy(each, say))] for each in decision.copies_to]
    return [
        heading(words["mandate"], level=1, anchor="mandate"),
        facts(_facts(decision, say)),
        heading(words["understood"], level=2),
        *(understood or [said(words["not_written"])]),
        heading(words["copies_to"], level=2),
        listing(copies) if copies else said(words["not_stated"]),
    ]


def _facts(decision: Decision, say: Wording) -> dict[str, list[Json]]:
    values = {
        "title": decision.title,
        "your_reference": reference(decision, say),
        "decided_on": say.day(decision.decided_on),
        "protocol_number": decision.protocol_number,
        "department": decision.department,
        "agency": decision.agency,
        "report_to": decision.report_to,
        "builds_on": "; ".join(decision.builds_on),
    }
    missing = span(say.words["not_stated"], "muted")
    return {say.words[name]: [own(value) if value else missing] for name, value in values.items()}


def _copy(line: CopyLine, say: Wording) -> str:
    if line.organisations < MANY:
        return line.text
    return f"{line.text} ({say.words['receivers'] % {'count': line.organisations}})"
