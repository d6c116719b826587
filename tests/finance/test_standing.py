from datetime import date

import pytest

from tests.finance.factories import (
    CAP_ORE,
    NOON,
    MandateFactory,
    imported,
    ledger_row,
    made_rule,
)
from tests.mandate.factories import ActivityFactory
from varn.finance.actions import Payer, charge_entries, charge_grants, name_source
from varn.finance.choices import CostType, SourceKind
from varn.finance.models import LedgerEntry
from varn.finance.queries.standing import money_standing

pytestmark = pytest.mark.django_db
LAST_DAY = date(2014, 12, 31)


@pytest.fixture
def mandate():
    made = MandateFactory()
    requirement = made.requirements.filter(assignment__number=1).first()
    activity = ActivityFactory(requirement=requirement)
    made_rule(made, activity_id=activity.pk)
    made_rule(made, account_from="4000", account_to="4999", cost_type=CostType.SALARIES)
    return made


def test_the_standing_adds_up(mandate):
    by = mandate.started_by
    imported(
        mandate,
        ledger_row(1, kronor="1 000"),
        ledger_row(2, account="4110", kronor="2 000,50"),
        ledger_row(3, account="1930", kronor="-3 000"),
    )
    charge_grants(mandate_id=mandate.pk, by=by, at=NOON)
    imported(mandate, ledger_row(4, kronor="5"), ledger_row(5, kronor="7"))
    kind = SourceKind.ADMINISTRATION
    source = name_source(mandate_id=mandate.pk, name="Anslaget", kind=kind, by=by, at=NOON)
    other = [LedgerEntry.objects.get(voucher="4").pk]
    charge_entries(entry_ids=other, payer=Payer(source_id=source.pk), by=by, at=NOON)

    found = money_standing(mandate.pk, on=LAST_DAY)

    assert (found.granted_ore, found.charged_ore) == (CAP_ORE, 300_050)
    assert found.left_ore == CAP_ORE - 300_050
    assert (found.other_funding_ore, found.uncharged_ore, found.unmapped_count) == (500, 700, 1)
    assert found.by_cost_type == [("Löner", 200_050), ("Resor", 100_000)]
    by_assignment = {each.number: each.charged_ore for each in found.by_assignment}
    assert by_assignment == {1: 100_000, 2: 0, None: 200_050}


def test_what_is_booked_later_does_not_count(mandate):
    imported(mandate, ledger_row(1, day=date(2014, 6, 1)), ledger_row(2, day=date(2014, 7, 1)))
    charge_grants(mandate_id=mandate.pk, by=mandate.started_by, at=NOON)

    found = money_standing(mandate.pk, on=date(2014, 6, 30))

    assert found.charged_ore == 100_000


def test_a_mandate_without_vouchers_stands_at_nothing(mandate):
    found = money_standing(mandate.pk, on=LAST_DAY)

    assert (found.charged_ore, found.uncharged_ore, found.has_forecast) == (0, 0, False)
    assert found.forecast_left_ore == CAP_ORE


def test_the_standing_asks_the_same_few_questions(mandate, django_assert_num_queries):
    imported(mandate, *[ledger_row(number) for number in range(60)])
    charge_grants(mandate_id=mandate.pk, by=mandate.started_by, at=NOON)

    with django_assert_num_queries(8):
        money_standing(mandate.pk, on=LAST_DAY)
