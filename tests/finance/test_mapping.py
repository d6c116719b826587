from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from tests.finance.factories import (
    NOON,
    MandateFactory,
    imported,
    ledger_row,
    made_rule,
    rule_values,
)
from tests.mandate.factories import ActivityFactory
from varn.finance.actions import (
    StaleVersionError,
    add_rule,
    change_rule,
    charge_grants,
    map_entry,
    remove_rule,
)
from varn.finance.choices import CostType
from varn.finance.models import LedgerEntry, MappingRule
from varn.finance.queries.mapping import fits, in_words
from varn.finance.queries.search import found

pytestmark = pytest.mark.django_db
NOTHING = {"account_from": "", "account_to": "", "cost_centre": "", "project": "",
           "other_object": "", "text_contains": ""}  # fmt: skip
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def mandate():
    return MandateFactory()


def entry_of(voucher):
    return LedgerEntry.objects.get(voucher=voucher)


def fitting(**asked):
    return sorted(
        LedgerEntry.objects.filter(fits(SimpleNamespace(**NOTHING | asked))).values_list(
            "voucher", flat=True
        )
    )


def test_each_condition_finds_its_rows(mandate):
    imported(
        mandate,
        ledger_row(1, account="5810", cost_centre="120", project="4711", text="Tåg till Malmö"),
        ledger_row(2, account="58991", cost_centre="1299", project="1"),
        ledger_row(3, account="6010", cost_centre="12", project="", text="x"),
    )

    assert fitting(account_from="5800", account_to="5899") == ["1", "2"]
    assert fitting(account_from="58", account_to="60") == ["1", "2", "3"]
    assert fitting(cost_centre="12*") == ["1", "2", "3"]
    assert fitting(cost_centre="12") == ["3"]
    assert fitting(project="4711") == ["1"]
    assert fitting(text_contains="malmö") == ["1"]
    assert fitting(account_from="58", account_to="58", project="1") == ["2"]


def test_an_object_of_any_dimension_is_found(mandate):
    data = """#SIETYP 4
#DIM 21 "Aktivitet"
#VER A 1 20140505
{
#TRANS 5810 {21 "A7"} 5.00
#TRANS 1930 {} -5.00
}
"""
    imported(mandate, data=data.encode())

    assert fitting(other_object="A7") == ["1"]
    assert fitting(other_object="A") == []


def test_the_first_rule_that_fits_decides(mandate):
    made_rule(mandate, priority=2)
    made_rule(mandate, priority=1, text_contains="hyra", cost_type=CostType.PREMISES)

    imported(mandate, ledger_row(1, text="Hyra maj"), ledger_row(2))

    assert entry_of("1").cost_type == CostType.PREMISES
    assert entry_of("2").cost_type == CostType.TRAVEL


def test_a_changed_rule_maps_anew(mandate):
    rule = made_rule(mandate)
    imported(mandate, ledger_row(1))

    change_rule(
        rule_id=rule.pk,
        values=rule_values(cost_type=CostType.MEETINGS),
        version=rule.version,
        by=mandate.started_by,
        at=LATER,
    )

    assert entry_of("1").cost_type == CostType.MEETINGS


def test_what_was_said_by_hand_is_left_alone(mandate):
    imported(mandate, ledger_row(1))
    row = entry_of("1")
    map_entry(
        entry_id=row.pk, cost_type=CostType.OTHER, activity_id=None, version=row.version,
        by=mandate.started_by, at=NOON,
    )  # fmt: skip

    made_rule(mandate)

    assert entry_of("1").cost_type == CostType.OTHER


def test_a_removed_rule_frees_rows_unless_somebody_pays_for_them(mandate):
    rule = made_rule(mandate)
    imported(mandate, ledger_row(1))
    charge_grants(mandate_id=mandate.pk, by=mandate.started_by, at=NOON)
    imported(mandate, ledger_row(2))

    remove_rule(rule_id=rule.pk, version=rule.version, by=mandate.started_by, at=LATER)

    assert entry_of("1").mapped_by_rule == rule
    assert entry_of("2").cost_type == ""


def test_a_rule_that_somebody_else_changed_is_not_overwritten(mandate):
    rule = made_rule(mandate)

    with pytest.raises(StaleVersionError):
        change_rule(
            rule_id=rule.pk, values=rule_values(), version=rule.version + 1,
            by=mandate.started_by, at=NOON,
        )  # fmt: skip


def test_the_same_rule_sent_twice_is_one(mandate):
    sent = {"mandate_id": mandate.pk, "values": rule_values(), "submission": uuid4(),
            "by": mandate.started_by, "at": NOON}  # fmt: skip

    assert add_rule(**sent) == add_rule(**sent)


def test_a_rule_is_told_in_words(mandate):
    activity = ActivityFactory(requirement=mandate.requirements.first(), title="Kunskapsdag")
    rule = made_rule(mandate, project="4711", activity_id=activity.pk)

    assert in_words(rule) == "konto 5000–5999, projekt 4711 → Resor, Kunskapsdag"


def test_an_activity_of_another_mandate_is_refused_by_the_database(mandate):
    activity = ActivityFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        made_rule(mandate, activity_id=activity.pk)


def test_a_rule_that_asks_nothing_is_refused_by_the_database(mandate):
    with pytest.raises(IntegrityError), transaction.atomic():
        made_rule(mandate, account_from="", account_to="")

    assert not MappingRule.objects.exists()


def test_a_voucher_is_found_by_number_account_and_words(mandate):
    imported(mandate, ledger_row(12, text="Konferensen i Malmö"), ledger_row(13, account="6010"))

    assert [hit.title for hit in found("A 12", limit=5)] == ["A 12, konto 5810"]
    assert [hit.title for hit in found("6010", limit=5)] == ["A 13, konto 6010"]
    assert [hit.title for hit in found("konferens", limit=5)] == ["A 12, konto 5810"]
    assert found("", limit=5) == []
