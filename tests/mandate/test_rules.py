import os
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varn.mandate.rules.files import LARGEST_LOGO, FileProblem, plain_name, problem
from varn.mandate.rules.proposals import proposals
from varn.mandate.rules.quoting import locate
from varn.mandate.rules.reading import read_decision
from varn.mandate.rules.segments import segments
from varn.mandate.rules.standing import is_formal, standing

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8)


@given(text=st.text(max_size=60), spans=SPANS)
def test_pieces_put_together_are_the_text(text, spans):
    pieces = segments(text, list(enumerate(spans)))

    assert "".join(piece.text for piece in pieces) == text


@given(text=st.text(min_size=1, max_size=60), spans=SPANS)
def test_every_valid_fact_begins_once_and_covers_its_words(text, spans):
    valid = {n: span for n, span in enumerate(spans) if span[0] < span[1] <= len(text)}

    pieces = segments(text, list(enumerate(spans)))

    begun = [fact for piece in pieces for fact in piece.begins]
    assert sorted(begun) == sorted(valid)
    for fact, (start, end) in valid.items():
        words = "".join(piece.text for piece in pieces if fact in piece.facts)
        assert words == text[start:end]


@given(before=st.text(max_size=20), after=st.text(max_size=20))
def test_words_are_found_although_lines_break_elsewhere(before, after):
    text = f"{before} Kost\u00adnaderna ska\n  belasta anslaget {after}"

    span = locate(text, "Kostnaderna ska belasta\nanslaget")

    assert span is not None
    assert "belasta" in text[slice(*span)]


@given(text=st.text(max_size=80), quote=st.text(max_size=20))
def test_looking_for_words_never_fails(text, quote):
    span = locate(text, quote)

    assert span is None or 0 <= span[0] < span[1] <= len(text)


@given(text=st.text(max_size=300))
def test_every_proposal_stands_in_the_text(text):
    for found in proposals(read_decision(text).as_json(), text):
        assert 0 <= found.span[0] < found.span[1] <= len(text)


def test_a_requirement_has_come_as_far_as_its_best_result():
    assert standing(activities=0, results=0, evidence=0) == "no_activity"
    assert standing(activities=2, results=0, evidence=0) == "no_result"
    assert standing(activities=2, results=1, evidence=0) == "no_evidence"
    assert standing(activities=2, results=1, evidence=1) == "evidence"
    assert standing(activities=0, results=0, evidence=0, is_formal=True) == "formal"


def test_a_sentence_about_a_day_is_followed_as_a_day():
    assert is_formal("Medel ska återbetalas.", (10, 20), [(15, 40)])
    assert is_formal("Rapporten ska ange diarienumret.", (10, 20), [])
    assert not is_formal("Kunskap ska spridas.", (10, 20), [(20, 40), (0, 10)])


@given(name=st.text(min_size=1, max_size=400))
def test_a_files_name_is_made_harmless(name):
    plain = plain_name(name)

    assert 0 < len(plain) <= 255
    assert "/" not in plain
    assert "\\" not in plain
    assert plain.isprintable()


@given(data=st.binary(min_size=1, max_size=200))
def test_a_picture_is_never_taken_in(data):
    for name in ("a.png", "a.jpg", "a.jpeg", "a.heic", "a.gif", "a.svg", "a"):
        assert problem(name, data) is FileProblem.KIND


def office_file(**pictures):
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
        for name, size in pictures.items():
            archive.writestr(f"word/media/{name}.PNG", os.urandom(size))
    return made.getvalue()


def test_a_picture_inside_an_office_document_is_not_taken_in_either():
    assert problem("protokoll.docx", office_file(photo=LARGEST_LOGO + 1)) is FileProblem.PICTURES


def test_a_letterhead_may_stay():
    assert problem("protokoll.docx", office_file(logo=LARGEST_LOGO)) is None


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("media/image1.dat", b"\xff\xd8\xff\xe0"),
        ("media/image1.xml", b"\x89PNG\r\n"),
        ("media/hdphoto1.wdp", b"II\xbc"),
        ("media/film.bin", b"\x00\x00\x00\x18ftypheic"),
        ("embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0"),
        ("embeddings/nested.docx", b"PK\x03\x04"),
    ],
)
def test_a_picture_under_another_name_is_not_taken_in(name, start):
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
        archive.writestr(f"word/{name}", start + bytes(LARGEST_LOGO))

    assert problem("protokoll.docx", made.getvalue()) is FileProblem.PICTURES


def test_a_long_text_inside_an_office_document_is_no_picture():
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>" + " " * LARGEST_LOGO)

    assert problem("protokoll.docx", made.getvalue()) is None
