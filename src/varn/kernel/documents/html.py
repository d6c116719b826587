"""Web pages: the text of the main part, headings and list items marked as in Markdown."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from varn.kernel.documents.errors import BrokenDocumentError
from varn.kernel.documents.limits import Limits
from varn.kernel.documents.plain import decoded

SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "nav",
        "footer",
        "header",
        "form",
        "button",
        "iframe",
        "head",
        "aside",
    ]
)
BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "table",
        "tr",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "br",
        "hr",
        "blockquote",
        "address",
        "figure",
        "pre",
        "tbody",
        "thead",
        "body",
    ]
)
MARKS = {
    "li": "- ",
    "h1": "# ",
    "h2": "## ",
    "h3": "### ",
    "h4": "#### ",
    "h5": "##### ",
    "h6": "###### ",
}
CELLS = frozenset({"td", "th"})
WHITESPACE = re.compile(r"[ \t\r\n\f]+")
DECLARED = re.compile(rb"<meta[^>]{1,200}charset=[\"']?([\w-]{3,20})", re.IGNORECASE)


def text_of_html(data: bytes, limits: Limits) -> str:
    source = _source(data).replace("\x00", "")
    try:
        root = lxml_html.document_fromstring(source, parser=_parser(), ensure_head_body=True)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise BrokenDocumentError("The page isn't HTML that can be read.") from error
    chosen = _main_part(root)
    lines = (WHITESPACE.sub(" ", line).strip() for line in "".join(_pieces(chosen)).split("\x00"))
    return "\n".join(line for line in lines if line.strip("#- "))


def _main_part(root: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """The page's main part when it has one with words in it, else the whole page."""
    for element in root.iter("main", "article"):
        if element.text_content().strip():
            return element
    return root


def _parser() -> lxml_html.HTMLParser:
    return lxml_html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _source(data: bytes) -> str:
    declared = DECLARED.search(data[:4096])
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", decoded(data))


def _pieces(root: lxml_html.HtmlElement) -> Iterator[str]:
    """The words in order, a zero character where a line ends; no recursion, whatever the depth."""
    skipped = 0  # elements around this one, itself included, whose words are nobody's to read
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "start":
            skipped += tag in SKIPPED
            if not skipped:
                yield _beginning(tag) + (element.text or "")
            continue
        if not skipped:
            yield "\x00" if tag in BLOCKS else (" " if tag in CELLS else "")
        skipped -= tag in SKIPPED
        if not skipped and element is not root:
            yield element.tail or ""


def _beginning(tag: str) -> str:
    return "\x00" + MARKS.get(tag, "") if tag in BLOCKS else ""
