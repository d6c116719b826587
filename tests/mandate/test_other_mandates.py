"""Six real decisions to other agencies, run to the end: the product isn't made for one letter."""

import json
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.mandate.factories import (
    PDF,
    CoordinatorFactory,
    DutyBearerFactory,
    PlaceFactory,
    activity_values,
    assessment_values,
)
from varn.directory.actions import load_directory
from varn.final_report.queries.reports import report_content
from varn.mandate.actions import (
    NewFile,
    NotCompleteError,
    OutgoingFileData,
    ResultValues,
    add_activity,
    add_fact,
    assess_child_rights,
    complete_activity,
    confirm_all_clear_facts,
    confirm_fact,
    freeze_document,
    fulfil_obligation,
    judge_requirement,
    record_result,
    remove_fact,
    start_mandate,
    upload_decision,
)
from varn.mandate.choices import DecisionKind, DocumentKind, FactKind, FactState, Judgement, Missing
from varn.mandate.models import Mandate
from varn.mandate.queries.progress import progress
from varn.mandate.rules.outgoing import fitting_kinds

OTHERS = Path(__file__).resolve().parents[3] / "shared" / "decisions" / "others"
DECISIONS = sorted(path for path in OTHERS.glob("*.json") if path.stem[:2] not in ("05", "26"))
AT = datetime(2024, 3, 1, 12, tzinfo=UTC)
ONE_ONLY = {
    Missing.ONE_REGISTRY_NUMBER: FactKind.REGISTRY_NUMBER,
    Missing.ONE_TITLE: FactKind.TITLE,
    Missing.ONE_DECIDED_ON: FactKind.DECIDED_ON,
}

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not DECISIONS, reason="the real decisions aren't here"),
]


@pytest.fixture(autouse=True)
def directory():
    load_directory(at=AT)


@pytest.fixture
def by():
    return CoordinatorFactory()


def taken_in(path, by):
    text = path.with_suffix(".txt")
    return upload_decision(data=text.read_bytes(), file_name=text.name, by=by, at=AT)


def settled(decision, known, by):
    """Every fact confirmed, one of each kept where there must be one, and the missing added."""
    confirm_all_clear_facts(decision_id=decision.pk, by=by, at=AT)
    for fact in decision.facts.filter(state=FactState.PROPOSED).order_by("pk"):
        confirm_fact(fact_id=fact.pk, version=fact.version, by=by, at=AT)
    try:
        return start_mandate(decision_id=decision.pk, by=by, at=AT)
    except NotCompleteError as error:
        for lacking in error.missing:
            supply(decision, lacking, known, by)
    return start_mandate(decision_id=decision.pk, by=by, at=AT)


def supply(decision, lacking, known, by):
    """What a person does about one thing that stands in the way."""
    if kind := ONE_ONLY.get(lacking):
        kept = decision.facts.filter(kind=kind).exclude(state=FactState.REMOVED)
        for fact in kept.order_by("-position")[1:]:
            remove_fact(fact_id=fact.pk, version=fact.version, by=by, at=AT)
        return
    year = min(each["date"] for each in known["deadlines"])[:4] if known["deadlines"] else "2014"
    number = known["diary_number_known_only_from_url"] or f"X{known['id']}/1"
    kind, value = {
        Missing.REGISTRY_NUMBER: (
            FactKind.REGISTRY_NUMBER,
            {"text": number, "partly": False},
        ),
        Missing.DECIDED_ON: (
            FactKind.DECIDED_ON,
            {"day": known["decision_date"] or f"{year}-01-15"},
        ),
        Missing.TITLE: (FactKind.TITLE, {"text": known["title"]}),
    }[lacking]
    add_fact(decision_id=decision.pk, kind=kind, value=value, quote="", by=by, at=AT)


def started(path, by):
    known = json.loads(path.read_text(encoding="utf-8"))
    return settled(taken_in(path, by), known, by), known


def completed_activity(requirement, by):
    begins = requirement.mandate.decided_on
    activity = add_activity(
        requirement_id=requirement.pk,
        values=activity_values(
            starts_on=begins,
            duty_bearer_id=(requirement.mandate.holder or DutyBearerFactory()).pk,
        ),
        submission=uuid4(),
        by=by,
        at=AT,
    )
    assess_child_rights(
        activity_id=activity.pk, values=assessment_values(), version=0, by=by, at=AT
    )
    return complete_activity(
        activity_id=activity.pk, ended_on=begins + timedelta(days=30), version=1, by=by, at=AT
    )


