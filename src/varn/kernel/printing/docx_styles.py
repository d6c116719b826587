"""The styles of our Word documents: few, real and named as Word names them.

An agency that opens the document in its own template gets its own look for the same names.
"""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle, _TableStyle

from varn.kernel.printing.docx_xml import element

ACCENT = RGBColor(0x1D, 0x3F, 0x63)
MUTED = RGBColor(0x4D, 0x56, 0x61)
RULE = "9AA5B1"
BODY, HEADINGS = "Cambria", "Calibri"
KEPT_TABLES = {"Normal Table", "Table Grid"}
# Name, size, space above and below in points.
SIZES = [
    ("Title", 24, 0, 10),
    ("Subtitle", 13, 0, 8),
    ("Heading 1", 17, 22, 8),
    ("Heading 2", 13, 16, 6),
    ("Heading 3", 11, 12, 4),
]
TABLE = "Document Table"


def dress(document: Document, *, locale: str) -> None:
    """Give a new document our styles and its language, and drop those that nothing uses."""
    _drop_tables(document)
    _language(document, locale)
    _body(document)
    for name, size, above, below in SIZES:
        _heading(document.styles[name], size=size, above=above, below=below)
    _small(document.styles["Caption"], size=9)
    for name in ("Header", "Footer"):
        _small(document.styles[name], size=9)
    _quote(document.styles["Quote"])
    _added(document)


def _drop_tables(document: Document) -> None:
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in KEPT_TABLES:
            style.delete()


def _language(document: Document, locale: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for said in defaults.iter(qn("w:lang")):
        said.set(qn("w:val"), locale)
    for said in document.settings.element.iter(qn("w:themeFontLang")):
        said.set(qn("w:val"), locale)


def _face(style: ParagraphStyle, name: str) -> None:
    """One face for every script; the theme's names would win over it."""
    style.font.name = name
    fonts = style.element.rPr.rFonts
    for key in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{key}"), None)


def _body(document: Document) -> None:
    normal = document.styles["Normal"]
    _face(normal, BODY)
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after = Pt(8)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    normal.paragraph_format.line_spacing = 1.2
    normal.paragraph_format.widow_control = True
    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(35), Mm(28)
        section.top_margin, section.bottom_margin = Mm(30), Mm(28)


def _heading(style: ParagraphStyle, *, size: int, above: int, below: int) -> None:
    _face(style, HEADINGS)
    style.font.size, style.font.bold, style.font.italic = Pt(size), True, False
    style.font.color.rgb = ACCENT
    style.paragraph_format.space_before = Pt(above)
    style.paragraph_format.space_after = Pt(below)
    style.paragraph_format.line_spacing = 1.05
    style.paragraph_format.keep_with_next = True
    borders = style.element.pPr.find(qn("w:pBdr"))
    if borders is not None:
        style.element.pPr.remove(borders)


def _small(style: ParagraphStyle, *, size: int) -> None:
    _face(style, HEADINGS)
    style.font.size, style.font.bold = Pt(size), False
    style.font.color.rgb = MUTED


def _quote(style: ParagraphStyle) -> None:
    style.font.italic = False
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.left_indent = Mm(6)


def _added(document: Document) -> None:
    styles = document.styles
    facts = styles.add_style("Facts", WD_STYLE_TYPE.PARAGRAPH)
    facts.base_style = styles["Normal"]
    facts.paragraph_format.left_indent, facts.paragraph_format.first_line_indent = Mm(45), Mm(-45)
    facts.paragraph_format.tab_stops.add_tab_stop(Mm(45))
    facts.paragraph_format.space_after = Pt(3)
    signature = styles.add_style("Signature", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    signature.base_style = styles["Normal"]
    signature.paragraph_format.space_before = Pt(48)  # room for a name by hand
    signature.paragraph_format.space_after = Pt(0)
    note = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    note.base_style = styles["Normal"]
    note.font.size, note.paragraph_format.space_after = Pt(9), Pt(2)
    mark = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.font.superscript = True
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb, link.font.underline = ACCENT, True
    for level in (1, 2, 3):
        contents = styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        contents.base_style = styles["Normal"]
        contents.paragraph_format.left_indent = Mm(6 * (level - 1))
        contents.paragraph_format.space_after = Pt(3)
    _for_tables(document)


def _for_tables(document: Document) -> None:
    """The words in a table, and the thin rules around its rows."""
    styles = document.styles
    cell = styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = styles["Normal"]
    cell.font.size = Pt(9.5)
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(2)
    cell.paragraph_format.line_spacing = 1.05
    style = styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    style.base_style = styles["Normal Table"]
    _rules(style)
    head = element("w:tblStylePr", type="firstRow")
    bold = element("w:rPr")
    bold.append(element("w:b"))
    head.append(bold)
    style.element.append(head)


def _rules(style: _TableStyle) -> None:
    properties = element("w:tblPr")
    borders = element("w:tblBorders")
    borders.append(element("w:top", val="single", sz="8", space="0", color=str(ACCENT)))
    for side in ("bottom", "insideH"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color=RULE))
    properties.append(borders)
    style.element.append(properties)
