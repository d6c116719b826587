"""Documents become text, or say in one word what is wrong with them."""

import zipfile
from contextlib import suppress
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from varn.kernel.documents import (
    BrokenDocumentError,
    DocumentError,
    Format,
    Limits,
    ScannedDocumentError,
    SuspiciousArchiveError,
    TooLargeDocumentError,
    UnsupportedDocumentError,
    extract_text,
)

SENTENCE = "Regeringen beslutar att ge Badverket i uppdrag att bada i sjön på våren."


def docx_of(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def zip_of(**parts: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return buffer.getvalue()


def pdf_of(*pages: str) -> bytes:
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for text in pages:
        page = writer.add_blank_page(width=595, height=842)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_text_is_read_in_the_encoding_it_was_written_in(encoding):
    assert extract_text(SENTENCE.encode(encoding), filename="beslut.txt").text == SENTENCE


def test_markdown_is_kept_as_it_is():
    document = extract_text(b"# Uppdrag\n\n* att **bada**", filename="BESLUT.MD")

    assert document.text == "# Uppdrag\n\n* att **bada**"
    assert document.format is Format.MARKDOWN


def test_a_web_page_gives_its_main_part_with_headings_and_items():
    page = (
        "<html><head><title>x</title><style>p{}</style></head><body><nav>Meny</nav><main><h1>Uppdrag</h1>"
        "<p>Badverket ska\n <b>bada</b>.</p><ul><li>att "
        "värma</li></ul><script>alert(1)</script></main></body></html>"
    )

    assert (
        extract_text(page.encode(), filename="sida.html").text
        == "# Uppdrag\nBadverket ska bada.\n- att värma"
    )


def test_a_word_document_gives_headings_items_and_table_rows():
    document = docx.Document()
    document.add_heading("Uppdrag att bada", 1)
    document.add_paragraph("Badverket ska bada.")
    document.add_paragraph("att värma sjön", style="List Bullet")
    row = document.add_table(rows=1, cols=2).rows[0].cells
    row[0].text, row[1].text = "ap.1 Bad", "500"

    text = extract_text(saved(document), filename="beslut.docx").text

    assert text == "# Uppdrag att bada\nBadverket ska bada.\n- att värma sjön\nap.1 Bad 500"


def test_a_pdf_with_text_is_read_page_by_page():
    data = pdf_of(
        "Regeringen beslutar att ge Badverket i uppdrag", "att bada varje dag under hela 2020"
    )

    text = extract_text(data, filename="beslut.pdf").text

    assert (
        text
        == "Regeringen beslutar att ge Badverket i uppdrag\n\natt bada varje dag under hela 2020"
    )


def test_a_pdf_of_pictures_says_that_it_is_scanned():
    with pytest.raises(ScannedDocumentError, match="OCR") as error:
        extract_text(pdf_of("", ""), filename="beslut.pdf")

    assert error.value.code == "scanned_without_text"


@pytest.mark.parametrize("name", ["beslut.exe", "beslut.doc", "beslut", "beslut.pdf.zip"])
def test_other_types_are_named_with_what_to_do(name):
    with pytest.raises(UnsupportedDocumentError, match="txt, md, html, docx or pdf"):
        extract_text(b"x", filename=name)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"no pdf", "a.pdf"),
        (b"%PDF-1.7\nnonsense", "a.pdf"),
        (pdf_of("Badverket ska bada i sjön")[:300], "a.pdf"),
        (b"no zip", "a.docx"),
        (docx_of("text")[:400], "a.docx"),
        (zip_of(other=b"<a/>"), "a.docx"),
        (zip_of(word__document=b"<a><b></a>"), "a.docx"),
        (bytes(range(256)) * 40, "a.txt"),
        (b"", "a.txt"),
        (b" \n ", "a.md"),
        (b"", "a.html"),
    ],
)
def test_what_is_broken_says_so(data, name):
    with pytest.raises(BrokenDocumentError):
        extract_text(data, filename=name)


def test_a_locked_pdf_is_refused():
    writer = PdfWriter()
    writer.add_blank_page(width=10, height=10)
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = BytesIO()
    writer.write(buffer)

    with pytest.raises(BrokenDocumentError):
        extract_text(buffer.getvalue(), filename="a.pdf")


def test_a_file_above_the_limit_is_not_opened():
    with pytest.raises(TooLargeDocumentError) as error:
        extract_text(b"x" * 2_001, filename="a.txt", limits=Limits(size=2_000))

    assert error.value.code == "too_large"


