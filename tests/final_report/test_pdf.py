import io
import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.final_report.samples import EMPTY, FULL, titled
from varn.final_report.choices import ReportFormat
from varn.final_report.gateways.report_files import report_file
from varn.kernel.printing.pdf import characters

ROOT = Path(__file__).parents[2]
HOSTILE = (
    r'#panic("x") *bold* _it_ <script>alert(1)</script> $x^2$ `raw` @ref \ [ ] { } // = Rubrik'
)


def pdf(content=FULL, language="sv"):
    return report_file(content, form=ReportFormat.PDF, language=language)


def text_of(content):
    pages = PdfReader(io.BytesIO(content)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def tags(element, found):
    """Every structure type with its depth-first order."""
    if isinstance(element, pikepdf.Array):
        for child in element:
            tags(child, found)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            found.append(str(element.S))
        if "/K" in element:
            tags(element.K, found)
    return found


@pytest.fixture(scope="module")
def full():
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        yield opened


def test_it_is_tagged_swedish_and_titled(full):
    assert full.Root.MarkInfo.Marked
    assert str(full.Root.Lang).startswith("sv")
    assert full.Root.ViewerPreferences.DisplayDocTitle
    assert full.docinfo["/Title"] == f"Slutrapport: {FULL.decision.title}"
    assert full.docinfo["/Author"] == FULL.decision.agency


def test_it_says_that_it_is_pdf_ua_and_pdf_a(full):
    with full.open_metadata() as xmp:
        assert xmp["pdfuaid:part"] == "1"
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")


def test_its_headings_never_skip_a_level(full):
    levels = [int(t[2]) for t in tags(full.Root.StructTreeRoot.K, []) if re.fullmatch(r"/H\d", t)]

    assert levels[0] == 1
    assert max(levels) == 3
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_tables_have_header_cells_and_evidence_is_footnoted(full):
    found = tags(full.Root.StructTreeRoot.K, [])

    assert {"/THead", "/TH", "/Note", "/TOC", "/Link", "/L", "/Figure"} <= set(found)
    assert found.count("/Note") == len(FULL.evidence) + 3  # two figures in a sentence, one alone


def test_it_embeds_every_font(full):
    fonts = [font for page in full.pages for font in page.Resources.get("/Font", {}).values()]
    names = {str(font.BaseFont) for font in fonts}

    assert names
    assert all("Libertinus" in name or "DejaVu" in name for name in names)


def test_every_page_but_the_cover_says_its_number_and_the_registry_number():
    pages = PdfReader(io.BytesIO(pdf())).pages

    for number, page in enumerate(pages[1:], start=2):
        text = page.extract_text().replace("\u00a0", " ")
        assert f"Sida {number} av {len(pages)}" in text
        assert "S2014/1695/FST" in text


def test_a_checker_of_pdf_ua_finds_nothing(tmp_path):
    made = tmp_path / "report.pdf"
    made.write_bytes(pdf())

    checked = subprocess.run(
        [sys.executable, "-m", "pdfua.cli", "check", made], capture_output=True, text=True
    )

    assert "errors=0 warnings=0" in checked.stdout, checked.stdout


def test_the_letter_says_both_numbers_who_decided_and_who_presented():
    text = text_of(pdf()).replace("\u00a0", " ")

    assert "700-1234-2015" in text
    assert "Er beteckning S2014/1695/FST (delvis)" in text
    assert "Beslut om denna redovisning har fattats av landshövding Kim Ek." in text
    assert "Föredragande har varit samordnare Lo Alm." in text
    assert "länsråd Bo Lind och enhetschef Ida Holm deltagit" in text


def test_a_requirement_that_is_not_met_says_why():
    assert "Inte uppfyllt, eftersom: Åklagarna har inte deltagit." in text_of(pdf())


def test_it_says_plainly_where_nothing_is_recorded():
    assert "Ingen aktivitet är registrerad." in text_of(pdf())
    assert "No activity is recorded." in text_of(pdf(language="en"))


def test_an_empty_mandate_still_makes_a_report():
    text = text_of(pdf(EMPTY))

    assert "A2020/1/X" in text
    assert "Inget deluppdrag är registrerat." in text


@pytest.mark.parametrize("form", ReportFormat)
def test_the_same_content_gives_the_same_bytes(form):
    assert report_file(FULL, form=form, language="sv") == report_file(
        FULL, form=form, language="sv"
    )


MAKE_ALL = """
import django, hashlib; django.setup()
from tests.final_report.samples import FULL
from varn.final_report.choices import ReportFormat
from varn.final_report.gateways.report_files import report_file
print([hashlib.sha256(report_file(FULL, form=form, language=language)).hexdigest()
                  for form in ReportFormat for language in ("sv", "en")])
"""


SURROUNDINGS = [
    ["TZ=Pacific/Auckland", "PYTHONHASHSEED=1", "LC_ALL=C", "SOURCE_DATE_EPOCH=1"],
    ["TZ=America/Adak", "PYTHONHASHSEED=2", "LC_ALL=sv_SE.UTF-8", "HOME=/"],
]


def test_another_process_in_another_place_gives_the_same_bytes(tmp_path):
    hashes = [
        subprocess.run(
            ["env", f"PYTHONPATH={ROOT / 'src'}:{ROOT}", *where, sys.executable, "-c", MAKE_ALL],
            capture_output=True,
            check=True,
            text=True,
            cwd=tmp_path,
        ).stdout
        for where in SURROUNDINGS
    ]

    assert hashes[0]
    assert hashes[0] == hashes[1]


def test_texts_are_never_markup():
    text = text_of(pdf(titled(HOSTILE)))

    for word in ("#panic", "*bold*", "_it_", "<script>", "$x^2$", "`raw`", "@ref", "= Rubrik"):
        assert word in text


def test_a_character_that_the_typeface_lacks_is_marked_and_explained():
    text = text_of(pdf(titled("Möte 🚕 於台北")))

    assert "Möte � ���" in text
    assert "Tecken som typsnittet saknar" in text
    assert "Tecken som typsnittet saknar" not in text_of(pdf())


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec=None), max_size=300))
def test_any_text_can_be_set(text):
    assert pdf(titled(text)).startswith(b"%PDF-")


def test_the_typeface_holds_every_character_that_is_promised():
    words = " ".join(chr(code) for code in sorted(characters()))
    source = """
#set document(title: "x")
#set text(font: "Libertinus Serif", fallback: false)
#for style in ("normal", "italic") { for weight in (400, 600) {
  text(style: style, weight: weight, sys.inputs.words)
} }"""

    made_pdf, warnings = typst.compile_with_warnings(
        source.encode(),
        font_paths=typst.Fonts(include_system_fonts=False),
        sys_inputs={"words": words},
        pdf_standards=["a-2a", "ua-1"],
    )

    assert made_pdf
    assert not warnings


def test_a_long_file_name_breaks_but_reads_as_it_is():
    name = "minnesanteckningar_fran_styrgruppens_mote_nummer_fyra_i_goteborg_2014.pdf"
    evidence = (replace(FULL.evidence[0], file_name=name), *FULL.evidence[1:])

    assert name in text_of(pdf(replace(FULL, evidence=evidence))).replace("\u200b", "")


def test_a_very_long_text_goes_on_to_the_next_page():
    long = "Uppdraget ska redovisas. " * 400
    obligation = replace(FULL.obligations[0], text=long + "Sista ordet är fyrbåk.")

    assert "fyrbåk" in text_of(pdf(replace(FULL, obligations=(obligation,))))
