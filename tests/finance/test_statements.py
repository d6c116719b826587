"""Requisition, repayment and financial account, to the öre."""

import io
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pikepdf
import pytest
from django.db import IntegrityError, transaction
from pypdf import PdfReader

from tests.finance.factories import CAP_ORE, NOON, imported, ledger_row, made_rule
from tests.mandate.factories import ActivityFactory, CoordinatorFactory, MandateFactory
from varn.audit.models import Entry
from varn.finance.actions import (
    AlreadyReplacedError,
    FiguresDifferError,
    MoreThanGrantedError,
    NothingAskedError,
    Payer,
    Signing,
    StatementValues,
    UsedMoreThanRequisitionedError,
    charge_entries,
    name_source,
    state_grant,
    withdraw_charge,
)
from varn.finance.choices import CostType, SourceKind
from varn.finance.models import Charge, GrantStatement, LedgerEntry
from varn.finance.queries.statements import changed_ore, documents, grant_figures, statement
from varn.finance.rules.figures import ensure_adds_up
from varn.kernel.documents import extract_text
from varn.kernel.files import kept_file
from varn.mandate.actions import fulfil_obligation
from varn.mandate.choices import DocumentKind

pytestmark = pytest.mark.django_db

SIGNING = Signing(
    own_registry_number="801-4321-2014",
    addressee="Socialstyrelsen",
    dated_on=date(2014, 11, 20),
    signed_by="Eva Exempel",
    signed_title="länsråd",
    account="bankgiro 123-4567",
)


@pytest.fixture
def mandate():
    return MandateFactory()


@pytest.fixture
def grant(mandate):
    return mandate.grants.get(year=2014)


def made(grant, kind, *, submission=None, **values):
    return state_grant(
        mandate_id=grant.mandate_id,
        grant_id=grant.pk,
        values=StatementValues(**{"kind": kind, "signing": SIGNING} | values),
        submission=submission or uuid4(),
        by=CoordinatorFactory(),
        at=NOON,
    )


def requisition(grant, ore=CAP_ORE, **values):
    return made(grant, DocumentKind.REQUISITION, asked_ore=ore, **values)


def charged(mandate, grant, *kronor):
    """Vouchers that the grant pays for; half of them for an activity."""
    activity = ActivityFactory(requirement=mandate.requirements.exclude(assignment=None).first())
    made_rule(mandate, account_from="5810", account_to="5810", activity_id=activity.pk)
    made_rule(mandate, account_from="5900", account_to="5999", cost_type=CostType.OTHER, priority=2)
    rows = [
        ledger_row(str(number), account="5810" if number % 2 else "5910", kronor=amount)
        for number, amount in enumerate(kronor, start=1)
    ]
    imported(mandate, *rows)
    ids = list(LedgerEntry.objects.filter(mandate=mandate).values_list("pk", flat=True))
    charge_entries(entry_ids=ids, payer=Payer(grant_id=grant.pk), by=CoordinatorFactory(), at=NOON)


def test_the_money_adds_up_to_the_ore_from_import_to_repayment(mandate, grant):
    charged(mandate, grant, "1 999 999,99", "865 432,12")

    asked = requisition(grant)
    repaid = made(grant, DocumentKind.REPAYMENT)
    account = made(grant, DocumentKind.FINANCIAL_ACCOUNT)

    assert asked.amount_ore == CAP_ORE
    assert repaid.amount_ore == CAP_ORE - 286_543_211
    assert account.amount_ore == 286_543_211
    figures = account.document.content["figures"]
    for division in ("by_cost_type", "by_assignment", "by_account"):
        assert sum(share["amount_ore"] for share in figures[division]) == 286_543_211
    assert (account.requisitioned_ore, account.repaid_ore) == (CAP_ORE, repaid.amount_ore)


def test_no_more_is_asked_for_than_is_granted(grant):
    requisition(grant, CAP_ORE - 100)

    with pytest.raises(MoreThanGrantedError) as refused:
        requisition(grant, 101)

    assert refused.value.left_ore == 100
    assert requisition(grant, 100).requisitioned_ore == CAP_ORE


def test_a_requisition_asks_for_something(grant):
    with pytest.raises(NothingAskedError):
        requisition(grant, 0)


def test_nothing_left_to_repay_is_told_too(mandate, grant):
    charged(mandate, grant, "3 000 000,00")
    requisition(grant)

    repaid = made(grant, DocumentKind.REPAYMENT)

    assert repaid.amount_ore == 0
    assert "Inget återstår att återbetala" in text_of(repaid, ".pdf")


@pytest.mark.parametrize("kind", [DocumentKind.REPAYMENT, DocumentKind.FINANCIAL_ACCOUNT])
def test_what_is_used_was_asked_for_first(mandate, grant, kind):
    charged(mandate, grant, "2 000,00")
    requisition(grant, 150_000)

    with pytest.raises(UsedMoreThanRequisitionedError) as refused:
        made(grant, kind)

    assert refused.value.short_ore == 50_000


def test_a_division_that_does_not_add_up_is_named(mandate, grant):
    charged(mandate, grant, "2 000,00")
    figures = grant_figures(grant)

    with pytest.raises(FiguresDifferError) as refused:
        ensure_adds_up(replace(figures, by_account=()))

    assert refused.value.division == "account"


