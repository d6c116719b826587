"""One report as a file in the wanted form, or in words for a page."""

from varn.final_report.choices import ReportFormat
from varn.final_report.gateways.docx import as_docx
from varn.final_report.gateways.html import as_html
from varn.final_report.gateways.pdf import as_pdf
from varn.final_report.gateways.words import words_in
from varn.final_report.rules.content import ReportContent
from varn.final_report.rules.document import document
from varn.final_report.rules.plain import as_json
from varn.final_report.rules.wording import Json


def report_file(content: ReportContent, *, form: ReportFormat, language: str) -> bytes:
    """The report's bytes: the same content in the same form and language gives the same."""
    if form is ReportFormat.JSON:
        return as_json(content).encode()
    shown = report_in_words(content, language=language)
    if form is ReportFormat.HTML:
        return as_html(shown)
    if form is ReportFormat.DOCX:
        return as_docx(shown, changed_at=content.changed_at)
    return as_pdf(shown, changed_at=content.changed_at)


def report_in_words(content: ReportContent, *, language: str) -> Json:
    """Everything that the report says, for a page or a file."""
    return document(content, words=words_in(language), language=language)
