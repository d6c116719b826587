"""The end of the demonstrated mandate: everything judged, accounted for, decided and sent."""

from datetime import UTC, date, datetime

import pytest

from varn.accounts.models import User
from varn.audit.models import Entry
from varn.final_report.actions import write_part
from varn.final_report.gateways.version_files import file_check
from varn.final_report.models import PartText
from varn.final_report.queries.versions import versions
from varn.final_report.rules.parts import PartKey
from varn.finance.models import Charge, GrantStatement
from varn.finance.queries.standing import money_standing
from varn.mandate.choices import OPEN_STATES, DocumentKind, Judgement
from varn.mandate.models import Activity, Evidence, Mandate, OutgoingDocument, Result
from varn.project.demonstration.content import INVENTED, activities, assessments, texts
from varn.project.demonstration.loading import load_demonstration

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
END = date(2015, 6, 1)
COUNTED = (Activity, Result, Evidence, Charge, GrantStatement, OutgoingDocument, PartText, Entry)
GRANTED_ORE = 300_000_000
REPAID_ORE = 11_747_955
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demonstration")]


def counts():
    return {model.__name__: model.objects.count() for model in COUNTED}


def loaded(day):
    load_demonstration(as_of=day)
    return Mandate.objects.get()


def test_the_mandate_runs_to_its_end(ground):
    mandate = loaded(END)
    before = counts()

    load_demonstration(as_of=END)

    assert counts() == before
    assert_everything_was_sent_in_time(mandate)
    assert_every_requirement_is_judged(mandate)
    assert_every_activity_ended(mandate)
    assert_the_money_adds_up_to_the_ore(mandate)
    assert_the_report_can_be_rebuilt(mandate)


def assert_everything_was_sent_in_time(mandate):
    obligations = mandate.obligations.select_related("document")
    assert {each.kind: each.sent_on for each in obligations} == {
        "requisition": date(2014, 11, 26),
        "financial_account": date(2015, 3, 26),
        "repayment": date(2015, 3, 26),
        "final_report": date(2015, 5, 29),
    }
    for each in obligations:
        assert each.sent_on < each.due_on
        assert each.document.kind == each.kind
        assert each.document.registry_number == mandate.registry_number
        assert each.document.files.exists()
        assert INVENTED in each.document.signed_by


def assert_every_requirement_is_judged(mandate):
    judged = list(mandate.requirements.values_list("judgement", "because", "judged_at"))
    assert len(judged) == 22
    assert all(because for _judgement, because, _at in judged)
    assert {judgement for judgement, _because, _at in judged} == set(Judgement.values)
    assert sum(judgement == Judgement.NOT_MET for judgement, _because, _at in judged) == 3
    last = sum(at.date() == date(2015, 5, 29) for _judgement, _because, at in judged)
    assert last == 3  # what the report says of itself, once it is sent


def assert_every_activity_ended(mandate):
    ended = Activity.objects.filter(requirement__mandate=mandate)
    assert not ended.filter(state__in=OPEN_STATES).exists()
    assert ended.filter(child_rights_assessment=None).count() == 1  # the cancelled one
    assert not ended.filter(ended_at__date__gt=date(2015, 5, 20)).exists()


def assert_the_money_adds_up_to_the_ore(mandate):
    amounts = dict(GrantStatement.objects.values_list("kind", "amount_ore"))
    standing = money_standing(mandate.pk, on=END)
    assert amounts[DocumentKind.REQUISITION] == GRANTED_ORE == standing.granted_ore
    assert amounts[DocumentKind.REPAYMENT] == REPAID_ORE == standing.left_ore
    assert amounts[DocumentKind.FINANCIAL_ACCOUNT] == GRANTED_ORE - REPAID_ORE
    assert amounts[DocumentKind.FINANCIAL_ACCOUNT] == standing.charged_ore
    assert standing.uncharged_ore == standing.unmapped_count == 0
    assert standing.budget_ore == GRANTED_ORE
    assert sum(ore for _type, ore in standing.by_cost_type) == standing.charged_ore
    assert sum(each.charged_ore for each in standing.by_assignment) == standing.charged_ore


def assert_the_report_can_be_rebuilt(mandate):
    (version,) = versions(mandate)
    checks = [file_check(each, version.document.content) for each in version.files]
    assert len(checks) == 7
    assert [each.name for each in checks if not each.is_same] == []


def test_what_is_stated_of_the_money_rests_on_the_ledger_of_its_day(ground):
    mandate = loaded(date(2014, 11, 25))
    (frozen,) = GrantStatement.objects.all()
    waiting = mandate.obligations.get(kind=DocumentKind.REQUISITION)
    again = loaded(date(2014, 11, 26)).obligations.get(kind=DocumentKind.REQUISITION)

    assert frozen.charged_ore < money_standing(mandate.pk, on=date(2014, 11, 25)).charged_ore
    assert waiting.fulfilled_at is None
    assert (again.document_id, again.sent_on) == (frozen.document_id, date(2014, 11, 26))


def test_what_somebody_else_has_written_stays(ground):
    mandate = loaded(date(2014, 11, 15))
    written = write_part(
        mandate_id=mandate.pk,
        part=PartKey("summary"),
        text="Något eget.",
        begun_from=1,
        by=User.objects.get(name="Nationell samordnare"),
        at=NOON,
    )

    load_demonstration(as_of=date(2015, 5, 26))

    assert PartText.objects.filter(part="summary").latest("number") == written
    assert PartText.objects.filter(part="child_rights").count() > 1


def test_every_activity_that_is_not_cancelled_is_assessed_before_it_is_closed():
    by_activity = {each.submission: each for each in assessments()}

    for each in activities():
        assert (each.submission in by_activity) is (each.cancelled_on is None)
    for each in assessments():
        assert each.assessed_on <= each.closed_on <= date(2015, 5, 20)


def test_the_texts_of_a_part_stand_in_the_order_of_their_days():
    by_part = {}
    for each in texts():
        by_part.setdefault(each.part, []).append(each.written_on)

    assert all(days == sorted(set(days)) for days in by_part.values())
    assert len(by_part) == 12  # every part of the report
