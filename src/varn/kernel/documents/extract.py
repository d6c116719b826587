"""From the bytes of a document to its text, or one named error."""

from collections.abc import Callable
from pathlib import PurePath

from varn.kernel.documents.docx import text_of_docx
from varn.kernel.documents.errors import (
    BrokenDocumentError,
    TooLargeDocumentError,
    UnsupportedDocumentError,
)
from varn.kernel.documents.html import text_of_html
from varn.kernel.documents.limits import DEFAULT_LIMITS, DocumentText, Format, Limits
from varn.kernel.documents.pdf import text_of_pdf
from varn.kernel.documents.plain import text_of_plain

type Reader = Callable[[bytes, Limits], str]

SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".docx": Format.DOCX,
    ".pdf": Format.PDF,
}
READERS: dict[Format, Reader] = {
    Format.TEXT: text_of_plain,
    Format.MARKDOWN: text_of_plain,
    Format.HTML: text_of_html,
    Format.DOCX: text_of_docx,
    Format.PDF: text_of_pdf,
}
# The first bytes that a type of file always has.
SIGNATURES = {Format.PDF: b"%PDF-", Format.DOCX: b"PK\x03\x04"}
SIGNATURE_WITHIN = 1024  # PDF readers accept some bytes before the signature


def extract_text(data: bytes, *, filename: str, limits: Limits = DEFAULT_LIMITS) -> DocumentText:
    """The text of a document; raises a DocumentError and nothing else."""
    if len(data) > limits.size:
        raise TooLargeDocumentError(
            f"The file is {len(data):,} bytes; at most {limits.size:,} are read."
        )
    kind = format_of(data, filename)
    text = READERS[kind](data, limits)
    if len(text) > limits.characters:
        raise TooLargeDocumentError(f"The text is longer than {limits.characters:,} characters.")
    if not text.strip():
        raise BrokenDocumentError("The file holds no text.")
    return DocumentText(text, kind)


def format_of(data: bytes, filename: str) -> Format:
    """The type that the name says, when the content agrees."""
    suffix = PurePath(filename).suffix.casefold()
    kind = SUFFIXES.get(suffix)
    if kind is None:
        raise UnsupportedDocumentError(
            f"Files ending in “{suffix or filename}” can't be read: use txt, md, html, docx or pdf."
        )
    signature = SIGNATURES.get(kind)
    if signature and signature not in data[:SIGNATURE_WITHIN]:
        raise BrokenDocumentError(f"The file is named {suffix} but isn't one.")
    return kind
