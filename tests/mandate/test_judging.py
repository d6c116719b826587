import pytest
from django.urls import reverse

from tests.mandate.factories import (
    NOON,
    ActivityFactory,
    CoordinatorFactory,
    MandateFactory,
    ResultFactory,
    fulfil,
)
from varn.audit.models import Entry
from varn.mandate.actions import (
    NothingShowsItError,
    NotJudgedError,
    ReasonMissingError,
    StaleVersionError,
    judge_requirement,
    name_responsible,
    withdraw_judgement,
)
from varn.mandate.choices import Judgement
from varn.mandate.models import Requirement
from varn.mandate.queries.progress import progress

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client, settings):
    settings.DEMONSTRATION_DATE = NOON.date()
    user = CoordinatorFactory()
    client.force_login(user)
    return user


def about(words, mandate=None):
    """The requirement that has the words in it."""
    return (mandate or MandateFactory()).requirements.get(text__contains=words)


def judge(requirement, judgement, because="", version=None):
    return judge_requirement(
        requirement_id=requirement.pk,
        judgement=judgement,
        because=because,
        version=version or requirement.version,
        by=CoordinatorFactory(),
        at=NOON,
    )


def test_a_requirement_with_evidence_is_judged_as_met():
    requirement = about("sprida kunskap")
    ResultFactory(activity=ActivityFactory(requirement=requirement), with_evidence=True)

    judged = judge(requirement, Judgement.MET)

    assert judged.judgement == Judgement.MET
    assert judged.judged_at == NOON
    assert Entry.objects.filter(event="mandate.requirement.judged").count() == 1


def test_nothing_is_met_without_evidence():
    requirement = about("sprida kunskap")
    ResultFactory(activity=ActivityFactory(requirement=requirement))

    with pytest.raises(NothingShowsItError):
        judge(requirement, Judgement.MET)

    assert not Entry.objects.filter(event="mandate.requirement.judged").exists()


def test_a_formal_requirement_is_met_when_its_obligation_is_done():
    mandate = MandateFactory()
    requirement = about("redovisa uppdraget i en rapport", mandate)
    with pytest.raises(NothingShowsItError):
        judge(requirement, Judgement.MET)

    fulfil(mandate.obligations.get(kind="final_report"))

    assert judge(requirement, Judgement.MET).judgement == Judgement.MET


def test_not_met_needs_a_reason():
    requirement = about("sprida kunskap")

    with pytest.raises(ReasonMissingError):
        judge(requirement, Judgement.NOT_MET, because="  ")

    assert judge(requirement, Judgement.NOT_MET, because="Pengarna tog slut.").because


def test_two_who_judge_at_once_meet_each_other():
    requirement = about("sprida kunskap")
    judge(requirement, Judgement.NOT_MET, because="Först")

    with pytest.raises(StaleVersionError) as refused:
        judge(requirement, Judgement.NOT_MET, because="Sedan", version=1)

    assert refused.value.current.because == "Först"


def test_a_judgement_is_withdrawn_and_the_trail_keeps_it():
    requirement = judge(about("sprida kunskap"), Judgement.NOT_MET, because="Nej")
    by = CoordinatorFactory()

    withdrawn = withdraw_judgement(
        requirement_id=requirement.pk, version=requirement.version, by=by, at=NOON
    )

    assert (withdrawn.judgement, withdrawn.because, withdrawn.judged_by) == ("", "", None)
    kept = Entry.objects.get(event="mandate.requirement.judgement_withdrawn")
    assert kept.details == {"judgement": "not_met", "because": "Nej"}
    with pytest.raises(NotJudgedError):
        withdraw_judgement(requirement_id=requirement.pk, version=withdrawn.version, by=by, at=NOON)


def test_a_role_answers_for_a_requirement():
    requirement = about("sprida kunskap")

    named = name_responsible(
        requirement_id=requirement.pk,
        responsible="  Nationell   samordnare ",
        version=1,
        by=CoordinatorFactory(),
        at=NOON,
    )

    assert named.responsible == "Nationell samordnare"
    assert Entry.objects.filter(event="mandate.requirement.responsible_named").exists()


