"""The chapters of the report in their order, each as blocks."""

from varn.final_report.rules.chapters.appendices import appendices
from varn.final_report.rules.chapters.closing import (
    conclusions,
    dialogue,
    economy,
    obligations,
    proposals,
)
from varn.final_report.rules.chapters.front import mandate, summary
from varn.final_report.rules.chapters.rights import child_rights
from varn.final_report.rules.chapters.work import assignments
from varn.final_report.rules.content import ReportContent
from varn.final_report.rules.wording import Json, Wording

CHAPTERS = (
    summary,
    mandate,
    assignments,
    child_rights,
    dialogue,
    economy,
    obligations,
    conclusions,
    proposals,
    appendices,
)


def chapters(content: ReportContent, say: Wording) -> list[Json]:
    """The whole body of the report."""
    return [block for chapter in CHAPTERS for block in chapter(content, say)]
