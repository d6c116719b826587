"""Word documents with real styles, heads and alt texts, for an agency to finish itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import zip_longest

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from varn.kernel.printing.docx_archive import same_bytes
from varn.kernel.printing.docx_styles import TABLE, dress
from varn.kernel.printing.docx_xml import (
    add_bookmark,
    add_field,
    add_link,
    add_note_mark,
    close_field,
    element,
    footnotes_part,
    keep_row_whole,
    name_separators,
    open_field,
    repeat_as_header,
)
from varn.kernel.printing.text import cleaned

LOCALES = {"sv": "sv-SE", "en": "en-GB"}
PAGE_OF = {"sv": ("Sida ", " av "), "en": ("Page ", " of ")}
DEEPEST = 3
UNUSED_PARTS = ("thumbnail", "stylesWithEffects", "customXml")


@dataclass(frozen=True)
class About:
    """What a document says about itself; `registry_number` stands in the head of every page."""

    title: str
    author: str
    language: str
    created: datetime
    registry_number: str = ""
    foot: str = ""


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


class WordDocument:
    """A Word document that is filled from top to bottom and then saved."""

    def __init__(self, about: About) -> None:
        self.about = about
        self._file = docx.Document()
        self._notes: list[str] = []
        self._headings: list[tuple[int, str, str]] = []
        self._contents_at: Paragraph | None = None
        self._marks = 0
        self._is_below_table = False
        dress(self._file, locale=LOCALES[about.language])
        self._styles = {each.name: each.style_id for each in self._file.styles}
        self._say_about()
        self._head_and_foot()

    def title(self, text: str) -> None:
        self._add("Title", text)

    def heading(self, text: str, *, level: int = 1, anchor: str = "") -> None:
        """A heading; `#anchor` then leads to it."""
        if not 1 <= level <= DEEPEST:
            raise ValueError(f"A heading has level 1 to {DEEPEST}, not {level}")
        paragraph = self._add(f"Heading {level}", text)
        name = anchor or f"_Toc{len(self._headings) + 1:06}"
        self._mark(paragraph, name)
        self._headings.append((level, cleaned(text), name))

    def paragraph(self, words: Words, *, style: str = "Normal", anchor: str = "") -> None:
        """A paragraph in one of the document's styles, such as Quote, Caption or Subtitle."""
        paragraph = self._add(style, words)
        if anchor:
            self._mark(paragraph, anchor)

    def bullets(
        self, items: Sequence[Words], *, numbered: bool = False, anchors: Sequence[str] = ()
    ) -> None:
        """A list; an item with an anchor can be linked to."""
        for item, anchor in zip_longest(items, anchors, fillvalue=""):
            paragraph = self._add("List Number" if numbered else "List Bullet", item)
            if anchor:
                self._mark(paragraph, str(anchor))

    def facts(self, pairs: Sequence[tuple[str, Words]]) -> None:
        """Terms and values, each pair a paragraph that reads in order."""
        for term, words in pairs:
            spans = [words] if isinstance(words, str) else list(words)
            self._add("Facts", [Span(term, strong=True), "\t", *spans])

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[Words]],
        *,
        caption: str = "",
        widths_mm: Sequence[int] = (),
        numeric: Sequence[int] = (),
        last_is_sum: bool = False,
    ) -> None:
        """A table with a head that every page repeats; `numeric` columns stand to the right."""
        if caption:
            self._add("Caption", caption).paragraph_format.keep_with_next = True
        if self._is_below_table:
            self._add("Table Text", "")  # Word melts tables that touch
        table = self._file.add_table(rows=0, cols=len(head), style=TABLE)
        self._row(table, [[Span(name, strong=True)] for name in head], numeric)
        repeat_as_header(table.rows[0]._tr)
        for number, row in enumerate(rows, start=1):
            strong = last_is_sum and number == len(rows)
            self._row(table, [_strong(words) if strong else words for words in row], numeric)
            keep_row_whole(table.rows[number]._tr)
        _set_widths(table, widths_mm)
        self._describe(table, caption)
        self._is_below_table = True

    def mark_rows(self, anchors: Sequence[str]) -> None:
        """Let links lead to rows of the last table, its head first; no anchor, no place."""
        for row, anchor in zip(self._file.tables[-1].rows, anchors, strict=True):
            if anchor:
                self._mark(row.cells[0].paragraphs[0], anchor)

    def picture(self, data: bytes, *, alt: str, width_mm: int = 140, caption: str = "") -> None:
        """A picture (PNG or JPEG) that is told in words to those who don't see it."""
        if not alt.strip():
            raise ValueError("A picture needs words for those who don't see it")
        self._file.add_picture(BytesIO(data), width=Mm(width_mm))
        for shown in self._file.paragraphs[-1]._p.iter(qn("wp:docPr")):
            shown.set("descr", cleaned(alt))
        if caption:
            self._add("Caption", caption)

    def contents(self, title: str) -> None:
        """A list of the headings; Word adds the pages when the reader updates it."""
        self._add("Subtitle", title)
        self._contents_at = self._file.add_paragraph()

    def page_break(self) -> None:
        self._file.add_page_break()  # type: ignore[no-untyped-call]

    def save(self) -> bytes:
        """The file; call it once, last."""
        self._write_contents()
        if self._notes:
            part = footnotes_part(self._file.part, self._notes)
            self._file.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
            name_separators(self._file.settings.element)
        made = BytesIO()
        self._file.save(made)
        return same_bytes(made.getvalue())

    # ---- below: how --------------------------------------------------------

    def _add(self, style: str, words: Words) -> Paragraph:
        paragraph = self._file.add_paragraph()
        self._wear(paragraph, style)
        if self._is_below_table and not style.startswith("Heading"):
            paragraph.paragraph_format.space_before = Pt(12)
        self._is_below_table = False
        return self._fill(paragraph, words)

    def _wear(self, paragraph: Paragraph, style: str) -> None:
        """Set the style by its identity: looking a name up each time is slow in a long report."""
        paragraph._p.style = self._styles[style]

    def _fill(self, paragraph: Paragraph, words: Words) -> Paragraph:
        for each in [words] if isinstance(words, str) else words:
            span = Span(each) if isinstance(each, str) else each
            if span.link:
                add_link(paragraph, _shown(span.text), address=span.link)
            else:
                self._add_run(paragraph, span)
            if span.note:
                self._notes.append(cleaned(span.note))
                add_note_mark(paragraph, len(self._notes))
        return paragraph

    def _add_run(self, paragraph: Paragraph, span: Span) -> None:
        run = paragraph.add_run(_shown(span.text))
        if span.strong:
            run.bold = True
        if span.emphasised:
            run.italic = True
        if span.language and span.language != self.about.language:
            said = element("w:lang", val=LOCALES[span.language])
            run._r.get_or_add_rPr().append(said)

    def _row(self, table: Table, cells: Sequence[Words], numeric: Sequence[int]) -> None:
        row = table.add_row()  # type: ignore[no-untyped-call]
        for column, (cell, words) in enumerate(zip(row.cells, cells, strict=True)):
            paragraph = cell.paragraphs[0]
            self._wear(paragraph, "Table Text")
            if column in numeric:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            self._fill(paragraph, words)

    def _mark(self, paragraph: Paragraph, name: str) -> None:
        self._marks += 1
        add_bookmark(paragraph, name, number=self._marks)

    def _describe(self, table: Table, caption: str) -> None:
        """The head row is a head; the caption is the table's words for a screen reader."""
        properties = table._tbl.tblPr
        look = properties.find(qn("w:tblLook"))
        if look is not None:
            properties.remove(look)
        properties.append(element("w:tblLook", val="0020", firstRow="1", noVBand="1"))
        if caption:
            properties.append(element("w:tblCaption", val=cleaned(caption)))

    def _say_about(self) -> None:
        core, when = self._file.core_properties, self.about.created.astimezone(UTC)
        core.title, core.author = cleaned(self.about.title), cleaned(self.about.author)
        core.last_modified_by, core.comments = core.author, ""
        core.subject = core.keywords = cleaned(self.about.registry_number)
        core.language, core.revision = LOCALES[self.about.language], 1
        core.created = core.modified = when.replace(microsecond=0, tzinfo=None)
        for relations in (self._file.part.package.rels, self._file.part.rels):
            for key, relation in list(relations.items()):
                if any(name in relation.target_ref for name in UNUSED_PARTS):
                    del relations[key]

    def _head_and_foot(self) -> None:
        section = self._file.sections[0]
        room = Mm(210 - 35 - 28)
        for paragraph in (section.header.paragraphs[0], section.footer.paragraphs[0]):
            paragraph.paragraph_format.tab_stops.add_tab_stop(room, WD_TAB_ALIGNMENT.RIGHT)
        head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
        head.add_run(f"{cleaned(self.about.author)}\t{cleaned(self.about.registry_number)}")
        page, of = PAGE_OF[self.about.language]
        foot.add_run(f"{cleaned(self.about.foot or self.about.title)}\t{page}")
        add_field(foot, "PAGE", shown="1")
        foot.add_run(of)
        add_field(foot, "NUMPAGES", shown="1")

    def _write_contents(self) -> None:
        if self._contents_at is None:
            return
        place, self._contents_at = self._contents_at, None
        listed = [heading for heading in self._headings if heading[0] < DEEPEST]
        for number, (level, text, name) in enumerate(listed):
            entry = place.insert_paragraph_before(style=f"toc {level}")
            if number == 0:
                open_field(entry, f'TOC \\o "1-{DEEPEST - 1}" \\h \\z \\u')
            add_link(entry, text, address=f"#{name}")
            if number == len(listed) - 1:
                close_field(entry)
        self._file.element.body.remove(place._p)


def _shown(text: str) -> str:
    """Clean words; spaces at the ends stay, for spans stand side by side; so do tab and break."""
    if text in {"\t", "\n"}:
        return text
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{cleaned(text)}{after}"


def _strong(words: Words) -> Words:
    return [Span(words, strong=True)] if isinstance(words, str) else words


def _set_widths(table: Table, widths_mm: Sequence[int]) -> None:
    table.autofit = not widths_mm
    for row in table.rows if widths_mm else ():
        for cell, width in zip(row.cells, widths_mm, strict=True):
            _set_width(cell, width)


def _set_width(cell: _Cell, width_mm: int) -> None:
    cell.width = Mm(width_mm)
