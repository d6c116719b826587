"""The pages of the money: overview, budget, forecast, and what is sent."""

from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from tests.accounts.factories import NOON as EARLY
from tests.accounts.factories import MembershipFactory, UserFactory
from tests.finance.factories import CAP_ORE, NOON
from tests.finance.test_statements import charged, requisition
from tests.mandate.factories import ActivityFactory, CoordinatorFactory, MandateFactory
from varn.accounts.actions import load_roles
from varn.accounts.models import Role
from varn.finance.actions import ForecastValues, make_forecast
from varn.finance.models import Budget, Forecast, GrantStatement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_a_day")]


@pytest.fixture
def on_a_day():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def mandate():
    return MandateFactory()


@pytest.fixture
def grant(mandate):
    return mandate.grants.get(year=2014)


@pytest.fixture
def officer(client):
    person = CoordinatorFactory()
    client.force_login(person)
    return person


def page(client, name, *args, data=None, **query):
    address = reverse(f"finance:{name}", args=args, query=query or None)
    answer = client.get(address) if data is None else client.post(address, data)
    answer.text_ = " ".join(answer.content.decode(errors="replace").replace("\u00a0", " ").split())
    return answer


def line(**changes):
    known = {"target": "whole", "amount_ore": "1 000", "note": "", "submission": uuid4()}
    return known | changes


def statement_form(**changes):
    known = {
        "asked_ore": "3 000 000",
        "addressee": "Socialstyrelsen",
        "own_registry_number": "801-4321-2014",
        "dated_on": "2014-11-20",
        "signed_by": "Eva Exempel",
        "signed_title": "länsråd",
        "languages": "sv",
        "submission": uuid4(),
    }
    return known | changes


def test_the_money_is_told_in_words(client, officer, mandate, grant):
    charged(mandate, grant, "1 000 000,00", "500 000,50")

    text = page(client, "money", mandate.pk).text_

    assert "1 499 999,50 kr kvar av 3 000 000 kr" in text
    assert "I den här takten" in text


def test_a_forecast_that_passes_the_grant_warns(client, officer, mandate, grant):
    make_forecast(
        mandate_id=mandate.pk,
        values=ForecastValues(
            grant_id=grant.pk,
            amount_ore=CAP_ORE + 5_000_000,
            reason="Dyrare lokaler",
            made_on=date(2014, 11, 1),
        ),
        submission=uuid4(),
        by=officer,
        at=NOON,
    )

    text = page(client, "money", mandate.pk).text_

    assert "50 000 kr att saknas" in text
    assert "Dyrare lokaler" in text


def test_a_budget_above_the_grant_is_refused_in_words(client, officer, mandate, grant):
    first = page(
        client, "budget_add", mandate.pk, data=line(payer=grant.pk, amount_ore="2 999 000")
    )
    refused = page(client, "budget_add", mandate.pk, data=line(payer=grant.pk, amount_ore="1 001"))

    assert first.status_code == 302
    assert refused.status_code == 422
    assert "1 000 kr" in refused.text_
    assert Budget.objects.count() == 1


def test_another_source_of_the_budget_is_named(client, officer, mandate):
    unnamed = page(client, "budget_add", mandate.pk, data=line(payer="other"))
    named = page(client, "budget_add", mandate.pk, data=line(payer="other", note="Anslaget 5:1"))

    assert (unnamed.status_code, named.status_code) == (422, 302)


def test_a_line_is_changed_and_removed(client, officer, mandate, grant):
    page(client, "budget_add", mandate.pk, data=line(payer=grant.pk))
    made = Budget.objects.get()

    changed = page(
        client, "budget_edit", made.pk, data=line(payer=grant.pk, amount_ore="5", version=1)
    )
    stale = page(
        client, "budget_edit", made.pk, data=line(payer=grant.pk, amount_ore="6", version=1)
    )
    removed = page(client, "budget_remove", made.pk, 2, data={})

    assert (changed.status_code, stale.status_code, removed.status_code) == (302, 409, 302)
    assert not Budget.objects.exists()


def test_a_budget_line_for_an_activity_stands_beside_its_costs(client, officer, mandate, grant):
    charged(mandate, grant, "1 000,00", "500,00")
    activity = mandate.requirements.exclude(assignment=None).first().activities.get()
    page(
        client,
        "budget_add",
        mandate.pk,
        data=line(payer=grant.pk, target=f"activity-{activity.pk}", amount_ore="900"),
    )

    text = page(client, "budget", mandate.pk).text_

    assert activity.title in text
    assert "Över budget" in text


