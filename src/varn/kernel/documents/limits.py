"""How large a document may be, and what one looks like once read."""

from dataclasses import dataclass
from enum import StrEnum

MEGABYTE = 1024 * 1024


class Format(StrEnum):
    """The types of file that are read."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Limits:
    """Decisions are a few hundred kilobytes; these leave ample room."""

    size: int = 20 * MEGABYTE
    unpacked_size: int = 80 * MEGABYTE
    ratio: int = 200  # unpacked to packed; real DOCX files stay below 30
    ratio_from: int = 1 * MEGABYTE  # small parts may pack as tightly as they like
    entries: int = 2_000
    pages: int = 500
    operations: int = 1_000_000  # of a PDF, all pages; a page of text has a few thousand
    characters: int = 1_000_000


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document's text and the type of file that it came from."""

    text: str
    format: Format
