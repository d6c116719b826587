"""What stands in a Word document, as markup: written as text and read once, for speed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from varn.kernel.printing.text import cleaned, cleaned_inside

LOCALES = {"sv": "sv-SE", "en": "en-GB"}
WIDTH_MM = 210 - 35 - 28  # between the margins
TWIPS_PER_MM = 1440 / 25.4
SEPARATORS = 2  # Word keeps the first two footnotes for its own rules between text and notes
ALONE = {"\t": "<w:tab/>", "\n": "<w:br/>"}
LEAST, MOST = (
    7,
    44,
)  # how many letters wide a column is at least, and at most, before the room is shared


@dataclass(frozen=True)
class Span:
    """A piece of a paragraph: perhaps strong, a link (`#bookmark` or address), with a footnote."""

    text: str
    strong: bool = False
    emphasised: bool = False
    link: str = ""
    note: str = ""
    language: str = ""  # when it isn't the document's


Words = str | Sequence[Span | str]


def spans_of(words: Words) -> Sequence[Span]:
    """Words as spans, however they were given."""
    each = [words] if isinstance(words, str) else words
    return [Span(one) if isinstance(one, str) else one for one in each]


def paragraph(
    style: str, inner: str, *, keeps_next: bool = False, above: int = 0, is_right: bool = False
) -> str:
    """A paragraph in the style of that identity; `above` is in points."""
    properties = (
        f'<w:pStyle w:val="{style}"/>'
        f"{'<w:keepNext/>' if keeps_next else ''}"
        f"{f'<w:spacing w:before="{above * 20}"/>' if above else ''}"
        f"{'<w:jc w:val="right"/>' if is_right else ''}"
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def run(span: Span, *, locale: str = "") -> str:
    """Words in one look; nothing in them is markup."""
    properties = (
        f"{'<w:b/>' if span.strong else ''}"
        f"{'<w:i/>' if span.emphasised else ''}"
        f"{f'<w:lang w:val="{locale}"/>' if locale else ''}"
    )
    return _run(f"<w:rPr>{properties}</w:rPr>" if properties else "", _text(span.text))


def link(text: str, *, target: str) -> str:
    """A link; the target is an attribute: `w:anchor` of a bookmark or `r:id` of an address."""
    shown = _run('<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>', _text(text))
    return f'<w:hyperlink {target} w:history="1">{shown}</w:hyperlink>'


def bookmark_target(name: str) -> str:
    """Where a link within the document leads."""
    return f"w:anchor={attribute(name)}"


def bookmark(name: str, *, number: int) -> str:
    """Lets links in the document lead here."""
    begun = f'<w:bookmarkStart w:id="{number}" w:name={attribute(name)}/>'
    return f'{begun}<w:bookmarkEnd w:id="{number}"/>'


def note_mark(number: int) -> str:
    """The raised figure that leads to footnote `number`, counted from 1."""
    mark = f'<w:footnoteReference w:id="{number + SEPARATORS - 1}"/>'
    return _run('<w:rPr><w:rStyle w:val="footnotereference"/></w:rPr>', mark)


def field_opening(instruction: str) -> str:
    """Begin a field; what follows is shown until Word updates it."""
    code = f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    return _run("", _field("begin")) + _run("", code) + _run("", _field("separate"))


def field_closing() -> str:
    return _run("", _field("end"))


def page_break() -> str:
    return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


@dataclass
class Table:
    """A table whose cells are markup; links can lead to its rows."""

    style: str
    rows: list[list[str]]  # paragraphs, the head first
    widths: Sequence[int]  # in twips
    caption: str = ""
    is_fixed: bool = False
    marks: dict[int, str] = field(default_factory=dict)  # by row: what stands before its words

    def markup(self) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        rows = "".join(self._row(place, cells) for place, cells in enumerate(self.rows))
        return (
            f"<w:tbl><w:tblPr>{self._properties()}</w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _properties(self) -> str:
        """The head row is a head; the caption is the table's words for a screen reader."""
        told = f"<w:tblCaption w:val={attribute(self.caption)}/>" if self.caption else ""
        return (
            f'<w:tblStyle w:val="{self.style}"/><w:tblW w:type="auto" w:w="0"/>'
            f'<w:tblLayout w:type="{"fixed" if self.is_fixed else "autofit"}"/>'
            f'<w:tblLook w:val="0020" w:firstRow="1" w:noVBand="1"/>{told}'
        )

    def _row(self, place: int, cells: Sequence[str]) -> str:
        """A row that no page cuts in two; every page repeats the head."""
        head = "<w:tblHeader/>" if place == 0 else ""
        mark = self.marks.get(place, "")
        marked = [cells[0].replace("</w:pPr>", f"</w:pPr>{mark}", 1), *cells[1:]]
        shown = "".join(
            f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(self.widths, marked, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{shown}</w:tr>"


def twips(width_mm: float) -> int:
    return round(width_mm * TWIPS_PER_MM)


def fitting(rows: Sequence[Sequence[Words]]) -> list[int]:
    """Widths that share the room by how much the columns hold, in twips."""
    letters = [
        min(max(LEAST, *(_letters(words) for words in column)), MOST)
        for column in zip(*rows, strict=True)
    ]
    return [twips(WIDTH_MM * each / sum(letters)) for each in letters]


def attribute(value: str) -> str:
    """A value in quotes; nothing in it is markup."""
    return quoteattr(cleaned(value))


def _letters(words: Words) -> int:
    """How long the longest line would be."""
    text = "".join(each.text for each in spans_of(words))
    return max(len(line) for line in text.split("\n"))


def _run(properties: str, inner: str) -> str:
    return f"<w:r>{properties}{inner}</w:r>"


def _field(sort: str) -> str:
    return f'<w:fldChar w:fldCharType="{sort}"/>'


def _text(text: str) -> str:
    """Clean words; a lone tab or break stays what it is."""
    return ALONE.get(text) or f'<w:t xml:space="preserve">{escape(cleaned_inside(text))}</w:t>'
