import pytest
from hypothesis import given
from hypothesis import strategies as st

from varn.kernel.search import Piece, cleaned, excerpt, marked
from varn.kernel.search.words import LONGEST_SEARCH, is_like


@pytest.mark.parametrize(
    ("in_text", "searched"),
    [
        ("kommuner", "kommun"),
        ("kommun", "kommuner"),
        ("ungdomsmottagning", "mottagning"),
        ("Socialstyrelsen", "Socialstyrelesn"),
        ("länsstyrelserna", "länsstyrelsen"),
        ("2014", "2014"),
        ("Skåne", "skane"),
        ("Göteborgs", "goteborg"),
    ],
)
def test_inflected_compound_and_misspelt_words_are_marked(in_text, searched):
    assert is_like(in_text, searched)


@pytest.mark.parametrize(
    ("in_text", "searched"),
    [("hotell", "polis"), ("och", "att"), ("i", "in"), ("åtta", "natt"), ("far", "får")],
)
def test_other_words_are_not(in_text, searched):
    assert not is_like(in_text, searched)


def test_a_text_is_cut_into_what_matched_and_what_did_not():
    pieces = marked("Möte med kommuner i Skåne", "kommun")

    assert pieces == [Piece("Möte med "), Piece("kommuner", is_match=True), Piece(" i Skåne")]


def test_an_excerpt_stands_around_the_first_match():
    text = "Inledning. " * 40 + "Här nämns hotellet. " + "Slut. " * 40

    found = excerpt("hotell", "En rubrik", text, length=80)

    assert "hotellet" in found
    assert found.startswith("…")
    assert found.endswith("…")


def test_what_is_typed_becomes_one_line_of_sensible_length():
    assert cleaned("  hot\x00ell\n Malmö ") == "hot ell Malmö"
    assert len(cleaned("x" * 5000)) == LONGEST_SEARCH


@given(st.text(max_size=300), st.text(max_size=60))
def test_marking_loses_no_letter(text, words):
    assert "".join(piece.text for piece in marked(text, words)) == text


@given(st.text(max_size=300), st.text(max_size=60), st.integers(min_value=10, max_value=200))
def test_an_excerpt_is_never_much_longer_than_asked(text, words, length):
    assert len(excerpt(words, text, length=length)) <= length + 2
