from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.finance.factories import (
    NOON,
    CoordinatorFactory,
    MandateFactory,
    imported,
    ledger_csv,
    ledger_row,
    made_rule,
)
from varn.finance.actions import charge_grants
from varn.finance.models import Charge, FundingSource, LedgerEntry, LedgerImport, MappingRule

pytestmark = pytest.mark.django_db


@pytest.fixture
def mandate():
    return MandateFactory()


@pytest.fixture
def officer(client, mandate):
    client.force_login(mandate.started_by)
    return client


def address(name, *arguments):
    return reverse(f"finance:{name}", args=arguments)


def send(officer, mandate, data, name="huvudbok.csv"):
    file = SimpleUploadedFile(name, data)
    return officer.post(address("ledger_import", mandate.pk), {"file": file}, follow=True)


def test_a_file_is_looked_through_before_anything_is_kept(officer, mandate):
    page = send(officer, mandate, ledger_csv(ledger_row(1), ledger_row(2, kronor="250,50")))

    assert "2 nya rader kan läsas in" in page.text
    assert "1\xa0250,50\xa0kr" in page.text
    assert not LedgerEntry.objects.exists()


def test_a_file_is_brought_in_and_its_rows_are_listed_with_their_sum(officer, mandate):
    made_rule(mandate)
    send(officer, mandate, ledger_csv(ledger_row(1), ledger_row(2, kronor="250,50")))
    read = LedgerImport.objects.get()

    page = officer.post(address("import_apply", read.pk), follow=True)

    assert LedgerEntry.objects.count() == 2
    assert "2 rader har lästs in, 1\xa0250,50\xa0kr tillsammans." in page.text


def test_the_same_file_again_adds_nothing_and_says_so(officer, mandate):
    data = ledger_csv(ledger_row(1))
    imported(mandate, data=data)

    page = send(officer, mandate, data)
    again = officer.post(address("import_apply", LedgerImport.objects.get().pk), follow=True)

    assert "Filen" in page.text
    assert "Inget lades till två gånger" in again.text
    assert LedgerEntry.objects.count() == 1


def test_cells_that_can_not_be_read_are_named_and_nothing_is_brought_in(officer, mandate):
    page = send(officer, mandate, ledger_csv(ledger_row(1), ledger_row(2, kronor="tolv")))

    applied = officer.post(address("import_apply", LedgerImport.objects.get().pk), follow=True)

    assert "tolv" in page.text
    assert "Det är inget belopp" in page.text
    assert "Inget har lästs in" in applied.text
    assert not LedgerEntry.objects.exists()


@pytest.mark.parametrize(
    "data", [b"hej", b"#FLAGGA 0\n#SIETYP 1\n", b"<sie/>", b"\xd0\xcf\x11\xe0x"]
)
def test_a_file_that_is_no_ledger_is_refused_in_words(officer, mandate, data):
    page = send(officer, mandate, data, "x.se")

    assert page.status_code == 422
    assert not LedgerImport.objects.exists()


def test_the_sums_of_a_filter_add_up(officer, mandate):
    made_rule(mandate)
    imported(mandate, ledger_row(1), ledger_row(2, account="1930", kronor="-1 000"))

    page = officer.get(address("ledger", mandate.pk), {"state": "mapped"})

    assert page.context["sums"].amount_ore == 100_000
    assert [entry.account for entry in page.context["page"]] == ["5810"]


def test_nonsense_in_a_filter_shows_everything(officer, mandate):
    imported(mandate, ledger_row(1))

    page = officer.get(
        address("ledger", mandate.pk), {"state": "x", "month": "2014-99", "page": "z"}
    )

    assert page.context["sums"].row_count == 1


def test_a_row_says_which_rule_mapped_it(officer, mandate):
    made_rule(mandate)
    imported(mandate, ledger_row(1))

    page = officer.get(address("entry_detail", LedgerEntry.objects.get().pk))

    assert "Fördelad av regel 1: konto 5000–5999 → Resor" in page.text


def rule_data(**changes):
    return {
        "account_from": "5800", "account_to": "5899", "cost_type": "travel", "priority": "1",
        "submission": str(uuid4()),
    } | changes  # fmt: skip


def test_a_rule_shows_what_it_would_hit_before_it_is_kept(officer, mandate):
    imported(mandate, ledger_row(1))

    page = officer.post(address("rule_add", mandate.pk), rule_data(preview="1"))

    assert "1 rad passar" in page.text
    assert not MappingRule.objects.exists()


def test_a_rule_is_kept_once_and_maps_at_once(officer, mandate):
    imported(mandate, ledger_row(1))
    data = rule_data()

    officer.post(address("rule_add", mandate.pk), data)
    officer.post(address("rule_add", mandate.pk), data)

    assert MappingRule.objects.count() == 1
    assert LedgerEntry.objects.get().cost_type == "travel"