def test_what_was_sent_stays_and_later_changes_are_told(mandate, grant):
    charged(mandate, grant, "2 000,00", "300,50")
    requisition(grant)
    account = made(grant, DocumentKind.FINANCIAL_ACCOUNT)
    before = account.document.content

    last = Charge.objects.order_by("-pk").first()
    withdraw_charge(charge_id=last.pk, because="Fel projekt", by=CoordinatorFactory(), at=NOON)

    after = statement(account.pk)
    assert after.document.content == before
    assert changed_ore(after) == -last.amount_ore


def test_a_mended_document_takes_the_place_of_the_one_before(grant):
    wrong = requisition(grant, CAP_ORE)

    right = requisition(grant, 200_000_000, replaces=wrong.pk)

    assert right.requisitioned_ore == 200_000_000
    assert [each.amount_ore for each in documents(grant.mandate_id)] == [200_000_000]
    with pytest.raises(AlreadyReplacedError):
        requisition(grant, 1, replaces=wrong.pk)


def test_the_same_form_sent_twice_makes_one_document(grant):
    submission = uuid4()

    first = requisition(grant, 100, submission=submission)
    again = requisition(grant, 100, submission=submission)

    assert first.pk == again.pk
    assert GrantStatement.objects.count() == 1


def test_other_funding_stands_in_the_account(mandate, grant):
    charged(mandate, grant, "2 000,00")
    by = CoordinatorFactory()
    source = name_source(
        mandate_id=mandate.pk,
        name="Förvaltningsanslaget",
        kind=SourceKind.ADMINISTRATION,
        by=by,
        at=NOON,
    )
    imported(mandate, ledger_row("99", account="5910", kronor="12,34"))
    late = LedgerEntry.objects.get(voucher="99")
    charge_entries(entry_ids=[late.pk], payer=Payer(source_id=source.pk), by=by, at=NOON)
    requisition(grant)

    account = made(grant, DocumentKind.FINANCIAL_ACCOUNT)

    assert account.amount_ore == 200_000
    text = text_of(account, ".docx")
    assert "Förvaltningsanslaget" in text
    assert "12,34" in text


def text_of(made, ending):
    file = made.document.files.get(file_name__endswith=ending, language="sv")
    data = kept_file(file.sha256).read_bytes()
    return " ".join(extract_text(data, filename=file.file_name).text.split())


def test_its_files_cite_both_registry_numbers_in_both_languages(mandate, grant):
    made = requisition(grant, languages=("sv", "en"))

    files = made.document.files.order_by("file_name")

    assert {file.language for file in files} == {"sv", "en"}
    assert files.count() == 4
    for file in files:
        data = kept_file(file.sha256).read_bytes()
        text = extract_text(data, filename=file.file_name).text
        assert mandate.registry_number in text
        assert "801-4321-2014" in text


def test_the_registry_number_stands_on_every_page_of_a_tagged_pdf(mandate, grant):
    charged(mandate, grant, "2 000,00", "300,50")
    requisition(grant)
    account = made(grant, DocumentKind.FINANCIAL_ACCOUNT)

    file = account.document.files.get(file_name__endswith=".pdf")
    data = kept_file(file.sha256).read_bytes()

    pages = PdfReader(io.BytesIO(data)).pages
    assert len(pages) >= 2
    assert all(mandate.registry_number in page.extract_text() for page in pages)
    with pikepdf.open(io.BytesIO(data)) as opened, opened.open_metadata() as xmp:
        assert xmp["pdfuaid:part"] == "1"
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")
        assert opened.Root.MarkInfo.Marked


def test_sending_it_does_the_obligation(mandate, grant):
    obligation = mandate.obligations.get(kind="requisition")
    asked = requisition(grant)

    fulfil_obligation(
        obligation_id=obligation.pk,
        document_id=asked.pk,
        sent_on=SIGNING.dated_on,
        by=CoordinatorFactory(),
        at=NOON,
    )

    assert documents(mandate.pk)[0].sent_on == SIGNING.dated_on


def test_freezing_leaves_a_trace(grant):
    asked = requisition(grant, 100)

    events = set(Entry.objects.values_list("event", flat=True))
    assert {"finance.grant.stated", "mandate.document.frozen"} <= events
    assert GrantStatement.objects.get().pk == asked.pk


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"amount_ore": CAP_ORE + 1, "requisitioned_ore": CAP_ORE + 1}, "within_grant"),
        ({"charged_ore": 1}, "adds_up"),
        ({"kind": "repayment"}, "of_document"),
    ],
)
def test_the_database_refuses_figures_that_do_not_add_up(grant, changes, constraint):
    asked = requisition(grant, 100)
    second = requisition(grant, 100).document
    values = {"kind": "requisition", "amount_ore": 100, "requisitioned_ore": 300, "charged_ore": 0}
    copy = type(second).objects.get(pk=second.pk)
    copy.pk, copy.number = None, second.number + 1
    copy.save(force_insert=True)

    with (
        pytest.raises(IntegrityError, match=f"finance_statement_{constraint}"),
        transaction.atomic(),
    ):
        GrantStatement.objects.create(document=copy, grant=grant, repaid_ore=0, **values | changes)

    assert asked.grant.statements.count() == 2


def test_a_frozen_statement_is_never_changed(grant):
    asked = requisition(grant, 100)

    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        GrantStatement.objects.filter(pk=asked.pk).update(amount_ore=1)
