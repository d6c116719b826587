"""Many sequences, and many people at once: no cap is passed, no öre lost."""

import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from django.db import connections
from django.db.models import F, Sum
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.finance.factories import CAP_ORE, NOON, MandateFactory, imported, ledger_row, made_rule
from tests.finance.money_machine import REFUSED, kronor, machine
from varn.finance.actions import (
    AlreadyWithdrawnError,
    Payer,
    charge_entry,
    charge_grants,
    move_charge,
    name_source,
    withdraw_charge,
)
from varn.finance.choices import SourceKind
from varn.finance.models import Charge, GrantAccount, LedgerEntry

PEOPLE, STEPS, ROWS = 6, 150, 200

pytestmark = [pytest.mark.soak]


@pytest.mark.django_db
def test_no_long_sequence_passes_a_cap_or_loses_an_ore():
    long = settings(
        max_examples=60,
        stateful_step_count=40,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )

    run_state_machine_as_test(machine(), settings=long)


def steps_of(person, mandate, payers, by):
    """What one person does, at random but the same every time."""
    chance = random.Random(person)  # noqa: S311 - a test's own dice
    try:
        for _step in range(STEPS):
            with suppress(*REFUSED, AlreadyWithdrawnError):
                one_step(chance, mandate, payers, by)
    finally:
        connections.close_all()


def one_step(chance, mandate, payers, by):
    charges = list(Charge.objects.filter(withdrawn_at=None).values_list("pk", flat=True))
    what = chance.random()
    if what < 0.1:
        charge_grants(mandate_id=mandate.pk, by=by, at=NOON)
    elif what < 0.5 or not charges:
        rows = list(LedgerEntry.objects.values_list("pk", flat=True))
        charge_entry(entry_id=chance.choice(rows), payer=chance.choice(payers), by=by, at=NOON)
    elif what < 0.75:
        withdraw_charge(charge_id=chance.choice(charges), because="Fel", by=by, at=NOON)
    else:
        payer = chance.choice(payers)
        move_charge(charge_id=chance.choice(charges), payer=payer, because="x", by=by, at=NOON)


def test_many_people_at_once_pass_no_cap_and_lose_no_ore(shared_database):
    mandate, chance = MandateFactory(), random.Random(0)  # noqa: S311 - a test's own dice
    made_rule(mandate)
    amounts = [chance.randint(-5_000_000, 20_000_000) or 1 for _row in range(ROWS)]
    imported(mandate, *[ledger_row(n, kronor=kronor(ore)) for n, ore in enumerate(amounts, 1)])
    by, kind = mandate.started_by, SourceKind.ADMINISTRATION
    source = name_source(mandate_id=mandate.pk, name="Anslaget", kind=kind, by=by, at=NOON)
    payers = [Payer(grant_id=mandate.grants.get().pk), Payer(source_id=source.pk)]

    with ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(lambda person: steps_of(person, mandate, payers, by), range(PEOPLE)))

    charged = Charge.objects.filter(withdrawn_at=None)
    by_grant = charged.filter(grant__isnull=False).aggregate(ore=Sum("amount_ore"))["ore"]
    still_open = LedgerEntry.objects.aggregate(ore=Sum(F("amount_ore") - F("charged_ore")))["ore"]
    assert by_grant == GrantAccount.objects.get().charged_ore <= CAP_ORE
    assert sum(amounts) == charged.aggregate(ore=Sum("amount_ore"))["ore"] + still_open