def test_a_forecast_needs_its_reason(client, officer, mandate, grant):
    form = {"grant": grant.pk, "amount_ore": "2 900 000", "reason": "", "submission": uuid4()}

    refused = page(client, "forecast_make", mandate.pk, data=form)
    made = page(client, "forecast_make", mandate.pk, data=form | {"reason": "Två resor till"})

    assert (refused.status_code, made.status_code) == (422, 302)
    assert "Två resor till" in page(client, "forecast_list", mandate.pk).text_
    assert Forecast.objects.count() == 1


def test_a_requisition_is_looked_at_frozen_and_sent(client, officer, mandate, grant):
    where = (mandate.pk, "requisition", grant.pk)
    prepared = page(client, "document_prepare", *where)
    shown = page(client, "document_preview", *where, data=statement_form())

    frozen = page(client, "document_freeze", *where, data=statement_form())

    assert "Socialstyrelsen" in prepared.text_
    assert shown.content.startswith(b"%PDF-")
    made = GrantStatement.objects.get()
    assert frozen.headers["Location"] == reverse("finance:document_detail", args=[made.pk])
    obligation = mandate.obligations.get(kind="requisition")
    sent = page(
        client,
        "document_sent",
        made.pk,
        data={"obligation": obligation.pk, "sent_on": "2014-11-20"},
    )
    assert sent.status_code == 302
    obligation.refresh_from_db()
    assert obligation.document_id == made.pk
    assert "Skickad den 20 november 2014" in page(client, "document_detail", made.pk).text_


def test_asking_for_too_much_says_what_is_left(client, officer, mandate, grant):
    form = statement_form(asked_ore="3 000 000,01")

    refused = page(client, "document_freeze", mandate.pk, "requisition", grant.pk, data=form)

    assert refused.status_code == 422
    assert "3 000 000 kr av bidraget" in refused.text_
    assert "Eva Exempel" in refused.text_


def test_a_frozen_documents_files_come_as_they_were_kept(client, officer, grant):
    made = requisition(grant)
    file = made.document.files.get(file_name__endswith=".docx")

    answer = client.get(reverse("finance:document_file", args=[made.pk, file.pk]))

    assert b"".join(answer.streaming_content)[:2] == b"PK"
    assert file.file_name in answer.headers["Content-Disposition"]


def test_a_document_is_mended_by_a_new_one(client, officer, mandate, grant):
    wrong = requisition(grant)
    address = reverse("finance:document_freeze", args=[mandate.pk, "requisition", grant.pk])

    answer = client.post(f"{address}?replaces={wrong.pk}", statement_form(asked_ore="2 000 000"))

    assert answer.status_code == 302
    assert "Ersatt" in page(client, "document_detail", wrong.pk).text_


def test_only_an_authorised_officer_freezes(client, mandate, grant):
    load_roles(at=EARLY)
    person = UserFactory()
    MembershipFactory(user=person, role=Role.objects.get(slug="national-coordinator"))
    client.force_login(person)
    where = (mandate.pk, "requisition", grant.pk)

    prepared = page(client, "document_prepare", *where)
    frozen = page(client, "document_freeze", *where, data=statement_form())

    assert (
        "Lås dokumentet"
        not in prepared.text_.split("<main")[1].split("</form>")[0].split("<button", 1)[1]
    )
    assert frozen.status_code == 403
    assert not GrantStatement.objects.exists()


@pytest.mark.parametrize(
    ("name", "most"), [("money", 26), ("budget", 18), ("forecast_list", 14), ("document_list", 20)]
)
def test_pages_ask_as_many_questions_whatever_there_is(
    client, officer, grant, name, most, django_assert_max_num_queries
):
    mandate = grant.mandate
    client.get(reverse(f"finance:{name}", args=[mandate.pk]))
    for _number in range(3):
        ActivityFactory(requirement=mandate.requirements.first())
        requisition(grant, 100)
        Budget.objects.create(
            mandate=mandate,
            grant=grant,
            amount_ore=100,
            submission=uuid4(),
            changed_by=officer,
            changed_at=NOON,
        )

    with django_assert_max_num_queries(most):
        answer = client.get(reverse(f"finance:{name}", args=[mandate.pk]))

    assert answer.status_code == 200
