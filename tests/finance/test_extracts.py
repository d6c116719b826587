import io
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from varn.finance.choices import LedgerKind, LedgerNote, LedgerProblem, LedgerRefusal
from varn.finance.gateways.ledger_files import LedgerRefusedError, read_ledger
from varn.finance.rules.rows import fingerprints

A_DAY = datetime(2014, 5, 5)  # noqa: DTZ001 - as a workbook has it


def xlsx(*rows):
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def csv(text):
    return text.encode("cp1252")


def test_a_workbook_with_real_days_and_numbers_is_read():
    found = read_ledger(
        xlsx(
            ["Ver.nr", "Bokföringsdatum", "Konto", "Kontonamn", "Kst", "Projekt", "Text", "Belopp"],
            ["A 12", A_DAY, 5810, "Resor", 120, 4711, "Tåg", 1234.5],
            ["A-0013", date(2014, 5, 6), "5810", "", None, None, None, -0.1 - 0.2],
        )
    )

    first, second = found.rows
    assert found.kind == LedgerKind.XLSX
    assert (first.series, first.voucher, first.account, first.project) == (
        "A",
        "12",
        "5810",
        "4711",
    )
    assert (first.booked_on, first.amount_ore) == (date(2014, 5, 5), 123_450)
    assert (second.series, second.voucher, second.amount_ore) == ("A", "13", -30)


def test_headings_may_come_after_a_title_and_in_any_order():
    found = read_ledger(
        csv("Huvudbok 2014\n\nUrval;alla\nBELOPP;Konto;Datum;Vernr\n7;5810;20140505;1\n")
    )

    assert [row.amount_ore for row in found.rows] == [700]
    assert found.rows[0].row == 5


def test_debit_and_credit_become_one_amount():
    found = read_ledger(
        csv(
            "Ver;Datum;Konto;Debet;Kredit\n1;2014-05-05;5810;1 000,00;\n2;2014-05-05;5810;;250,50\n"
        )
    )

    assert [row.amount_ore for row in found.rows] == [100_000, -25_050]


def test_sums_and_balances_are_left_out_and_said():
    found = read_ledger(
        csv("Ver;Datum;Konto;Belopp\nIng. balans;;;5\n1;2014-05-05;5810;7\n;Summa;;12\n")
    )

    assert len(found.rows) == 1
    assert [(note.row, note.note) for note in found.notes] == [
        (2, LedgerNote.SUM_ROW),
        (4, LedgerNote.SUM_ROW),
    ]
    assert found.problems == []


def test_each_cell_that_is_wrong_is_named_with_row_and_column():
    found = read_ledger(
        csv("Ver;Datum;Konto;Belopp\n1;igår;5810;7\n;2014-05-05;5810;7\n2;2014-05-05;5810;x\n")
    )

    assert [(each.row, each.column, each.problem) for each in found.problems] == [
        (2, "Datum", LedgerProblem.NOT_A_DAY),
        (3, "Ver", LedgerProblem.MISSING),
        (4, "Belopp", LedgerProblem.NOT_AN_AMOUNT),
    ]


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (csv("Namn;Belopp\nx;1\n"), LedgerRefusal.NO_HEADING),
        (csv("Ver;Datum;Konto;Belopp\n"), LedgerRefusal.EMPTY),
        (b"#FLAGGA 0\n#SIETYP 2\n", LedgerRefusal.NO_VOUCHERS),
        (b'<?xml version="1.0"?><Sie/>', LedgerRefusal.SIE_5),
        (b"x" * (20 * 1024 * 1024 + 1), LedgerRefusal.TOO_LARGE),
    ],
    ids=["heading", "empty", "balances", "xml", "large"],
)
def test_a_file_that_is_no_ledger_says_why(data, refusal):
    with pytest.raises(LedgerRefusedError) as refused:
        read_ledger(data)

    assert refused.value.refusal == refusal


def row_of(text, headings="Ver;Datum;Konto;Kst;Projekt;Text;Belopp"):
    return read_ledger(csv(f"{headings}\n{text}\n")).rows


def test_the_same_row_worded_otherwise_is_the_same_row():
    (first,) = row_of("A1;2014-05-05;5810;120;4711;Tåg;7")
    (second,) = row_of("A 001;20140505;5810;120;4711;TÅG T/R;7,00")

    assert fingerprints([first]) == fingerprints([second])


def test_two_equal_rows_of_a_voucher_are_two():
    rows = row_of("A1;2014-05-05;5810;;;;7\nA1;2014-05-05;5810;;;;7")

    assert len(set(fingerprints(rows))) == 2


def test_rows_of_two_projects_are_two():
    rows = row_of("A1;2014-05-05;5810;;1;;7\nA1;2014-05-05;5810;;2;;7")

    assert len(set(fingerprints(rows))) == 2


@given(
    st.lists(
        st.tuples(
            st.integers(1, 9_999),
            st.dates(date(2010, 1, 1), date(2030, 12, 31)),
            st.integers(-(10**11), 10**11),
            st.text("abcåäö 123", max_size=20).map(str.strip),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_what_a_workbook_says_is_read_to_the_ore(rows):
    found = read_ledger(
        xlsx(
            ["Ver", "Datum", "Konto", "Text", "Belopp"],
            *[[number, day, 5810, text, ore / 100] for number, day, ore, text in rows],
        )
    )

    assert [(row.voucher, row.booked_on, row.amount_ore, row.text) for row in found.rows] == [
        (str(number), day, ore, text) for number, day, ore, text in rows
    ]