def shown(activity, by):
    values = ResultValues(
        title="Genomfört",
        description="",
        place_id=PlaceFactory().pk,
        occurred_on=activity.starts_on + timedelta(days=20),
    )
    return record_result(
        activity_id=activity.pk,
        values=values,
        files=[NewFile(name="protokoll.pdf", data=PDF)],
        submission=uuid4(),
        by=by,
        at=AT,
    )


def sent(obligation, by):
    mandate = obligation.mandate
    document = freeze_document(
        mandate_id=mandate.pk,
        kind=fitting_kinds(obligation.kind)[0],
        title="Skrivelse",
        own_registry_number="1",
        addressee=obligation.addressee or "Regeringskansliet",
        dated_on=AT.date(),
        signed_by="",
        content={},
        files=[OutgoingFileData(name="a.txt", data=mandate.registry_number.encode())],
        by=by,
        at=AT,
    )
    return fulfil_obligation(
        obligation_id=obligation.pk, document_id=document.pk, sent_on=AT.date(), by=by, at=AT
    )


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_real_decision_is_run_as_a_mandate_of_its_own_agency(path, by):
    mandate, known = started(path, by)
    requirement = next(row for row in progress(mandate).rows if not row.is_formal).requirement

    result = shown(completed_activity(requirement, by), by)
    judge_requirement(
        requirement_id=requirement.pk,
        judgement=Judgement.MET,
        because="",
        version=1,
        by=by,
        at=AT,
    )
    for obligation in mandate.obligations.all():
        if fitting_kinds(obligation.kind):
            sent(obligation, by)

    content = report_content(mandate.registry_number)
    assert mandate.title == known["title"]
    assert mandate.assignments.count() >= 1
    assert progress(mandate).met == 1
    assert result.title in str(content.requirements)
    assert mandate.holder_name == ", ".join(known["recipients"] or [])
    assert {each.fulfilled_at for each in mandate.obligations.exclude(kind="period_end")} == {AT}


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_every_page_of_a_real_mandate_opens(path, by, client):
    mandate, known = started(path, by)
    requirement = mandate.requirements.order_by("number").first()
    client.force_login(by)

    page = client.get(reverse("mandate:mandate_detail", args=[mandate.pk]))
    others = [
        client.get(reverse(f"mandate:{name}", args=[pk])).status_code
        for name, pk in (
            ("requirement_detail", requirement.pk),
            ("requirement_judge", requirement.pk),
            ("activity_add", requirement.pk),
            ("activity_list", mandate.pk),
            ("work_import_list", mandate.pk),
            ("link_add", mandate.pk),
        )
    ]

    assert known["title"] in unescape(page.text)
    assert set(others) == {200}


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_formal_requirement_is_met_once_its_obligations_are_done(path, by):
    mandate, _known = started(path, by)
    formal = [row for row in progress(mandate).rows if row.obligations]

    for row in formal:
        assert not row.may_be_met
        for obligation in mandate.obligations.filter(fulfilled_at=None):
            if fitting_kinds(obligation.kind):
                sent(obligation, by)
        break

    assert all(row.may_be_met for row in progress(mandate).rows if row.obligations)


def test_the_six_live_side_by_side_with_their_own_days_and_money(by):
    mandates = [started(path, by)[0] for path in DECISIONS]

    expected = [json.loads(path.read_text(encoding="utf-8")) for path in DECISIONS]
    assert Mandate.objects.count() == len(mandates) == 6
    for mandate, known in zip(mandates, expected, strict=True):
        days = {date.fromisoformat(each["date"]) for each in known["deadlines"] or []}
        assert days <= set(mandate.obligations.values_list("due_on", flat=True))
        amounts = [each["sek"] * 100 for each in known["amounts"] or []]
        assert sorted(mandate.grants.values_list("amount_ore", flat=True)) == sorted(amounts)


def test_appropriation_directions_do_not_become_a_mandate(by):
    decision = taken_in(OTHERS / "05-regleringsbrev-anslag-5-3-2012.json", by)

    assert decision.kind == DecisionKind.APPROPRIATION_DIRECTIONS
    with pytest.raises(NotCompleteError):
        start_mandate(decision_id=decision.pk, by=by, at=AT)


def test_documents_of_several_kinds_fit_the_days_of_real_decisions(by):
    kinds = {
        obligation.kind
        for path in DECISIONS
        for obligation in started(path, by)[0].obligations.all()
    }

    assert len(kinds) >= 4
    assert all(
        DocumentKind.LETTER in fitting_kinds(kind) or not fitting_kinds(kind) for kind in kinds
    )
