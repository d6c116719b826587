"""Word documents: paragraphs in order, headings and list items marked as in Markdown."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from varn.kernel.documents.archive import checked_archive, part_of
from varn.kernel.documents.errors import BrokenDocumentError, SuspiciousArchiveError
from varn.kernel.documents.limits import Limits

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH, TEXT, TAB, BREAK, RETURN = (WORD + tag for tag in ("p", "t", "tab", "br", "cr"))
STYLE, NUMBERING, VALUE = WORD + "pStyle", WORD + "numPr", WORD + "val"
SOFT_HYPHEN, FIRM_HYPHEN = WORD + "softHyphen", WORD + "noBreakHyphen"
ROW, CELL = WORD + "tr", WORD + "tc"
HEADINGS = ("heading", "rubrik", "title")
LISTS = ("list", "punkt")
MAIN_PART = "word/document.xml"
CHARACTERS = {TAB: " ", BREAK: "\n", RETURN: "\n", FIRM_HYPHEN: "-", SOFT_HYPHEN: ""}


def text_of_docx(data: bytes, limits: Limits) -> str:
    with checked_archive(data, limits) as archive:
        root = parsed(part_of(archive, MAIN_PART, limits))
    return "\n".join(line for line in _lines(root) if line)


def parsed(xml: bytes) -> Element:
    """XML without a document type: entities are how an XML bomb is built."""
    try:
        return fromstring(xml, forbid_dtd=True)
    except DefusedXmlException as error:
        raise SuspiciousArchiveError(
            "The file declares XML entities; no document needs them."
        ) from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise BrokenDocumentError("The document inside the file isn't whole.") from error


def _lines(root: Element) -> Iterator[str]:
    """One line for each paragraph; the cells of a table row share a line."""
    in_rows = {id(paragraph) for row in root.iter(ROW) for paragraph in row.iter(PARAGRAPH)}
    for element in root.iter():
        if element.tag == ROW:
            yield " ".join(filter(None, (_words(cell).strip() for cell in element.iter(CELL))))
        elif element.tag == PARAGRAPH and id(element) not in in_rows:
            words = _words(element).strip()
            yield _mark(element) + words if words else ""


def _mark(paragraph: Element) -> str:
    style = next((each.get(VALUE, "") for each in paragraph.iter(STYLE)), "").casefold()
    if style.startswith(HEADINGS):
        return "# "
    if style.startswith(LISTS) or next(paragraph.iter(NUMBERING), None) is not None:
        return "- "
    return ""


def _words(element: Element) -> str:
    return "".join(
        (each.text or "") if each.tag == TEXT else CHARACTERS.get(each.tag, "")
        for each in element.iter()
    )