def test_pages_that_only_make_work_are_too_large():
    pages = [f"page {number} of text in the file" for number in range(10)]

    with pytest.raises(TooLargeDocumentError, match="draws"):
        extract_text(pdf_of(*pages), filename="a.pdf", limits=Limits(operations=45))

    assert extract_text(pdf_of(*pages), filename="a.pdf", limits=Limits(operations=50)).text


def test_too_many_pages_or_characters_are_too_large():
    with pytest.raises(TooLargeDocumentError):
        extract_text(
            pdf_of("one page of text here", "another page of text"),
            filename="a.pdf",
            limits=Limits(pages=1),
        )
    with pytest.raises(TooLargeDocumentError):
        extract_text(b"x" * 200, filename="a.txt", limits=Limits(characters=100))


def test_a_zip_bomb_is_refused_before_it_unpacks():
    bomb = zip_of(word__document=b"<a>" + b" " * 20_000_000 + b"</a>")

    with pytest.raises(SuspiciousArchiveError) as error:
        extract_text(bomb, filename="a.docx")

    assert error.value.code == "suspicious_archive"


def test_an_archive_of_very_many_parts_is_refused():
    many = zip_of(**{f"part{number}": b"x" for number in range(60)})

    with pytest.raises(SuspiciousArchiveError):
        extract_text(many, filename="a.docx", limits=Limits(entries=50))


def test_an_xml_bomb_is_refused():
    entities = b'<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;">'
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [' + entities + b"]><a>&y;</a>"

    with pytest.raises(SuspiciousArchiveError):
        extract_text(zip_of(word__document=bomb), filename="a.docx")


def word_xml(inner: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return zip_of(word__document=f'<w:document xmlns:w="{space}">{inner}</w:document>'.encode())


def test_a_table_inside_a_table_is_told_once():
    inner = "<w:tr><w:tc><w:t>inre</w:t></w:tc></w:tr>"
    outer = f"<w:tr><w:tc><w:t>yttre</w:t>{inner}</w:tc><w:tc><w:t>500</w:t></w:tc></w:tr>"

    assert extract_text(word_xml(outer), filename="a.docx").text == "yttre inre 500"


def test_a_text_box_stands_on_a_line_of_its_own():
    box = "<w:p><w:t>ruta</w:t></w:p>"
    around = f"<w:p><w:pPr><w:numPr/></w:pPr><w:t>före </w:t>{box}<w:t>efter</w:t></w:p>"

    assert extract_text(word_xml(around), filename="a.docx").text == "ruta\n- före efter"


@pytest.mark.parametrize(
    ("start", "end"), [("<w:tr><w:tc>", "</w:tc></w:tr>"), ("<w:p>", "</w:p>")]
)
def test_nesting_does_not_multiply_the_words_of_a_small_file(start, end):
    nested = start * 10_000 + "<w:p><w:t>" + "bad " * 5_000 + "</w:t></w:p>" + end * 10_000

    text = extract_text(word_xml(nested), filename="a.docx").text

    assert text.split() == ["bad"] * 5_000


def test_what_a_page_hides_stays_hidden_at_any_depth():
    page = "<main>ett<nav><div><p>dolt</p></div>dolt</nav>två<script>x</script> tre</main>"

    assert extract_text(page.encode(), filename="a.html").text == "etttvå tre"


def test_a_page_nested_very_deep_is_read_or_refused():
    deep = b"<div>" * 30_000 + b"bad" + b"</div>" * 30_000

    with suppress(BrokenDocumentError):
        assert "bad" in extract_text(deep, filename="a.html").text


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400), st.sampled_from(["txt", "md", "html", "docx", "pdf"]), st.booleans()
)
def test_any_bytes_give_text_or_a_document_error(data, suffix, is_signed):
    signature = {"pdf": b"%PDF-1.4\n", "docx": b"PK\x03\x04"}.get(suffix, b"") if is_signed else b""

    with suppress(DocumentError):
        assert extract_text(signature + data, filename=f"a.{suffix}").text.strip()


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(["docx", "pdf"]))
def test_a_damaged_file_gives_text_or_a_document_error(data, suffix):
    whole = docx_of(SENTENCE) if suffix == "docx" else pdf_of("Badverket ska bada i sjön varje dag")
    place = data.draw(st.integers(0, len(whole) - 1))
    broken = whole[:place] + data.draw(st.binary(min_size=1, max_size=8)) + whole[place + 1 :]

    with suppress(DocumentError):
        extract_text(broken, filename=f"a.{suffix}")
