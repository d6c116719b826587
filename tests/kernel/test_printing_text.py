import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from varn.kernel.printing.pdf import characters
from varn.kernel.printing.text import cleaned, file_name, printable

ANY_TEXT = st.text(st.characters(codec=None), max_size=200)


@given(ANY_TEXT)
@example("a\x00b\u202egnp.exe\ud800")
def test_cleaned_text_has_no_controls_and_can_be_written(text):
    clean = cleaned(text)

    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in clean)
    assert clean.encode().decode() == clean
    assert cleaned(clean) == clean


@given(ANY_TEXT)
def test_printable_text_holds_only_what_the_typeface_has(text):
    assert {ord(char) for char in printable(text, characters=characters())} <= characters()


def test_swedish_and_its_neighbours_can_be_printed():
    text = "åäö ÅÄÖ é ü ß æ ø ș ț ł ń ž ő – ” » « … € § ½ 3 000 αβγ Привет"

    assert printable(text, characters=characters()) == text


def test_a_file_that_pretends_to_be_another_is_shown_as_it_is():
    assert cleaned("minutes\u202efdp.exe") == "minutesfdp.exe"


@given(st.text(max_size=80))
def test_a_file_name_is_plain_letters_and_digits(number):
    name = file_name(number, word="slutrapport", extension="pdf")

    assert name.startswith("slutrapport")
    assert name.isascii()
    assert "/" not in name
