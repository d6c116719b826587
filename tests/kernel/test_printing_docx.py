import io
import subprocess
import sys
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import example, given, settings
from hypothesis import strategies as st

from varn.kernel.documents import extract_text
from varn.kernel.printing import About, Span, WordDocument, cleaned

CREATED = datetime(2015, 5, 29, 10, 30, 15, tzinfo=UTC)
# One blue point.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)


def about(language="sv"):
    return About(
        title="Slutredovisning av uppdraget",
        author="Länsstyrelsen",
        language=language,
        created=CREATED,
        registry_number="S2014/1695/FST",
    )


def sample(language="sv"):
    made = WordDocument(about(language))
    made.title("Slutredovisning av uppdraget")
    made.contents("Innehåll")
    made.heading("Uppdraget", anchor="uppdraget")
    made.heading("Bakgrund", level=2)
    made.paragraph(
        [
            "Vi har ",
            Span("mötts", strong=True, note="Underlag 1: minnesanteckningar.pdf"),
            " enligt ",
            Span("uppdraget", link="#uppdraget"),
            Span(" in English", language="en"),
        ]
    )
    made.bullets(["Ett", "Två"])
    made.facts([("Beslut", "den 27 februari 2014")])
    made.table(
        ["Vad", "Kronor"],
        [["Resor", "1 000"], ["Summa", "1 000"]],
        caption="Kostnader",
        widths_mm=[100, 40],
        numeric=[1],
        last_is_sum=True,
    )
    made.picture(PICTURE, alt="Karta över länen", caption="Bild 1. Länen")
    return made.save()


@pytest.fixture
def opened():
    return docx.Document(io.BytesIO(sample()))


def test_headings_lists_and_captions_have_the_styles_that_word_knows(opened):
    styles = {paragraph.text: paragraph.style.name for paragraph in opened.paragraphs}

    assert styles["Slutredovisning av uppdraget"] == "Title"
    assert styles["Bakgrund"] == "Heading 2"
    assert styles["Två"] == "List Bullet"
    assert styles["Bild 1. Länen"] == "Caption"


def test_a_table_has_a_head_that_every_page_repeats(opened):
    table = opened.tables[0]
    head, *rest = (row._tr.trPr for row in table.rows)

    assert head.find(qn("w:tblHeader")) is not None
    assert all(row.find(qn("w:tblHeader")) is None for row in rest)
    assert [cell.text for cell in table.rows[0].cells] == ["Vad", "Kronor"]
    assert table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"


def test_a_picture_is_told_in_words(opened):
    shapes = list(opened.element.body.iter(qn("wp:docPr")))

    assert [shape.get("descr") for shape in shapes] == ["Karta över länen"]


def test_a_picture_without_words_is_refused():
    with pytest.raises(ValueError, match="words"):
        WordDocument(about()).picture(PICTURE, alt=" ")


def test_a_heading_deeper_than_three_is_refused():
    with pytest.raises(ValueError, match="level"):
        WordDocument(about()).heading("För djupt", level=4)


@pytest.mark.parametrize(("language", "locale"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_it_says_its_language(language, locale):
    opened = docx.Document(io.BytesIO(sample(language)))
    defaults = opened.styles.element.find(qn("w:docDefaults"))

    assert [said.get(qn("w:val")) for said in defaults.iter(qn("w:lang"))] == [locale]
    assert opened.core_properties.language == locale


def test_its_properties_are_those_given(opened):
    core = opened.core_properties

    assert (core.title, core.author) == ("Slutredovisning av uppdraget", "Länsstyrelsen")
    assert core.subject == "S2014/1695/FST"
    assert core.created == core.modified == CREATED


def test_every_page_carries_the_registry_number_and_counts_itself(opened):
    section = opened.sections[0]
    fields = [code.text for code in section.footer._element.iter(qn("w:instrText"))]

    assert "S2014/1695/FST" in section.header.paragraphs[0].text
    assert fields == [" PAGE ", " NUMPAGES "]


def test_footnotes_are_real_and_links_lead_somewhere():
    parts = zipfile.ZipFile(io.BytesIO(sample()))
    text = parts.read("word/document.xml").decode()

    assert "Underlag 1: minnesanteckningar.pdf" in parts.read("word/footnotes.xml").decode()
    assert 'w:hyperlink w:anchor="uppdraget"' in text
    assert 'w:name="uppdraget"' in text
    assert "TOC " in text


def test_every_style_that_is_used_is_there():
    parts = zipfile.ZipFile(io.BytesIO(sample()))
    opened = docx.Document(io.BytesIO(sample()))
    known = {style.style_id for style in opened.styles}
    footnotes = docx.oxml.parse_xml(parts.read("word/footnotes.xml"))
    used = {
        style.get(qn("w:val"))
        for root in (opened.element, footnotes)
        for name in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for style in root.iter(qn(name))
    }

    assert used <= known


def test_our_own_reader_reads_it():
    text = extract_text(sample(), filename="report.docx").text

    assert "# Bakgrund" in text
    assert "Resor" in text


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(codec=None), max_size=60))
@example("<w:p/> & \x00\x0b ]]> \ud800 \ufffe")
def test_any_words_are_only_words(text):
    made = WordDocument(about())
    made.heading(text)
    made.paragraph([Span(text, note=text), Span(text, link="#x")])
    made.table([text], [[text]], caption=text)

    opened = docx.Document(io.BytesIO(made.save()))

    assert opened.tables[0].cell(1, 0).text.strip() == cleaned(text)


MAKE = """
import hashlib
from tests.kernel.test_printing_docx import sample
print([hashlib.sha256(sample(language)).hexdigest() for language in ("sv", "en")])
"""
SURROUNDINGS = [
    ["TZ=Pacific/Auckland", "PYTHONHASHSEED=1", "LC_ALL=C"],
    ["TZ=America/Adak", "PYTHONHASHSEED=2", "LC_ALL=sv_SE.UTF-8"],
]


def test_another_process_in_another_place_gives_the_same_bytes():
    first, second = (
        subprocess.run(
            ["env", "PYTHONPATH=src:.", *where, sys.executable, "-c", MAKE],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for where in SURROUNDINGS
    )

    assert first
    assert first == second
