"""PDF files with text in them, read page by page; pictures of pages are refused."""

import logging
from collections.abc import Callable
from io import BytesIO

from pypdf import PdfReader, apply_configuration, get_configuration
from pypdf.errors import LimitReachedError, PdfReadError

from varn.kernel.documents.errors import (
    BrokenDocumentError,
    DocumentError,
    ScannedDocumentError,
    TooLargeDocumentError,
)
from varn.kernel.documents.limits import Limits

FEWEST_CHARACTERS_A_PAGE = 20  # a scanned page has at most a stamp
# What one page may ask for; many pages can share one stream, so `Limits.operations` counts all.
A_PAGE_AT_MOST = get_configuration().with_overwrites(
    stream_parsing_work_maximum_count=500_000,
    xform_maximum_invocations_per_extraction=500,
    zlib_maximum_output_length=20_000_000,
)
DRAW_FORM = b"Do"
COST_OF_A_FORM = 100  # operations; a form can draw further forms

# pypdf reports every oddity of a file in the log; the reader of a page can't act on them.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def text_of_pdf(data: bytes, limits: Limits) -> str:
    try:
        with apply_configuration(A_PAGE_AT_MOST):
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
    count = _counter(limits)
    for page in reader.pages:
        pages.append(page.extract_text(visitor_operand_before=count))
        length += len(pages[-1])
        if length > limits.characters:
            raise TooLargeDocumentError(
                f"The text is longer than {limits.characters:,} characters."
            )
    if not pages:
        raise PdfReadError("no pages")
    return pages


def _counter(limits: Limits) -> Callable[[bytes, object, object, object], None]:
    """Counts the operations of every page, and stops a file that only makes work."""
    done = 0

    def count(operator: bytes, *_: object) -> None:
        nonlocal done
        done += COST_OF_A_FORM if operator == DRAW_FORM else 1
        if done > limits.operations:
            raise TooLargeDocumentError("The PDF draws far more than a document of text.")

    return count
