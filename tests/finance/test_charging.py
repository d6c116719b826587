from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.finance.factories import CAP_ORE, NOON, MandateFactory, imported, ledger_row, made_rule
from varn.audit.models import Entry
from varn.finance.actions import (
    AlreadyWithdrawnError,
    CapReachedError,
    MoreThanBookedError,
    NotMappedError,
    NotOfMandateError,
    NotUsableGrantError,
    Payer,
    WrongYearError,
    charge_entries,
    charge_entry,
    charge_grants,
    move_charge,
    name_source,
    withdraw_charge,
)
from varn.finance.choices import SourceKind
from varn.finance.models import Charge, GrantAccount, LedgerEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def mandate():
    made = MandateFactory()
    made_rule(made)
    return made


@pytest.fixture
def by(mandate):
    return mandate.started_by


def grant_of(mandate):
    return Payer(grant_id=mandate.grants.get().pk)


def own_money(mandate, name="Förvaltningsanslaget"):
    kind = SourceKind.ADMINISTRATION
    source = name_source(
        mandate_id=mandate.pk, name=name, kind=kind, by=mandate.started_by, at=NOON
    )
    return Payer(source_id=source.pk)


def entry_of(mandate, voucher="1"):
    return LedgerEntry.objects.get(mandate=mandate, voucher=voucher)


def charged_to_grant():
    return GrantAccount.objects.get().charged_ore


def test_the_grant_pays_up_to_its_cap_and_the_rest_asks_for_a_named_source(mandate, by):
    imported(mandate, ledger_row(1, kronor="2 999 000"), ledger_row(2, kronor="2 000,50"))

    outcome = charge_grants(mandate_id=mandate.pk, by=by, at=NOON)

    assert (outcome.charged_ore, outcome.left_ore) == (CAP_ORE, 100_050)
    assert charged_to_grant() == CAP_ORE
    assert entry_of(mandate, "2").uncharged_ore == 100_050


def test_what_the_grant_has_no_room_for_is_paid_from_a_named_source(mandate, by):
    imported(mandate, ledger_row(1, kronor="3 000 001"))
    charge_grants(mandate_id=mandate.pk, by=by, at=NOON)

    charge_entries(entry_ids=[entry_of(mandate).pk], payer=own_money(mandate), by=by, at=NOON)

    assert entry_of(mandate).uncharged_ore == 0
    assert charged_to_grant() == CAP_ORE


def test_nobody_passes_the_cap_by_hand_and_the_error_says_how_much_is_left(mandate, by):
    imported(mandate, ledger_row(1, kronor="2 999 999"), ledger_row(2, kronor="2"))
    charge_grants(mandate_id=mandate.pk, by=by, at=NOON)
    second = entry_of(mandate, "2")

    with pytest.raises(CapReachedError) as refused:
        charge_entry(entry_id=second.pk, payer=grant_of(mandate), amount_ore=100, by=by, at=NOON)

    assert refused.value.left_ore == 0
    assert Entry.objects.filter(event="finance.entry.charged").count() == 0


def test_a_correction_gives_room_again(mandate, by):
    imported(mandate, ledger_row(1, kronor="3 000 000"))
    charge_grants(mandate_id=mandate.pk, by=by, at=NOON)
    imported(mandate, ledger_row(2, kronor="−500"), ledger_row(3, kronor="700"))

    outcome = charge_grants(mandate_id=mandate.pk, by=by, at=NOON)

    assert charged_to_grant() == CAP_ORE
    assert outcome.left_ore == 20_000


def test_a_correction_alone_never_takes_the_grant_below_zero(mandate, by):
    imported(mandate, ledger_row(1, kronor="-500"))

    outcome = charge_grants(mandate_id=mandate.pk, by=by, at=NOON)

    assert (outcome.charged_count, outcome.left_ore) == (0, -50_000)
    with pytest.raises(CapReachedError):
        charge_entry(entry_id=entry_of(mandate).pk, payer=grant_of(mandate), by=by, at=NOON)


def test_only_costs_of_the_grants_year_are_charged_to_it(mandate, by):
    imported(mandate, ledger_row(1, day=date(2015, 1, 2)))
    row = entry_of(mandate)

    outcome = charge_grants(mandate_id=mandate.pk, by=by, at=NOON)

    assert (outcome.charged_count, outcome.left_count) == (0, 1)
    with pytest.raises(WrongYearError):
        charge_entry(entry_id=row.pk, payer=grant_of(mandate), by=by, at=NOON)


def test_a_row_is_never_paid_twice(mandate, by):
    imported(mandate, ledger_row(1))
    row = entry_of(mandate)
    charge_entry(entry_id=row.pk, payer=grant_of(mandate), amount_ore=60_000, by=by, at=NOON)

    with pytest.raises(MoreThanBookedError) as refused:
        charge_entry(entry_id=row.pk, payer=own_money(mandate), amount_ore=40_001, by=by, at=NOON)

    assert refused.value.open_ore == 40_000


