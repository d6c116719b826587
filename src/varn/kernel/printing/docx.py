"""Word documents with real styles, heads and alt texts, for an agency to finish itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import zip_longest

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from lxml import etree

from varn.kernel.printing import docx_markup as markup
from varn.kernel.printing.docx_archive import same_bytes
from varn.kernel.printing.docx_markup import LOCALES, WIDTH_MM, Span, Words, spans_of
from varn.kernel.printing.docx_styles import TABLE, dress
from varn.kernel.printing.docx_xml import add_field, footnotes_part, name_separators
from varn.kernel.printing.text import cleaned

__all__ = ["About", "Span", "WordDocument", "Words"]

PAGE_OF = {"sv": ("Sida ", " av "), "en": ("Page ", " of ")}
DEEPEST = 3
BELOW_TABLE = 12  # points
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


class WordDocument:
    """A Word document that is filled from top to bottom and then saved."""

    def __init__(self, about: About) -> None:
        self.about = about
        self._file = docx.Document()
        self._body: list[str | markup.Table] = []
        self._notes: list[str] = []
        self._headings: list[tuple[int, str, str]] = []
        self._contents_at: int | None = None
        self._marks = 0
        self._pictures = 0
        self._is_below_table = False
        dress(self._file, locale=LOCALES[about.language])
        self._styles = {str(each.name): each.style_id for each in self._file.styles}
        self._say_about()
        self._head_and_foot()

    def title(self, text: str) -> None:
        self._add("Title", text)

    def heading(self, text: str, *, level: int = 1, anchor: str = "") -> None:
        """A heading; `#anchor` then leads to it."""
        if not 1 <= level <= DEEPEST:
            raise ValueError(f"A heading has level 1 to {DEEPEST}, not {level}")
        name = anchor or f"_Toc{len(self._headings) + 1:06}"
        self._add(f"Heading {level}", text, anchor=name)
        self._headings.append((level, cleaned(text), name))

    def paragraph(self, words: Words, *, style: str = "Normal", anchor: str = "") -> None:
        """A paragraph in one of the document's styles, such as Quote, Caption or Subtitle."""
        self._add(style, words, anchor=anchor)

    def bullets(
        self, items: Sequence[Words], *, numbered: bool = False, anchors: Sequence[str] = ()
    ) -> None:
        """A list; an item with an anchor can be linked to."""
        style = "List Number" if numbered else "List Bullet"
        for item, anchor in zip_longest(items, anchors, fillvalue=""):
            self._add(style, item, anchor=str(anchor))

    def facts(self, pairs: Sequence[tuple[str, Words]]) -> None:
        """Terms and values, each pair a paragraph that reads in order."""
        for place, (term, words) in enumerate(pairs, start=1):
            spans = [Span(term, strong=True), Span("\t"), *spans_of(words)]
            self._add("Facts", spans, keeps_next=place < min(len(pairs), DEEPEST))

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
            self._add("Caption", caption, keeps_next=True)
        if self._is_below_table:
            self._add("Table Text", "")  # Word melts tables that touch
        shown: list[Sequence[Words]] = [[_strong(name) for name in head], *rows]
        if last_is_sum:
            shown[-1] = [_strong(words) for words in shown[-1]]
        made = markup.Table(
            style=self._styles[TABLE],
            rows=[self._cells(row, numeric) for row in shown],
            widths=[markup.twips(each) for each in widths_mm] or markup.fitting(shown),
            caption=caption,
            is_fixed=bool(widths_mm),
        )
        self._body.append(made)
        self._is_below_table = True

    def mark_rows(self, anchors: Sequence[str]) -> None:
        """Let links lead to rows of the last table, its head first; no anchor, no place."""
        table = next(each for each in reversed(self._body) if isinstance(each, markup.Table))
        for (place, _row), anchor in zip(enumerate(table.rows), anchors, strict=True):
            if anchor:
                table.marks[place] = self._mark(anchor)

    def picture(self, data: bytes, *, alt: str, width_mm: int = 140, caption: str = "") -> None:
        """A picture (PNG or JPEG) that is told in words to those who don't see it."""
        if not alt.strip():
            raise ValueError("A picture needs words for those who don't see it")
        drawn = self._file.part.new_pic_inline(BytesIO(data), width=Mm(width_mm))
        self._pictures += 1
        for shown in drawn.iter(qn("wp:docPr")):
            shown.set("id", str(self._pictures))
            shown.set("name", f"Picture {self._pictures}")
            shown.set("descr", cleaned(alt))
        inline = etree.tostring(drawn, encoding="unicode")
        inner = f"<w:r><w:drawing>{inline}</w:drawing></w:r>"
        self._body.append(markup.paragraph("Normal", inner, keeps_next=bool(caption)))
        if caption:
            self._add("Caption", caption)

    def contents(self, title: str) -> None:
        """A list of the headings; Word adds the pages when the reader updates it."""
        self._add("Subtitle", title)
        self._contents_at = len(self._body)

    def page_break(self) -> None:
        self._body.append(markup.page_break())

    def save(self) -> bytes:
        """The file; call it once, last."""
        self._write_contents()
        self._write_body()
        if self._notes:
            part = footnotes_part(self._file.part, self._notes)
            self._file.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
            name_separators(self._file.settings.element)
        made = BytesIO()
        self._file.save(made)
        return same_bytes(made.getvalue())

    # ---- below: how --------------------------------------------------------

    def _add(self, style: str, words: Words, *, anchor: str = "", keeps_next: bool = False) -> None:
        is_far = self._is_below_table and not style.startswith("Heading")
        self._is_below_table = False
        inner = self._filled(words) + (self._mark(anchor) if anchor else "")
        above = BELOW_TABLE if is_far else 0
        self._body.append(
            markup.paragraph(self._styles[style], inner, keeps_next=keeps_next, above=above)
        )

    def _filled(self, words: Words) -> str:
        return "".join(self._span(each) for each in spans_of(words))

    def _span(self, span: Span) -> str:
        locale = LOCALES[span.language or self.about.language]
        said = "" if locale == LOCALES[self.about.language] else locale
        shown = (
            markup.link(span.text, target=self._target(span.link))
            if span.link
            else markup.run(span, locale=said)
        )
        if not span.note:
            return shown
        self._notes.append(cleaned(span.note))
        return shown + markup.note_mark(len(self._notes))

    def _target(self, address: str) -> str:
        if address.startswith("#"):
            return markup.bookmark_target(address[1:])
        part = self._file.part
        relation = part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return f'r:id="{relation}"'

    def _cells(self, cells: Sequence[Words], numeric: Sequence[int]) -> list[str]:
        style = self._styles["Table Text"]
        return [
            markup.paragraph(style, self._filled(words), is_right=column in numeric)
            for column, words in enumerate(cells)
        ]

    def _mark(self, name: str) -> str:
        self._marks += 1
        return markup.bookmark(name, number=self._marks)

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
        for paragraph in (section.header.paragraphs[0], section.footer.paragraphs[0]):
            stops = paragraph.paragraph_format.tab_stops
            stops.add_tab_stop(Mm(WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT)
        head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
        head.add_run(f"{cleaned(self.about.author)}\t{cleaned(self.about.registry_number)}")
        page, of = PAGE_OF[self.about.language]
        foot.add_run(f"{cleaned(self.about.foot or self.about.title)}\t{page}")
        add_field(foot, "PAGE", shown="1")
        foot.add_run(of)
        add_field(foot, "NUMPAGES", shown="1")

    def _write_contents(self) -> None:
        """The list of contents at its place: a field that Word can update."""
        listed = [heading for heading in self._headings if heading[0] < DEEPEST]
        if self._contents_at is None or not listed:
            return
        entries = [
            markup.link(text, target=markup.bookmark_target(name)) for _level, text, name in listed
        ]
        entries[0] = markup.field_opening(f'TOC \\o "1-{DEEPEST - 1}" \\h \\z \\u') + entries[0]
        entries[-1] += markup.field_closing()
        self._body[self._contents_at : self._contents_at] = [
            markup.paragraph(self._styles[f"toc {level}"], entry)
            for (level, _text, _name), entry in zip(listed, entries, strict=True)
        ]

    def _write_body(self) -> None:
        """Read the markup once; the page's own settings stand last, where they were."""
        written = "".join(each if isinstance(each, str) else each.markup() for each in self._body)
        read = parse_xml(f"<w:body {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{written}</w:body>")
        self._file.element.body[:0] = list(read)


def _strong(words: Words) -> Words:
    return [Span(words, strong=True)] if isinstance(words, str) else words
