"""PDF files with text in them, read page by page; pictures of pages are refused."""

import logging
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import LimitReachedError, PdfReadError

from varn.kernel.documents.errors import (
    BrokenDocumentError,
    DocumentError,
    ScannedDocumentError,
    TooLargeDocumentError,
)
from varn.kernel.documents.limits import Limits

FEWEST_CHARACTERS_A_PAGE = 20  # a scanned page has at most a stamp

# pypdf reports every oddity of a file in the log; the reader of a page can't act on them.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def text_of_pdf(data: bytes, limits: Limits) -> str:
    try:
        pages = _pages(data, limits)
    except DocumentError:
        raise
    except LimitReachedError as error:
        raise TooLargeDocumentError("The PDF unpacks to more than is read.") from error
    except Exception as error:  # a broken PDF makes pypdf raise nearly anything
        raise BrokenDocumentError("The PDF is broken and can't be read.") from error
    text = "\n\n".join(pages)
    if len(text.strip()) < FEWEST_CHARACTERS_A_PAGE * len(pages):
        raise ScannedDocumentError(
            "The PDF holds pictures of pages, no text: run it through text recognition (OCR) first."
        )
    return text


def _pages(data: bytes, limits: Limits) -> list[str]:
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise BrokenDocumentError("The PDF is locked by a password.")
    if len(reader.pages) > limits.pages:
        raise TooLargeDocumentError(f"The PDF has more than {limits.pages} pages.")
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > limits.characters:
            raise TooLargeDocumentError(
                f"The text is longer than {limits.characters:,} characters."
            )
    if not pages:
        raise PdfReadError("no pages")
    return pages
