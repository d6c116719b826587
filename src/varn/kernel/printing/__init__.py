"""Documents for print and for the word processor: the same content gives the same bytes."""

from varn.kernel.printing.docx import About, Span, WordDocument, Words
from varn.kernel.printing.pdf import UnsetDocumentError, characters, typeset
from varn.kernel.printing.text import cleaned, file_name, printable, with_texts

__all__ = [
    "About",
    "Span",
    "UnsetDocumentError",
    "WordDocument",
    "Words",
    "characters",
    "cleaned",
    "file_name",
    "printable",
    "typeset",
    "with_texts",
]
