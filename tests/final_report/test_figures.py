import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.final_report.samples import EMPTY, FULL
from varn.final_report.choices import ReportFormat
from varn.final_report.gateways.report_files import report_file
from varn.final_report.rules.content import Obligation, Requirement
from varn.final_report.rules.figures import ALONE, Kind, figures, ranges
from varn.final_report.rules.gaps import Gap, gaps

COUNTED_OTHERWISE = {"requirements_with_evidence", "counties"}  # they rest on more than they count


def by_name(content):
    return {figure.name: figure for figure in figures(content)}


def test_each_figure_counts_exactly_what_it_names():
    for figure in figures(FULL):
        if figure.kind not in ALONE and figure.name not in COUNTED_OTHERWISE:
            assert figure.value == len(figure.numbers), figure.name


def test_only_requirements_whose_results_have_files_count_as_shown():
    found = by_name(FULL)

    assert found["requirements"].value == 10
    assert found["requirements_formal"].numbers == (10,)
    assert found["requirements_with_activity"].numbers == (1, 3, 5, 7)
    assert found["requirements_with_evidence"].value == 4
    assert found["requirements_with_evidence"].numbers == (1, 2, 3, 4)


def test_an_empty_mandate_counts_zero():
    assert {figure.value for figure in figures(EMPTY)} == {0}


@given(st.sets(st.integers(min_value=1, max_value=60)))
def test_runs_name_every_number_once(numbers):
    runs = ranges(numbers)

    assert [n for first, last in runs for n in range(first, last + 1)] == sorted(numbers)


def test_requirements_without_activity_and_results_without_evidence_are_named():
    found = gaps(FULL)

    assert Gap("requirement_without_activity", Kind.REQUIREMENT, 2) in found
    assert Gap("requirement_without_activity", Kind.REQUIREMENT, 10) not in found
    assert Gap("result_without_evidence", Kind.RESULT, 1) in found
    assert Gap("result_without_evidence", Kind.RESULT, 2) not in found


def test_an_obligation_without_day_or_addressee_is_a_gap():
    open_one = Obligation(
        number=1, kind="report", text="Ska redovisas.", open_reason="day_not_stated"
    )

    found = gaps(replace(FULL, obligations=(open_one,)))

    assert Gap("obligation_without_day", Kind.OBLIGATION, 1) in found
    assert Gap("obligation_without_addressee", Kind.OBLIGATION, 1) in found


ASSIGNED = "att sprida kunskap om människohandel med barn"
SPELLED_OUT = FULL.assignments[0].requirements


def spelled_out(*below):
    """An assignment that is itself requirement 20, with sentences below it."""
    own = Requirement(number=20, text=ASSIGNED)
    part = replace(FULL.assignments[0], text=ASSIGNED, requirements=(own, *below))
    return replace(FULL, assignments=(part,))


def test_an_assignment_is_carried_by_the_sentences_under_it():
    found = by_name(spelled_out(*SPELLED_OUT))

    assert found["requirements_with_activity"].numbers == (1, 20)
    assert found["requirements_with_evidence"].value == 2
    assert Gap("requirement_without_activity", Kind.REQUIREMENT, 20) not in gaps(
        spelled_out(*SPELLED_OUT)
    )


def test_an_assignment_with_nothing_done_under_it_is_without_activity():
    idle = [replace(each, activities=()) for each in SPELLED_OUT]

    assert Gap("requirement_without_activity", Kind.REQUIREMENT, 20) in gaps(spelled_out(*idle))


def test_the_report_says_in_words_what_carries_an_assignment():
    shown = report_file(spelled_out(*SPELLED_OUT), form=ReportFormat.HTML, language="sv").decode()

    assert "Deluppdraget bärs av krav" in shown
    assert re.search(r'se krav.<a href="#requirement-1">1</a>', shown)
