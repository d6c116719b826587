import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from tests.final_report.samples import EMPTY, FULL
from varn.final_report.choices import ReportFormat
from varn.final_report.gateways.report_files import report_file


def made(content=FULL):
    return report_file(content, form=ReportFormat.DOCX, language="sv")


@pytest.fixture(scope="module")
def word():
    return docx.Document(io.BytesIO(made()))


def test_its_headings_are_real_and_in_the_order_of_the_report(word):
    heads = [each.text for each in word.paragraphs if each.style.name == "Heading 1"]

    assert heads[:3] == ["Sammanfattning", "Uppdraget", "Deluppdrag och resultat"]
    assert heads[-1] == "Bilaga\u00a04. Vad som saknas"


def test_tables_repeat_their_heads_and_pictures_are_told_in_words(word):
    heads = [table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") for table in word.tables]
    pictures = [each.get("descr") for each in word.element.iter(qn("wp:docPr"))]

    assert heads
    assert None not in heads
    assert all(words.startswith("Karta över Sveriges län") for words in pictures)
    assert pictures


def test_every_link_leads_to_a_place_in_the_document(word):
    places = {each.get(qn("w:name")) for each in word.element.iter(qn("w:bookmarkStart"))}
    links = {each.get(qn("w:anchor")) for each in word.element.iter(qn("w:hyperlink"))}

    assert links - {None} <= places


def test_figures_and_evidence_are_footnoted():
    with zipfile.ZipFile(io.BytesIO(made())) as parts:
        notes = parts.read("word/footnotes.xml").decode()

    assert "Resultat\u00a01–8" in notes
    assert "deltagarlista-4.pdf" in notes


def test_an_empty_mandate_still_makes_a_document():
    text = "\n".join(each.text for each in docx.Document(io.BytesIO(made(EMPTY))).paragraphs)

    assert "Inget deluppdrag är registrerat." in text
