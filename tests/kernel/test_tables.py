import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from varn.kernel.tables import (
    Limits,
    TableError,
    TableProblem,
    read_table,
    safe_cell,
    write_csv,
    write_xlsx,
)

CONTENT_TYPES = "[Content_Types].xml"


def cells(content, **limits):
    return [row.cells for row in read_table(content, limits=Limits(**limits))]


def problem_of(content, **limits):
    with pytest.raises(TableError) as raised:
        read_table(content, limits=Limits(**limits))
    return raised.value.problem


def workbook(rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def zip_of(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(CONTENT_TYPES, "<Types/>")
        for name, content in parts.items():
            made.writestr(f"{name}.xml", content)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_encodings_that_people_save(encoding):
    assert cells("Enhet;Län\nSjö;Gävle".encode(encoding)) == [("Enhet", "Län"), ("Sjö", "Gävle")]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_the_heading_s(delimiter):
    assert cells(f"a{delimiter}b\n1{delimiter}2".encode()) == [("a", "b"), ("1", "2")]


def test_rows_keep_the_number_that_a_spreadsheet_shows():
    rows = read_table(b"a;b\n\n1;2\n;;\n3;4\n")

    assert [(row.number, row.cells) for row in rows] == [
        (1, ("a", "b")),
        (3, ("1", "2")),
        (5, ("3", "4")),
    ]


def test_a_workbook_gives_text_whatever_its_cells_hold():
    content = workbook([["namn", "antal", "andel"], ["Gävle", 5.0, 0.5], [None, None, None]])

    assert cells(content) == [("namn", "antal", "andel"), ("Gävle", "5", "0.5")]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", TableProblem.EMPTY),
        (b"\n \n", TableProblem.EMPTY),
        (b"\x89PNG\r\n\x1a\n\x00\x00", TableProblem.NOT_A_TABLE),
        (b"%PDF-1.7\n\x00\x01", TableProblem.NOT_A_TABLE),
        (b"\xff\xfe\x00", TableProblem.NOT_A_TABLE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", TableProblem.OLD_EXCEL),
        (b'a;b\n"1;2\n', TableProblem.BROKEN_QUOTES),
        (b"PK\x03\x04 and then nothing", TableProblem.BROKEN),
        (workbook([["a"]])[:-200], TableProblem.BROKEN),
        (zip_of(word="<w/>"), TableProblem.BROKEN),
    ],
)
def test_what_is_no_whole_table_is_refused_by_name(content, problem):
    assert problem_of(content) == problem


def test_a_document_that_is_a_zip_but_no_office_file_is_no_table():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("readme.txt", "hello")

    assert problem_of(file.getvalue()) == TableProblem.NOT_A_TABLE


def test_a_file_that_unpacks_to_far_more_is_not_opened():
    assert problem_of(zip_of(bomb=b"0" * 20_000_000)) == TableProblem.SUSPECT


def test_a_file_that_declares_entities_is_not_opened():
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'

    assert problem_of(zip_of(shared=bomb)) == TableProblem.SUSPECT


def test_limits_say_where_they_were_passed():
    with pytest.raises(TableError) as raised:
        read_table(b"a\n1\n2\n3\n", limits=Limits(rows=3))

    assert raised.value.problem == TableProblem.TOO_MANY_ROWS
    assert raised.value.row == 4
    assert problem_of(b"a;b;c", columns=2) == TableProblem.TOO_MANY_COLUMNS
    assert problem_of(b"a;b;c", size=2) == TableProblem.TOO_LARGE


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_what_a_spreadsheet_would_run_is_disarmed(start):
    assert safe_cell(start) == f"'{start}"


def test_written_files_hold_no_formulas():
    rows = [["namn"], ["=HYPERLINK(A1)"]]

    sheet = load_workbook(io.BytesIO(write_xlsx(rows, title="Kontakter"))).active

    assert sheet["A2"].value == "'=HYPERLINK(A1)"
    assert sheet["A2"].data_type == "s"
    assert "\n'=HYPERLINK(A1)" in write_csv(rows).decode("utf-8-sig")


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20)


@given(st.lists(st.lists(TEXT, min_size=1, max_size=4), min_size=1, max_size=5))
def test_what_is_written_is_read_back(rows):
    rows = [["rubrik;"[:6], "b", "c", "d"], *rows]
    plain = [tuple(row) for row in rows if not row[0].startswith("'")]

    read = cells(write_csv([list(row) for row in plain]))

    assert read == plain


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_make_reading_fail_in_another_way(content):
    with suppress(TableError):
        read_table(content)


@pytest.mark.filterwarnings("ignore::UserWarning")  # openpyxl's, about what the damage took away
@settings(max_examples=150, deadline=None)
@given(st.integers(0, 4000), st.binary(min_size=1, max_size=8))
def test_no_damage_to_a_workbook_makes_reading_fail_in_another_way(place, damage):
    whole = workbook([["a", "b"], ["1", "2"]])
    place %= len(whole)

    with suppress(TableError):
        read_table(whole[:place] + damage + whole[place + len(damage) :])


def test_rows_that_are_empty_to_the_last_column_are_refused_before_they_take_minutes():
    book = Workbook()
    for number in range(1, 200):
        book.active.cell(number, 16_384).font = Font(bold=True)
    file = io.BytesIO()
    book.save(file)

    assert problem_of(file.getvalue()) is TableProblem.TOO_MANY_COLUMNS


def test_a_control_character_in_a_cell_does_not_stop_the_download():
    assert cells(write_xlsx([["Sk\x0båne\x00"]], title="Lista")) == [("Skåne",)]
    assert cells(write_csv([["\x0b=1+1"]])) == [("=1+1",)]  # made text, and read back
