from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varn.finance.choices import LedgerNote, LedgerProblem
from varn.finance.rules.sie import NoVouchersError, read_sie

HEAD = """#FLAGGA 0
#PROGRAM "Ekonomi" 5.6
#FORMAT PC8
#GEN 20141201
#SIETYP 4
#FNAMN "Länsstyrelsen i Örebro län"
#ORGNR 202100-2403
#DIM 1 "Kostnadsställe"
#UNDERDIM 21 "Aktivitet" 1
#DIM 6 "Projekt"
#OBJEKT 6 4711 "Barnskydd på resa"
#KONTO 5810 "Biljetter för åäö"
#OMFATTN 20141231
"""
VOUCHER = """#VER A 1 20140505 "Tåg tur och retur" 20140506
{
#TRANS 5810 {1 "120" 6 "4711" 21 "9"} 1234.50 "" "Malmö"
#TRANS 1930 {} -1234.50
}
"""


def read(text, encoding="cp437"):
    return read_sie(text.encode(encoding))


def problems(text):
    return [each.problem for each in read(HEAD + text).problems]


@pytest.mark.parametrize("encoding", ["cp437", "utf-8", "utf-8-sig", "cp1252"])
def test_swedish_letters_survive_whatever_the_system_wrote(encoding):
    first = read(HEAD + VOUCHER, encoding).rows[0]

    assert first.account_name == "Biljetter för åäö"
    assert first.text == "Tåg tur och retur · Malmö"


def test_a_row_has_its_objects_and_whole_ore():
    [first] = read(HEAD + VOUCHER).rows

    assert (first.cost_centre, first.project, first.dimensions) == (
        "120",
        "4711",
        {"Aktivitet": "9"},
    )
    assert first.amount_ore == 123_450
    assert (first.series, first.voucher, first.booked_on) == ("A", "1", date(2014, 5, 5))


def test_the_other_side_of_a_cost_is_left_out_and_said_to_be():
    found = read(HEAD + VOUCHER)

    assert [row.account for row in found.rows] == ["5810"]
    assert [note.note for note in found.notes] == [LedgerNote.BALANCE]


def test_the_file_itself_may_say_what_an_account_holds():
    kinds = "#KTYP 1930 K\n#KTYP 5810 T\n"

    assert [row.account for row in read(HEAD + kinds + VOUCHER).rows] == ["1930"]


def test_the_file_says_whose_ledger_it_is():
    assert read(HEAD + VOUCHER).company == "Länsstyrelsen i Örebro län 202100-2403"


@pytest.mark.parametrize("sie_type", ["1", "2", "3"])
def test_a_file_with_balances_only_is_refused(sie_type):
    with pytest.raises(NoVouchersError):
        read(f"#FLAGGA 0\n#SIETYP {sie_type}\n#IB 0 1930 100.00\n")


def test_a_file_that_says_no_type_but_has_vouchers_is_read():
    assert len(read("#FLAGGA 0\n" + VOUCHER).rows) == 1


def test_a_struck_row_is_left_out_and_an_added_one_counts_once():
    found = read(
        HEAD
        + """#VER A 2 20140506 "x"
{
#TRANS 5810 {} 100.00
#BTRANS 5810 {} 100.00
#RTRANS 5810 {} 50.00
#TRANS 5810 {} 50.00
#TRANS 1930 {} -150.00
}
"""
    )

    assert [row.amount_ore for row in found.rows] == [10_000, 5_000]
    assert [note.note for note in found.notes] == [LedgerNote.STRUCK, LedgerNote.BALANCE]


def test_an_added_row_that_is_not_repeated_still_counts():
    found = read(HEAD + "#VER A 2 20140506\n{\n#RTRANS 5810 {} 5.00\n#TRANS 1930 {} -5.00\n}\n")

    assert [row.amount_ore for row in found.rows] == [500]


