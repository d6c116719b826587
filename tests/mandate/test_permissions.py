import pytest
from django.urls import reverse

from tests.mandate.factories import (
    NOON,
    CoordinatorFactory,
    DecisionFactory,
    DocumentFactory,
    MandateFactory,
    ResultFactory,
    fulfil,
)
from varn.accounts.models import User
from varn.kernel.access import Guarded
from varn.kernel.tables import write_csv
from varn.mandate import urls
from varn.mandate.actions import link_mandate
from varn.mandate.actions.work_imports import preview_work
from varn.mandate.choices import DocumentKind, LinkKind, ObligationKind
from varn.mandate.forms.work_files import heading
from varn.mandate.models import DecisionFact

pytestmark = pytest.mark.django_db
WRITING = {"decision_upload", "fact_edit", "fact_add", "activity_add", "activity_edit",
           "result_record", "result_edit", "activity_complete", "activity_cancel",
           "activity_assess", "requirement_judge", "requirement_responsible", "link_add",
           "work_import_list", "obligation_fulfil"}  # fmt: skip


NOT_BY_ROLE = {"calendar_file", "calendar"}  # opened by its secret, or written by each reader


@pytest.fixture
def addresses():
    decision, result = DecisionFactory(), ResultFactory(with_evidence=True)
    mandate = result.activity.requirement.mandate
    by = CoordinatorFactory()
    link = link_mandate(
        mandate_id=mandate.pk,
        kind=LinkKind.AMENDS,
        registry_number="Ju2013/1492/PO",
        by=by,
        at=NOON,
    )
    file = write_csv([heading(), ["1", "Dag", "", "Barn", "", "", "", "", "2014-03-01"]])
    read = preview_work(
        mandate_id=mandate.pk, file_name="a.csv", content=file, today=NOON.date(), by=by, at=NOON
    )
    known = {
        "link_id": link.pk,
        "obligation_id": mandate.obligations.first().pk,
        "file_id": DocumentFactory(mandate=mandate, kind=DocumentKind.LETTER).files.get().pk,
        "import_id": read.pk,
        "file_type": "csv",
        "decision_id": decision.pk,
        "fact_id": DecisionFact.objects.filter(decision=decision).first().pk,
        "version": 1,
        "kind": "title",
        "mandate_id": mandate.pk,
        "requirement_id": result.activity.requirement_id,
        "activity_id": result.activity_id,
        "result_id": result.pk,
        "evidence_id": result.evidence.get().pk,
    }
    return {
        pattern.name: reverse(
            f"mandate:{pattern.name}",
            kwargs={name: known[name] for name in pattern.pattern.converters},
        )
        for pattern in urls.urlpatterns
        if pattern.name not in NOT_BY_ROLE
    }


def with_permissions(monkeypatch, *permissions):
    monkeypatch.setattr(User, "has_perm", lambda self, wanted, obj=None: wanted in permissions)
    return User.objects.create_user("roll@mandat.example", name="Roll")


def test_strangers_reach_nothing(client, addresses):
    for address in addresses.values():
        assert client.get(address).status_code == 302
        assert client.post(address).status_code == 403


def test_somebody_without_permission_reaches_nothing(client, addresses, monkeypatch):
    client.force_login(with_permissions(monkeypatch))

    for address in addresses.values():
        assert client.get(address).status_code == 403
        assert client.post(address).status_code == 403


def test_a_reader_sees_and_changes_nothing(client, addresses, monkeypatch):
    client.force_login(with_permissions(monkeypatch, "mandate.view"))
    open_to_readers = {
        pattern.name
        for pattern in urls.urlpatterns
        if pattern.callback.access.permission == "mandate.view"
    }

    for name, address in addresses.items():
        expected = 200 if name in open_to_readers else 403
        response = client.get(address)
        _read = list(response)  # a file closes when it has been read
        assert response.status_code == expected, name
        assert client.post(address).status_code in {403, 405}, name


def test_every_view_of_the_mandate_carries_a_guard():
    assert all(isinstance(pattern.callback, Guarded) for pattern in urls.urlpatterns)


def test_a_reader_is_offered_nothing_that_is_closed_to_them(client, addresses, monkeypatch):
    client.force_login(with_permissions(monkeypatch, "mandate.view"))
    closed = [addresses[name] for name in WRITING]

    for name in ("decision_list", "decision_reading", "mandate_list", "mandate_detail",
                 "requirement_detail", "activity_detail", "evidence_list"):  # fmt: skip
        text = client.get(addresses[name]).text
        assert not [address for address in closed if f'href="{address}"' in text], name


@pytest.mark.parametrize(
    ("kind", "needed"),
    [
        (DocumentKind.REQUISITION, "finance.view"),
        (DocumentKind.REPAYMENT, "finance.view"),
        (DocumentKind.FINANCIAL_ACCOUNT, "finance.view"),
        (DocumentKind.INTERIM_REPORT, "final_report.view"),
        (DocumentKind.FINAL_REPORT, "final_report.view"),
    ],
)
def test_money_and_reports_that_were_sent_open_only_to_those_who_may_read_them(
    client, monkeypatch, kind, needed
):
    document = DocumentFactory(kind=kind)
    address = reverse("mandate:outgoing_file", args=[document.files.get().pk])
    listed = reverse("mandate:document_list", args=[document.mandate_id])

    client.force_login(with_permissions(monkeypatch, "mandate.view"))
    assert client.get(address).status_code == 403
    assert address not in client.get(listed).text

    monkeypatch.setattr(User, "has_perm", lambda *a, **_: a[1] in {"mandate.view", needed})
    assert address in client.get(listed).text
    assert b"".join(client.get(address).streaming_content)


def test_an_obligation_done_with_a_requisition_gives_its_file_to_those_who_see_money(
    client, monkeypatch
):
    mandate = MandateFactory()
    done = fulfil(mandate.obligations.get(kind=ObligationKind.REQUISITION))
    page = reverse("mandate:obligation_detail", args=[done.pk])
    file = reverse("mandate:outgoing_file", args=[done.document.files.get().pk])

    client.force_login(with_permissions(monkeypatch, "mandate.view"))
    assert file not in client.get(page).text
    monkeypatch.setattr(User, "has_perm", lambda *a, **_: a[1] in {"mandate.view", "finance.view"})
    assert file in client.get(page).text
