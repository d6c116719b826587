"""What people may do with a mandate's money, in any order, against the real database."""

from contextlib import suppress
from datetime import date
from itertools import count

from django.db import IntegrityError, connection, transaction
from django.db.models import F, Q, Sum
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.finance.factories import (
    CAP_ORE,
    NOON,
    MandateFactory,
    imported,
    ledger_csv,
    ledger_row,
    made_rule,
)
from varn.finance.actions import (
    AlreadyImportedError,
    CapReachedError,
    MoreThanBookedError,
    NotMappedError,
    Payer,
    WrongYearError,
    charge_entry,
    charge_grants,
    import_ledger,
    move_charge,
    name_source,
    preview_ledger,
    withdraw_charge,
)
from varn.finance.choices import SourceKind
from varn.finance.models import Charge, GrantAccount, LedgerEntry
from varn.finance.queries.standing import money_standing

REFUSED = (CapReachedError, MoreThanBookedError, NotMappedError, WrongYearError)
ORE = st.integers(-CAP_ORE, CAP_ORE).filter(bool) | st.integers(-100_000, 100_000).filter(bool)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["5810", "5010", "1930"]),
        ORE,
        st.sampled_from([date(2014, 3, 1), date(2014, 12, 31), date(2015, 1, 1)]),
    ),
    min_size=1,
    max_size=4,
)
PICK = st.integers(0, 1_000)


def kronor(ore):
    return f"{'-' if ore < 0 else ''}{abs(ore) // 100},{abs(ore) % 100:02d}"


def machine():
    """The machine over a new mandate."""
    mandate = MandateFactory()
    made_rule(mandate)
    return type("Machine", (MoneyMachine,), {"mandate": mandate})


class MoneyMachine(RuleBasedStateMachine):
    """Imports, corrections, charges, moves and withdrawals: no cap is passed, no öre is lost."""

    mandate = None  # made once, with its rule and its grant of 2014; each run is undone

    def __init__(self):
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.vouchers = count(1)
        self.files = []
        self.booked_ore = 0

    def teardown(self):
        connection.set_rollback(True)
        self.undo.__exit__(None, None, None)

    @initialize()
    def a_mandate(self):
        self.by = self.mandate.started_by
        self.grant = self.mandate.grants.get()
        source = name_source(
            mandate_id=self.mandate.pk, name="Anslaget", kind=SourceKind.ADMINISTRATION,
            by=self.by, at=NOON,
        )  # fmt: skip
        self.payers = [Payer(grant_id=self.grant.pk), Payer(source_id=source.pk)]

    @rule(rows=ROWS)
    def bring_in(self, rows):
        made = [
            ledger_row(next(self.vouchers), day, account, kronor(ore)) for account, ore, day in rows
        ]
        self.files.append((made, sum(ore for _account, ore, _day in rows)))
        self.booked_ore += sum(ore for _account, ore, _day in rows)
        imported(self.mandate, *made)

    @rule(pick=PICK, rows=ROWS)
    def bring_in_again_with_more(self, pick, rows):
        """An overlapping extract: the old rows are there, the new ones are added."""
        if self.files:
            known, _ore = self.files[pick % len(self.files)]
            made = [
                ledger_row(next(self.vouchers), day, account, kronor(ore))
                for account, ore, day in rows
            ]
            self.booked_ore += sum(ore for _account, ore, _day in rows)
            imported(self.mandate, *known, *made)

    @rule(pick=PICK)
    def bring_in_the_same_again(self, pick):
        if self.files:
            known, _ore = self.files[pick % len(self.files)]
            data = ledger_csv(*known)
            read = preview_ledger(
                mandate_id=self.mandate.pk, file_name="x.csv", data=data, by=self.by, at=NOON
            )
            with suppress(AlreadyImportedError):
                import_ledger(import_id=read.pk, by=self.by, at=NOON)

    @rule()
    def charge_what_fits(self):
        charge_grants(mandate_id=self.mandate.pk, by=self.by, at=NOON)

    @rule(pick=PICK, payer=st.integers(0, 1), amount=st.none() | ORE)
    def charge_a_row(self, pick, payer, amount):
        rows = list(LedgerEntry.objects.filter(mandate=self.mandate).order_by("pk"))
        if rows:
            self._try(
                charge_entry,
                entry_id=rows[pick % len(rows)].pk,
                payer=self.payers[payer],
                amount_ore=amount,
            )

    @rule(pick=PICK, payer=st.integers(0, 1))
    def move(self, pick, payer):
        if charge := self._standing_charge(pick):
            self._try(move_charge, charge_id=charge.pk, payer=self.payers[payer], because="Flyttad")

    @rule(pick=PICK)
    def withdraw(self, pick):
        if charge := self._standing_charge(pick):
            self._try(withdraw_charge, charge_id=charge.pk, because="Fel")

    @rule(amount=st.integers(1, CAP_ORE * 2))
    def the_government_changes_the_amount(self, amount):
        try:
            with transaction.atomic():
                self.mandate.grants.update(amount_ore=amount)
        except IntegrityError:
            assert GrantAccount.objects.get(grant=self.grant).charged_ore > amount

    @invariant()
    def no_cap_is_passed(self):
        charged = self._sum(Charge.objects.filter(grant__isnull=False), "amount_ore")
        account = GrantAccount.objects.filter(grant=self.grant).first()
        amount = self.mandate.grants.get().amount_ore

        assert 0 <= charged <= amount
        assert charged == (account.charged_ore if account else 0)
        assert account is None or account.limit_ore == amount

    @invariant()
    def no_ore_is_lost(self):
        rows = LedgerEntry.objects.filter(mandate=self.mandate)
        booked = rows.aggregate(ore=Sum("amount_ore", default=0))["ore"]
        by_grant = self._sum(Charge.objects.filter(grant__isnull=False), "amount_ore")
        by_others = self._sum(Charge.objects.filter(source__isnull=False), "amount_ore")
        still_open = rows.aggregate(ore=Sum(F("amount_ore") - F("charged_ore"), default=0))["ore"]

        assert booked == self.booked_ore == by_grant + by_others + still_open

    @invariant()
    def each_row_is_paid_once_at_most(self):
        rows = LedgerEntry.objects.filter(mandate=self.mandate).annotate(
            paid=Sum("charges__amount_ore", filter=Q(charges__withdrawn_at=None), default=0)
        )
        for row in rows:
            assert row.paid == row.charged_ore
            assert 0 <= abs(row.charged_ore) <= abs(row.amount_ore)

    @invariant()
    def the_page_says_the_same(self):
        standing = money_standing(self.mandate.pk, on=date(2020, 1, 1))
        charged = self._sum(Charge.objects.filter(grant__isnull=False), "amount_ore")

        assert standing.charged_ore == charged == sum(ore for _t, ore in standing.by_cost_type)
        assert standing.left_ore == standing.granted_ore - charged

    def _standing_charge(self, pick):
        standing = list(
            Charge.objects.filter(entry__mandate=self.mandate, withdrawn_at=None).order_by("pk")
        )
        return standing[pick % len(standing)] if standing else None

    def _sum(self, charges, field):
        of_mandate = charges.filter(entry__mandate=self.mandate, withdrawn_at=None)
        return of_mandate.aggregate(ore=Sum(field, default=0))["ore"]

    def _try(self, action, **values):
        with suppress(REFUSED):
            action(**values, by=self.by, at=NOON)