def test_a_brace_on_the_line_of_the_voucher_and_odd_line_ends_are_read():
    text = VOUCHER.replace("20140506\n{", "20140506 {").replace("\n", "\r\n\r\n")

    assert len(read(HEAD + text).rows) == 1


def test_employees_customers_and_suppliers_are_not_kept():
    text = VOUCHER.replace('{1 "120"', '{7 "19800101-1234" 9 "42" 1 "120"')

    assert read(HEAD + text).rows[0].dimensions == {"Aktivitet": "9"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (VOUCHER.replace("-1234.50", "-1234.40"), LedgerProblem.NOT_BALANCED),
        (VOUCHER.replace("A 1 ", 'A "" '), LedgerProblem.NO_NUMBER),
        (VOUCHER.replace("20140505", "20140231"), LedgerProblem.NOT_A_DAY),
        (VOUCHER.replace("1234.50", "1.234,50"), LedgerProblem.NOT_AN_AMOUNT),
        (VOUCHER.replace("1234.50", "1234.505"), LedgerProblem.NOT_AN_AMOUNT),
        (VOUCHER.replace("}\n", "", 1).replace("{\n#", "{\n#", 1)[:-2], LedgerProblem.NOT_CLOSED),
        (VOUCHER.replace('6 "4711"', '"4711"'), LedgerProblem.NOT_READ),
        (VOUCHER.replace('"Malmö"', '"Malmö'), LedgerProblem.NOT_READ),
        ("#TRANS 5810 {} 1.00\n" + VOUCHER, LedgerProblem.NOT_READ),
    ],
)
def test_what_is_wrong_is_named_and_never_guessed(text, problem):
    assert problem in problems(text)


def test_a_file_that_is_cut_off_is_not_whole():
    assert problems(VOUCHER[: VOUCHER.index("#TRANS 1930")]) == [LedgerProblem.NOT_CLOSED]


def test_a_line_of_another_kind_may_be_as_it_likes():
    assert problems('#ADRESS "C:\\\\" {\n#PROSA {"}\n#NYTT x "\n' + VOUCHER) == []


WORDS = st.text(
    st.characters(codec="cp437", min_codepoint=32, exclude_characters="\\\x7f"), max_size=40
).map(str.strip)
CODES = st.from_regex(r"[A-Z3-9][A-Z0-9]{0,7}", fullmatch=True)  # 1 and 2 hold no costs
AMOUNTS = st.integers(-(10**12), 10**12)
VOUCHERS = st.lists(
    st.tuples(CODES, WORDS, st.lists(st.tuples(CODES, AMOUNTS, CODES, WORDS), max_size=4)),
    max_size=4,
)


def quoted(text):
    return '"' + text.replace('"', '\\"') + '"'


def kronor(ore):
    return f"{'-' if ore < 0 else ''}{abs(ore) // 100}.{abs(ore) % 100:02d}"


def written(vouchers):
    for number, (_series, text, rows) in enumerate(vouchers, 1):
        yield f"#VER A {number} 20140505 {quoted(text)}\n{{\n"
        for account, ore, project, row_text in rows:
            yield f'#TRANS {account} {{6 "{project}"}} {kronor(ore)} 20140505 {quoted(row_text)}\n'
        yield f"#TRANS 1930 {{}} {kronor(-sum(row[1] for row in rows))}\n}}\n"


@given(VOUCHERS.filter(bool), st.sampled_from(["cp437", "utf-8"]))
def test_what_is_written_is_read(vouchers, encoding):
    found = read(HEAD + "".join(written(vouchers)), encoding)

    read_rows = [(row.account, row.amount_ore, row.project) for row in found.rows]
    assert found.problems == []
    assert read_rows == [
        row
        for _series, _text, rows in vouchers
        for row in ((account, ore, project) for account, ore, project, _text in rows)
    ]


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    with suppress(NoVouchersError):
        read_sie(b"#SIETYP 4\n#VER A 1 20140101\n{\n" + data)
