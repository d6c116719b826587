"""Word documents: paragraphs in order, headings and list items marked as in Markdown.

The XML is heard as it is parsed and no tree of it is kept: each word is taken once, so tables
or text boxes nested thousands deep in a small file cost no more than its size.
"""

from collections.abc import Mapping
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import XMLParser

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
        return "\n".join(lines_of(part_of(archive, MAIN_PART, limits)))


def lines_of(xml: bytes) -> list[str]:
    """The lines of XML without a document type: entities are how an XML bomb is built."""
    heard = _Lines()
    parser = XMLParser(target=heard, forbid_dtd=True)
    try:
        parser.feed(xml)
        parser.close()
    except DefusedXmlException as error:
        raise SuspiciousArchiveError(
            "The file declares XML entities; no document needs them."
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise BrokenDocumentError("The document inside the file isn't whole.") from error
    return heard.lines


class _Paragraph:
    """A paragraph while it is heard: its words, and what its style makes of it."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.style = ""
        self.is_numbered = False

    def line(self) -> str:
        words = "".join(self.words).strip()
        return self._mark() + words if words else ""

    def _mark(self) -> str:
        if self.style.startswith(HEADINGS):
            return "# "
        return "- " if self.is_numbered or self.style.startswith(LISTS) else ""


class _Lines:
    """One line for each paragraph; the cells of a table row share a line.

    A table inside a cell belongs to the row around it.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.paragraphs: list[_Paragraph] = []  # open ones: a text box stands inside another
        self.rows = 0  # open ones
        self.cells: list[list[str]] = []
        self.is_text = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.is_text = tag == TEXT
        if tag == ROW:
            self.rows += 1
        elif tag == CELL and self.rows:
            self.cells.append([])
        elif tag == PARAGRAPH:
            self.paragraphs.append(_Paragraph())
        elif tag in CHARACTERS:
            self._say(CHARACTERS[tag])
        elif self.paragraphs:
            self._style(tag, attributes)

    def data(self, text: str) -> None:
        if self.is_text:
            self._say(text)

    def end(self, tag: str) -> None:
        self.is_text = False
        if tag == PARAGRAPH:
            self._add(self.paragraphs.pop().line())
        elif tag == ROW:
            self.rows -= 1
            if not self.rows:
                self._add(" ".join(filter(None, ("".join(cell).strip() for cell in self.cells))))
                self.cells = []

    def _style(self, tag: str, attributes: Mapping[str, str]) -> None:
        paragraph = self.paragraphs[-1]
        if tag == STYLE and not paragraph.style:
            paragraph.style = attributes.get(VALUE, "").casefold()
        elif tag == NUMBERING:
            paragraph.is_numbered = True

    def _say(self, words: str) -> None:
        if self.rows:
            if self.cells:
                self.cells[-1].append(words)
        elif self.paragraphs:
            self.paragraphs[-1].words.append(words)

    def _add(self, line: str) -> None:
        if line:
            self.lines.append(line)
