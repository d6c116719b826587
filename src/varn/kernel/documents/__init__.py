"""Documents as they are handed in (txt, md, html, docx, pdf), turned into text."""

from varn.kernel.documents.errors import (
    BrokenDocumentError,
    DocumentError,
    ScannedDocumentError,
    SuspiciousArchiveError,
    TooLargeDocumentError,
    UnsupportedDocumentError,
)
from varn.kernel.documents.extract import extract_text
from varn.kernel.documents.limits import DEFAULT_LIMITS, DocumentText, Format, Limits

__all__ = [
    "DEFAULT_LIMITS",
    "BrokenDocumentError",
    "DocumentError",
    "DocumentText",
    "Format",
    "Limits",
    "ScannedDocumentError",
    "SuspiciousArchiveError",
    "TooLargeDocumentError",
    "UnsupportedDocumentError",
    "extract_text",
]
