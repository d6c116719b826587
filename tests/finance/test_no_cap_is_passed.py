from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.db.models import Sum
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.finance.factories import (
    CAP_ORE,
    NOON,
    MandateFactory,
    imported,
    ledger_csv,
    ledger_row,
    made_rule,
)
from tests.finance.money_machine import machine
from varn.finance.actions import (
    AlreadyImportedError,
    CapReachedError,
    MoreThanBookedError,
    Payer,
    charge_entry,
    charge_grants,
    import_ledger,
    preview_ledger,
)
from varn.finance.models import Charge, GrantAccount, LedgerEntry


@pytest.mark.django_db
def test_no_sequence_passes_a_cap_or_loses_an_ore():
    short = settings(
        max_examples=12,
        stateful_step_count=10,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )

    run_state_machine_as_test(machine(), settings=short)


def at_once(*calls):
    """Run the calls at the same moment; give what each returned or raised."""
    start = Barrier(len(calls))

    def run(call):
        start.wait()
        try:
            return call()
        except Exception as error:  # noqa: BLE001 - handed to the test
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def outcomes_of(*calls):
    return sorted(type(outcome).__name__ for outcome in at_once(*calls))


def charging(mandate, voucher, amount_ore=None):
    row = LedgerEntry.objects.get(mandate=mandate, voucher=voucher)
    payer, by = Payer(grant_id=mandate.grants.get().pk), mandate.started_by
    return lambda: charge_entry(entry_id=row.pk, payer=payer, amount_ore=amount_ore, by=by, at=NOON)


@pytest.fixture
def mandate(shared_database):
    made = MandateFactory()
    made_rule(made)
    return made


@pytest.mark.parametrize("first_charge", [True, False])
def test_two_who_charge_at_once_can_not_pass_the_cap_together(mandate, first_charge):
    imported(
        mandate, *[ledger_row(n, kronor="1 600 000") for n in (1, 2)], ledger_row(3, kronor="1")
    )
    if not first_charge:  # else the grant has no account yet
        charging(mandate, 3)()

    outcomes = outcomes_of(charging(mandate, 1), charging(mandate, 2))

    assert outcomes == [CapReachedError.__name__, Charge.__name__]
    assert GrantAccount.objects.get().charged_ore <= CAP_ORE


def test_two_who_charge_the_same_row_at_once_pay_it_once(mandate):
    imported(mandate, ledger_row(1))

    outcomes = outcomes_of(charging(mandate, 1), charging(mandate, 1))

    assert outcomes == [Charge.__name__, MoreThanBookedError.__name__]


def test_eight_who_charge_at_once_stop_at_the_cap(mandate):
    imported(mandate, *[ledger_row(n, kronor="500 000") for n in range(1, 9)])

    outcomes = outcomes_of(*[charging(mandate, n) for n in range(1, 9)])

    assert outcomes == [CapReachedError.__name__] * 2 + [Charge.__name__] * 6
    assert GrantAccount.objects.get().charged_ore == CAP_ORE


def test_two_who_let_the_grant_pay_at_once_charge_each_row_once(mandate):
    imported(mandate, *[ledger_row(n, kronor="700 000") for n in range(1, 9)])
    by = mandate.started_by

    at_once(*[lambda: charge_grants(mandate_id=mandate.pk, by=by, at=NOON)] * 2)

    assert GrantAccount.objects.get().charged_ore == CAP_ORE
    assert Charge.objects.aggregate(ore=Sum("amount_ore"))["ore"] == CAP_ORE


def test_two_overlapping_files_at_once_add_each_row_once(mandate):
    by = mandate.started_by

    def bringing_in(*vouchers):
        data = ledger_csv(*[ledger_row(n) for n in vouchers])
        read = preview_ledger(mandate_id=mandate.pk, file_name="a", data=data, by=by, at=NOON)
        return lambda: import_ledger(import_id=read.pk, by=by, at=NOON)

    first, second = bringing_in(1, 2, 3), bringing_in(2, 3, 4)
    outcomes = outcomes_of(first, second, second)

    assert outcomes == [AlreadyImportedError.__name__, "LedgerImport", "LedgerImport"]
    assert LedgerEntry.objects.count() == 4