def test_a_row_that_nobody_has_mapped_is_charged_to_nobody(mandate, by):
    imported(mandate, ledger_row(1, account="1930"))

    with pytest.raises(NotMappedError):
        charge_entry(entry_id=entry_of(mandate).pk, payer=grant_of(mandate), by=by, at=NOON)


def test_money_is_never_shared_between_mandates(mandate, by):
    imported(mandate, ledger_row(1))
    other = MandateFactory()

    for payer in (grant_of(other), own_money(other)):
        with pytest.raises(NotOfMandateError):
            charge_entry(entry_id=entry_of(mandate).pk, payer=payer, by=by, at=NOON)


def test_planned_money_pays_for_nothing(mandate, by):
    imported(mandate, ledger_row(1))
    mandate.grants.update(kind="planned")

    assert charge_grants(mandate_id=mandate.pk, by=by, at=NOON).charged_count == 0
    with pytest.raises(NotUsableGrantError):
        charge_entry(entry_id=entry_of(mandate).pk, payer=grant_of(mandate), by=by, at=NOON)


def test_a_charge_is_moved_to_another_source_with_its_reason(mandate, by):
    imported(mandate, ledger_row(1))
    charge = charge_entry(entry_id=entry_of(mandate).pk, payer=grant_of(mandate), by=by, at=NOON)

    move_charge(
        charge_id=charge.pk, payer=own_money(mandate), because="Hör till driften", by=by, at=NOON
    )

    charge.refresh_from_db()
    assert charge.withdrawn_because == "Hör till driften"
    assert charged_to_grant() == 0
    assert entry_of(mandate).uncharged_ore == 0


def test_a_charge_that_can_not_be_moved_stays_where_it_is(mandate, by):
    imported(mandate, ledger_row(1, day=date(2015, 2, 1)))
    charge = charge_entry(entry_id=entry_of(mandate).pk, payer=own_money(mandate), by=by, at=NOON)

    with pytest.raises(WrongYearError):
        move_charge(charge_id=charge.pk, payer=grant_of(mandate), because="x", by=by, at=NOON)

    charge.refresh_from_db()
    assert charge.withdrawn_at is None


def test_a_charge_is_withdrawn_once(mandate, by):
    imported(mandate, ledger_row(1))
    charge = charge_entry(entry_id=entry_of(mandate).pk, payer=grant_of(mandate), by=by, at=NOON)
    withdraw_charge(charge_id=charge.pk, because="Fel faktura", by=by, at=NOON)

    with pytest.raises(AlreadyWithdrawnError):
        withdraw_charge(charge_id=charge.pk, because="igen", by=by, at=NOON)

    assert entry_of(mandate).uncharged_ore == 100_000


def test_withdrawing_a_cost_that_a_correction_leans_on_is_refused(mandate, by):
    imported(mandate, ledger_row(1), ledger_row(2, kronor="-400"))
    charge_grants(mandate_id=mandate.pk, by=by, at=NOON)
    cost = Charge.objects.get(amount_ore__gt=0)

    with pytest.raises(CapReachedError):
        withdraw_charge(charge_id=cost.pk, because="x", by=by, at=NOON)

    assert charged_to_grant() == 60_000


REFUSED_BY_THE_DATABASE = {
    "a sum on the grant": lambda: GrantAccount.objects.update(charged_ore=0),
    "a sum on the row": lambda: LedgerEntry.objects.update(charged_ore=0),
    "another amount": lambda: LedgerEntry.objects.update(amount_ore=1),
    "another day": lambda: LedgerEntry.objects.update(booked_on=date(2013, 1, 1)),
    "a deleted row": lambda: LedgerEntry.objects.all().delete(),
    "a deleted charge": lambda: Charge.objects.all().delete(),
    "another amount of a charge": lambda: Charge.objects.update(amount_ore=1),
}


@pytest.mark.parametrize("write", REFUSED_BY_THE_DATABASE.values(), ids=REFUSED_BY_THE_DATABASE)
def test_what_was_booked_and_charged_is_not_rewritten(mandate, by, write):
    imported(mandate, ledger_row(1))
    charge_grants(mandate_id=mandate.pk, by=by, at=NOON)

    with pytest.raises(IntegrityError), transaction.atomic():
        write()


@pytest.mark.parametrize("change", [{"amount_ore": 99_999}, {"year": 2015}, {"kind": "planned"}])
def test_a_grant_never_falls_below_what_it_has_been_charged(mandate, by, change):
    imported(mandate, ledger_row(1))
    charge_grants(mandate_id=mandate.pk, by=by, at=NOON)

    with pytest.raises(IntegrityError), transaction.atomic():
        mandate.grants.update(**change)


def test_a_raised_cap_gives_room(mandate, by):
    imported(mandate, ledger_row(1, kronor="3 000 001"))
    charge_grants(mandate_id=mandate.pk, by=by, at=NOON)
    mandate.grants.update(amount_ore=CAP_ORE + 100)

    outcome = charge_grants(mandate_id=mandate.pk, by=by, at=NOON)

    assert (outcome.charged_ore, outcome.left_ore) == (100, 0)
