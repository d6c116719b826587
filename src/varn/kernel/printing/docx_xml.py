"""The parts of a Word document that python-docx has no words for."""

from collections.abc import Sequence
from typing import cast
from xml.sax.saxutils import escape

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from varn.kernel.printing.docx_markup import SEPARATORS

FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def element(tag: str, /, **values: str) -> BaseOxmlElement:
    """An element such as `w:lang` with attributes in Word's own namespace."""
    made = cast("BaseOxmlElement", OxmlElement(tag))
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def add_field(paragraph: Paragraph, instruction: str, *, shown: str) -> None:
    """A field such as PAGE, with what is shown until Word counts itself."""
    open_field(paragraph, instruction)
    paragraph.add_run(shown)
    close_field(paragraph)


def open_field(paragraph: Paragraph, instruction: str) -> None:
    """Begin a field at the end of this paragraph; what follows is shown until it is updated."""
    code = element("w:instrText")
    code.text = f" {instruction} "
    for part in (
        element("w:fldChar", fldCharType="begin"),
        code,
        element("w:fldChar", fldCharType="separate"),
    ):
        paragraph.add_run()._r.append(part)


def close_field(paragraph: Paragraph) -> None:
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))


def footnotes_part(document_part: Part, notes: Sequence[str]) -> Part:
    """The part that holds the footnotes' texts, in order."""
    kept = [_separator("separator", 0), _separator("continuationSeparator", 1)]
    kept += [_footnote(text, number + SEPARATORS) for number, text in enumerate(notes)]
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:footnotes {nsdecls('w')}>{''.join(kept)}</w:footnotes>"
    )
    name = PackURI("/word/footnotes.xml")
    return Part(name, FOOTNOTES_TYPE, xml.encode(), document_part.package)


def name_separators(settings: BaseOxmlElement) -> None:
    """Say in the settings which footnotes are Word's own rules; the schema wants them early."""
    said = parse_xml(
        f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr>'
    )
    after = settings.find(qn("w:compat"))
    settings.insert(len(settings) if after is None else settings.index(after), said)


def _separator(kind: str, number: int) -> str:
    return (
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" '
        f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    )


def _footnote(text: str, number: int) -> str:
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="footnotetext"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="footnotereference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
    )
