"""The whole way of the money through the pages: XLSX, SIE, requisition, account, repayment."""

from uuid import uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from tests.finance.factories import HEADING, NOON, ledger_row
from tests.finance.test_money_pages import statement_form
from tests.mandate.factories import CoordinatorFactory, MandateFactory
from varn.finance.models import GrantStatement, LedgerImport
from varn.kernel.documents import extract_text
from varn.kernel.files import kept_file
from varn.kernel.tables import write_xlsx
from varn.mandate.choices import DocumentKind

pytestmark = pytest.mark.django_db
# Two vouchers that balance; the cost stands in the account's own row.
SIE = b"""#FLAGGA 0
#FORMAT PC8
#SIETYP 4
#KONTO 5910 "Annonser"
#VER B 1 20140610 "Annons"
{
#TRANS 5910 {} 1234.56
#TRANS 1930 {} -1234.56
}
"""


@pytest.fixture(params=["sv", "en"])
def officer(request, client):
    """Somebody with every permission, who reads the pages in one of the languages."""
    client.force_login(CoordinatorFactory(language=request.param))
    with translation.override(request.param), time_machine.travel(NOON, tick=False):
        yield client


def post(officer, name, *arguments, **values):
    answer = officer.post(reverse(f"finance:{name}", args=arguments), values)
    assert answer.status_code == 302, answer.content.decode()
    return answer


def bring_in(officer, mandate, name, data):
    post(officer, "ledger_import", mandate.pk, file=SimpleUploadedFile(name, data))
    post(officer, "import_apply", LedgerImport.objects.latest("pk").pk)


def rule(officer, mandate, *, first, last, cost_type, priority):
    values = {"account_from": first, "account_to": last, "cost_type": cost_type}
    post(officer, "rule_add", mandate.pk, **values, priority=priority, submission=uuid4())


def freeze(officer, grant, kind, **values):
    post(officer, "document_freeze", grant.mandate_id, kind, grant.pk, **statement_form(**values))
    return GrantStatement.objects.latest("document__number")


def test_the_money_adds_up_from_the_ledger_to_the_repayment(officer):
    mandate = MandateFactory()
    grant = mandate.grants.get(year=2014)
    rule(officer, mandate, first="5800", last="5899", cost_type="travel", priority=1)
    rule(officer, mandate, first="5900", last="5999", cost_type="communication", priority=2)
    xlsx = write_xlsx([HEADING, ledger_row("1", kronor="2 000 000,01")], title="Huvudbok")
    bring_in(officer, mandate, "huvudbok.xlsx", xlsx)
    bring_in(officer, mandate, "huvudbok.se", SIE)
    post(officer, "charge_by_grants", mandate.pk)

    asked = freeze(officer, grant, DocumentKind.REQUISITION, asked_ore="2 500 000")
    repaid = freeze(officer, grant, DocumentKind.REPAYMENT)
    account = freeze(officer, grant, DocumentKind.FINANCIAL_ACCOUNT, languages="en")

    used = 200_000_001 + 123_456
    assert asked.amount_ore == 250_000_000
    assert account.amount_ore == used
    assert repaid.amount_ore + used == asked.amount_ore
    file = account.document.files.get(language="en", file_name__endswith=".pdf")
    text = extract_text(kept_file(file.sha256).read_bytes(), filename="account.pdf").text
    assert "2,001,234.57" in text
    assert officer.get(reverse("finance:money", args=[mandate.pk])).status_code == 200
