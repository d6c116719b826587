import pytest
from hypothesis import given
from hypothesis import strategies as st

from varn.final_report.choices import TextProblem
from varn.final_report.rules.markup import Listing, Paragraph, Placed, Span, read
from varn.final_report.rules.placeable import NAMES


def test_paragraphs_lists_emphasis_and_placed_things_are_read():
    written = read(
        "Det är *viktigt* att\nfråga {{results}} gånger.\n\n- ett\n- två\n\n{{table:grants}}", NAMES
    )

    assert written.blocks == (
        Paragraph(
            (
                Span("Det är "),
                Span("viktigt", "emphasis"),
                Span(" att fråga "),
                Span("results", "value"),
                Span(" gånger."),
            )
        ),
        Listing(((Span("ett"),), (Span("två"),))),
        Placed("table", "grants"),
    )
    assert not written.problems


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Rubrik", TextProblem.HEADING),
        ("Se {{table:grants}} här.", TextProblem.NOT_ALONE),
        ("{{picture:grants}}", TextProblem.UNKNOWN_KIND),
        ("{{table:nope}}", TextProblem.UNKNOWN_NAME),
        ("Det är {{nope}}.", TextProblem.UNKNOWN_NAME),
        ("Det är {{results.", TextProblem.UNCLOSED),
    ],
)
def test_what_cannot_be_set_is_said_with_its_line(text, kind):
    (problem,) = read(f"Först.\n{text}", NAMES).problems

    assert (problem.kind, problem.line) == (kind, 2)


def test_an_unknown_name_lists_those_that_there_are():
    (problem,) = read("{{map:nope}}", NAMES).problems

    assert problem.known == ("{{map:counties}}",)
    assert "{{map:counties}}" in problem.message


@given(st.text(st.sampled_from("å *{}:#-1.\n"), max_size=60))
def test_any_text_can_be_read_and_no_letter_is_lost(text):
    written = read(text, NAMES)

    assert repr(written.blocks).count("å") == text.count("å")


@pytest.mark.parametrize("line", ["{{" + " " * 50_000 + "x", "{{a" + " " * 50_000 + ":" + " " * 9])
def test_a_line_of_spaces_is_read_at_once(line):
    written = read(line, NAMES)

    assert [each.kind for each in written.problems] == [TextProblem.UNCLOSED]


def test_spaces_around_a_name_do_not_matter():
    written = read("{{ table : grants }}\n\nDet blev {{  results }}.", NAMES)

    assert not written.problems
    assert written.blocks[0] == Placed("table", "grants")


def test_a_table_is_placed_once_in_a_text():
    written = read("{{table:grants}}\n\n" * 3, NAMES)

    assert [(each.line, each.kind) for each in written.problems] == [
        (3, TextProblem.TWICE),
        (5, TextProblem.TWICE),
    ]
    assert sum(isinstance(each, Placed) for each in written.blocks) == 1