@pytest.mark.parametrize(
    "wrong", [{"account_from": "", "account_to": ""}, {"account_to": "589"}, {"account_from": "ab"}]
)
def test_a_rule_that_can_not_be_is_refused_and_kept_in_the_form(officer, mandate, wrong):
    page = officer.post(address("rule_add", mandate.pk), rule_data(**wrong))

    assert page.status_code == 422
    assert not MappingRule.objects.exists()


def test_two_who_change_a_rule_see_each_other(officer, mandate):
    rule = made_rule(mandate)

    page = officer.post(address("rule_edit", rule.pk), rule_data(version="0"))

    assert page.status_code == 409
    assert "Någon annan ändrade regeln" in page.text


def test_a_rule_is_removed_after_a_question(officer, mandate):
    rule = made_rule(mandate)

    officer.post(address("rule_remove", rule.pk, rule.version))

    assert MappingRule.objects.get().removed_at


def test_a_row_is_mapped_by_hand(officer, mandate):
    imported(mandate, ledger_row(1))
    row = LedgerEntry.objects.get()
    data = {"cost_type": "premises", "activity": "", "version": row.version}

    officer.post(address("entry_map", row.pk), data)
    stale = officer.post(address("entry_map", row.pk), data)

    assert LedgerEntry.objects.get().cost_type == "premises"
    assert stale.status_code == 409


def test_the_grant_pays_and_the_rest_gets_a_named_source(officer, mandate):
    made_rule(mandate)
    imported(mandate, ledger_row(1, kronor="3 000 500"))

    page = officer.post(address("charge_by_grants", mandate.pk), follow=True)
    data = {"payer": "new", "new_name": "Förvaltningsanslaget", "new_kind": "administration",
            "rows": [LedgerEntry.objects.get().pk]}  # fmt: skip
    officer.post(address("charge_rows", mandate.pk), data)

    assert "1 rad, 500\xa0kr, ryms inte" in page.text
    assert LedgerEntry.objects.get().uncharged_ore == 0
    assert FundingSource.objects.get().name == "Förvaltningsanslaget"


def test_a_refused_charge_says_why_and_names_no_source(officer, mandate):
    made_rule(mandate)
    imported(mandate, ledger_row(1))
    row = LedgerEntry.objects.get()
    data = {"payer": "new", "new_name": "EU", "new_kind": "other", "amount_ore": "5 000"}

    page = officer.post(address("entry_charge", row.pk), data)

    assert page.status_code == 422
    assert "Av raden är 1\xa0000\xa0kr öppet" in page.text
    assert not FundingSource.objects.exists()


def test_no_row_ticked_is_said(officer, mandate):
    page = officer.post(address("charge_rows", mandate.pk), {"payer": "new", "new_name": "EU"})

    assert page.status_code == 422


def test_a_number_longer_than_any_row_ticks_nothing(officer, mandate):
    page = officer.post(address("charge_rows", mandate.pk), {"payer": "new", "rows": ["9" * 5_000]})

    assert page.status_code == 422


def test_a_charge_is_withdrawn_with_its_reason(officer, mandate):
    made_rule(mandate)
    imported(mandate, ledger_row(1))
    charge_grants(mandate_id=mandate.pk, by=mandate.started_by, at=NOON)
    charge = Charge.objects.get()

    officer.post(address("charge_change", charge.pk), {"payer": "nobody", "because": "Fel"})
    again = officer.post(address("charge_change", charge.pk), {"payer": "nobody", "because": "Fel"})

    assert Charge.objects.get().withdrawn_because == "Fel"
    assert again.status_code == 422


PAGES = {"ledger": 13, "ledger_import": 11, "rule_list": 11, "rule_add": 11, "charging": 14}


@pytest.mark.parametrize(("name", "most"), PAGES.items())
def test_a_page_asks_the_same_few_questions_however_many_rows(
    officer, mandate, name, most, django_assert_max_num_queries
):
    made_rule(mandate)
    imported(mandate, *[ledger_row(number) for number in range(60)])

    with django_assert_max_num_queries(most):
        assert officer.get(address(name, mandate.pk)).status_code == 200


def test_somebody_without_the_permission_sees_no_money(client, mandate):
    outsider = CoordinatorFactory(is_superuser=False)
    imported(mandate, ledger_row(1))
    client.force_login(outsider)

    for name in ("ledger", "rule_list", "charging"):
        assert client.get(address(name, mandate.pk)).status_code == 403
    assert client.get(address("entry_detail", LedgerEntry.objects.get().pk)).status_code == 403


def test_what_is_not_there_is_a_page_that_says_so(officer):
    for name in ("ledger", "entry_detail", "import_detail", "rule_edit", "charge_change"):
        assert officer.get(address(name, 999_999)).status_code == 404


def test_a_row_that_the_file_says_twice_is_pointed_out(officer, mandate):
    page = send(officer, mandate, ledger_csv(ledger_row(1), ledger_row(1)))

    assert "Rad 3 upprepar en tidigare rad" in page.text
