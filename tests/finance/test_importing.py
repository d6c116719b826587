import pytest

from tests.finance.factories import (
    NOON,
    MandateFactory,
    imported,
    ledger_csv,
    ledger_row,
    made_rule,
)
from varn.audit.models import Entry
from varn.finance.actions import (
    AlreadyImportedError,
    RowsInErrorError,
    import_ledger,
    preview_ledger,
)
from varn.finance.gateways.ledger_files import LIMITS, SIE_LINES
from varn.finance.models import LedgerEntry, LedgerImport
from varn.finance.rules.amounts import LARGEST_ORE
from varn.kernel.tables import TableError, TableProblem

pytestmark = pytest.mark.django_db
SIE = """#FLAGGA 0
#FORMAT PC8
#SIETYP 4
#KONTO 5810 "Biljetter"
#VER A 1 20140505 "Tågresa"
{
#TRANS 5810 {1 "120" 6 "4711"} 1000.00
#TRANS 1930 {} -1000.00
}
""".encode("cp437")


@pytest.fixture
def mandate():
    return MandateFactory()


def preview(mandate, data):
    return preview_ledger(
        mandate_id=mandate.pk, file_name="h.csv", data=data, by=mandate.started_by, at=NOON
    )


def amounts():
    return sorted(LedgerEntry.objects.values_list("amount_ore", flat=True))


def test_a_preview_counts_rows_and_sum_and_keeps_no_voucher(mandate):
    read = preview(mandate, ledger_csv(ledger_row(1), ledger_row(2, kronor="-250,50")))

    assert (read.row_count, read.new_count, read.amount_ore) == (2, 2, 74_950)
    assert not LedgerEntry.objects.exists()


def test_the_same_file_adds_nothing_the_second_time(mandate):
    data = ledger_csv(ledger_row(1))
    first = imported(mandate, data=data)

    again = preview(mandate, data)

    assert again == first
    with pytest.raises(AlreadyImportedError):
        import_ledger(import_id=again.pk, by=mandate.started_by, at=NOON)
    assert amounts() == [100_000]


def test_an_overlapping_file_adds_only_what_is_new(mandate):
    imported(mandate, ledger_row(1), ledger_row(2, kronor="2"))

    second = imported(mandate, ledger_row(2, kronor="2"), ledger_row(3, kronor="3"))

    assert (second.row_count, second.new_count, second.amount_ore) == (2, 1, 300)
    assert amounts() == [200, 300, 100_000]


def test_two_equal_rows_of_one_voucher_both_count_and_only_once(mandate):
    imported(mandate, ledger_row(1), ledger_row(1))
    imported(mandate, ledger_row(1), ledger_row(1), ledger_row(9, kronor="9"))

    assert amounts() == [900, 100_000, 100_000]


def test_a_sie_file_and_an_extract_of_the_same_vouchers_add_each_row_once(mandate):
    imported(mandate, ledger_row(1, kronor="1000", text="Annan text"))

    read = imported(mandate, data=SIE)

    assert (read.kind, read.row_count, read.new_count) == ("sie", 1, 0)
    assert amounts() == [100_000]


def test_rows_that_look_like_known_ones_are_pointed_out(mandate):
    imported(mandate, ledger_row(1))

    read = preview(mandate, ledger_csv(ledger_row(1, project="")))

    assert read.new_count == 1
    assert [each["voucher"] for each in read.finding["alike"]] == ["A 1"]


def test_two_mandates_each_have_their_own_vouchers(mandate):
    other = MandateFactory()
    data = ledger_csv(ledger_row(1))

    imported(mandate, data=data)
    imported(other, data=data)

    assert LedgerEntry.objects.filter(mandate=mandate).count() == 1
    assert LedgerEntry.objects.filter(mandate=other).count() == 1


def test_a_file_with_a_cell_in_error_is_not_brought_in_at_all(mandate):
    read = preview(mandate, ledger_csv(ledger_row(1), ledger_row(2, kronor="x")))

    with pytest.raises(RowsInErrorError):
        import_ledger(import_id=read.pk, by=mandate.started_by, at=NOON)

    assert read.finding["problem_count"] == 1
    assert not LedgerEntry.objects.exists()


def test_a_preview_looked_at_again_counts_anew(mandate):
    data = ledger_csv(ledger_row(1), ledger_row(2))
    preview(mandate, data)
    imported(mandate, ledger_row(1))

    read = preview(mandate, data)

    assert read.new_count == 1
    assert LedgerImport.objects.count() == 2


def test_new_rows_are_mapped_by_the_rules_at_once(mandate):
    made_rule(mandate)

    imported(mandate, ledger_row(1), ledger_row(2, account="1930"))

    mapped = LedgerEntry.objects.exclude(cost_type="")
    assert [row.account for row in mapped] == ["5810"]


def test_an_import_leaves_its_trace(mandate):
    read = imported(mandate, ledger_row(1))

    entry = Entry.objects.get(event="finance.ledger.imported")
    assert entry.details["sha256"] == read.sha256
    assert entry.details["amount_ore"] == 100_000


def test_a_sie_file_without_end_is_refused_before_it_is_read(mandate):
    with pytest.raises(TableError) as refused:
        preview(mandate, SIE + b'#KONTO 1 "a"\n' * SIE_LINES)

    assert refused.value.problem is TableProblem.TOO_MANY_ROWS


def test_the_largest_file_s_sum_fits_its_column():
    assert LARGEST_ORE * LIMITS.rows < 2**63