def test_progress_counts_met_not_met_and_open():
    mandate = MandateFactory()
    spread, dialogue = about("sprida kunskap", mandate), about("i dialog med", mandate)
    ResultFactory(activity=ActivityFactory(requirement=spread), with_evidence=True)
    judge(spread, Judgement.MET)
    judge(dialogue, Judgement.NOT_MET, because="Ingen kom.")

    how_far = progress(mandate)

    assert (how_far.met, how_far.not_met) == (1, 1)
    assert how_far.open == mandate.requirements.count() - 2
    assert dialogue.pk not in [row.requirement.pk for row in how_far.without_activity]


def test_formal_requirements_show_what_they_ask_to_be_sent():
    mandate = MandateFactory()

    rows = {row.requirement.text: row for row in progress(mandate).rows if row.is_formal}

    (report,) = [row for text, row in rows.items() if "i en rapport" in text]
    assert [each.kind for each in report.obligations] == ["final_report"]
    assert not report.may_be_met


def test_the_page_says_not_met_and_why(client, coordinator):
    requirement = about("sprida kunskap")
    address = reverse("mandate:requirement_judge", args=[requirement.pk])

    refused = client.post(address, {"judgement": "not_met", "because": "", "version": 1})
    client.post(address, {"judgement": "not_met", "because": "Två län kvar.", "version": 1})
    pages = [
        client.get(reverse("mandate:mandate_detail", args=[requirement.mandate_id])).text,
        client.get(reverse("mandate:requirement_detail", args=[requirement.pk])).text,
    ]

    assert "Skriv varför det inte är uppfyllt" in refused.text
    assert all("Inte uppfyllt därför att:" in text and "Två län kvar." in text for text in pages)
    assert "1 inte uppfyllda" in pages[0]


def test_the_page_does_not_let_a_requirement_be_met_without_evidence(client, coordinator):
    requirement = about("sprida kunskap")
    address = reverse("mandate:requirement_judge", args=[requirement.pk])

    refused = client.post(address, {"judgement": "met", "because": "Klart!", "version": 1})

    assert refused.status_code == 422
    assert "Inget visar att det är uppfyllt" in refused.text
    assert "Klart!" in refused.text


def test_a_late_judge_sees_what_stands_and_keeps_what_was_typed(client, coordinator):
    requirement = judge(about("sprida kunskap"), Judgement.NOT_MET, because="Det som står")
    address = reverse("mandate:requirement_judge", args=[requirement.pk])

    late = client.post(address, {"judgement": "not_met", "because": "Mitt", "version": 1})

    assert late.status_code == 409
    assert "Det som står" in late.text
    assert "Mitt" in late.text
    assert 'name="version" value="2"' in late.text


def test_a_judgement_is_withdrawn_on_the_page(client, coordinator):
    requirement = judge(about("sprida kunskap"), Judgement.NOT_MET, because="Nej")
    stale = reverse("mandate:requirement_withdraw", args=[requirement.pk, 1])
    address = reverse("mandate:requirement_withdraw", args=[requirement.pk, 2])

    late = client.post(stale, follow=True)
    done = client.post(address, follow=True)

    assert "ändrade den under tiden" in late.text
    assert "Bedömningen är tillbakatagen" in done.text
    assert not Requirement.objects.get(pk=requirement.pk).judgement


def test_the_responsible_role_stands_on_the_mandate_page(client, coordinator):
    requirement = about("sprida kunskap")
    address = reverse("mandate:requirement_responsible", args=[requirement.pk])

    client.post(address, {"responsible": "Länssamordnare", "version": 1})
    late = client.post(address, {"responsible": "Chef", "version": 1})

    page = client.get(reverse("mandate:mandate_detail", args=[requirement.mandate_id])).text
    assert "Ansvarar: Länssamordnare" in page
    assert late.status_code == 409
    assert 'value="Chef"' in late.text
