import pytest
from django.urls import reverse

from tests.mandate.factories import (
    NOON,
    ActivityFactory,
    CoordinatorFactory,
    DecisionFactory,
    DutyBearerFactory,
    MandateFactory,
    ResultFactory,
)
from varn.audit.models import Entry
from varn.mandate.actions import (
    LinkedOtherWayError,
    LinkToItselfError,
    add_fact,
    link_mandate,
    unlink_mandate,
)
from varn.mandate.choices import FactKind, LinkKind
from varn.mandate.models import Grant, MandateLink
from varn.mandate.queries.links import ties
from varn.mandate.queries.progress import progress

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client):
    user = CoordinatorFactory()
    client.force_login(user)
    return user


def link(mandate, number, kind=LinkKind.BUILDS_ON):
    return link_mandate(
        mandate_id=mandate.pk,
        kind=kind,
        registry_number=number,
        by=CoordinatorFactory(),
        at=NOON,
    )


def builds_on(number):
    """A decision, not yet started, whose text says that it builds on the number."""
    decision = DecisionFactory(text=LETTER_THAT_BUILDS.format(number=number))
    if not decision.facts.filter(kind=FactKind.BUILDS_ON).exists():
        add_fact(
            decision_id=decision.pk,
            kind=FactKind.BUILDS_ON,
            value={"text": number},
            quote=number,
            by=CoordinatorFactory(),
            at=NOON,
        )
    return decision


LETTER_THAT_BUILDS = """Regeringsbeslut

2014-03-20

S2014/7001/FST

Socialdepartementet

Länsstyrelsen i Stockholms län

Uppdrag att fortsätta arbetet mot exploatering av barn

Regeringens beslut

Regeringen beslutar att ge Länsstyrelsen i Stockholms län i uppdrag att samordna arbetet.

Uppdraget bygger på uppdraget {number}.
"""


def test_a_new_mandate_is_linked_to_what_its_decision_builds_on():
    earlier = MandateFactory(number=1695)

    mandate = MandateFactory(decision=builds_on("S2014/1695/FST"))

    assert mandate.links.get().other == earlier
    assert Entry.objects.filter(event="mandate.mandate.linked").count() == 1


def test_a_link_finds_its_mandate_when_that_is_started_later():
    mandate = MandateFactory(decision=builds_on("S2014/1695/FST"))
    assert mandate.links.get().other is None

    earlier = MandateFactory(number=1695)

    assert mandate.links.get().other == earlier


def test_both_ends_show_a_link():
    earlier, later = MandateFactory(number=1), MandateFactory(number=2)
    link(later, "S2014/1/FST", LinkKind.AMENDS)

    (own,), (other,) = ties(later), ties(earlier)

    assert (own.is_own, own.other) == (True, earlier)
    assert (other.is_own, other.other) == (False, later)
    assert str(other.words) != str(own.words)


def test_the_same_link_again_is_one_link():
    mandate = MandateFactory()

    first, again = link(mandate, "Ju2013/1492/PO"), link(mandate, " Ju2013/1492/PO  ")

    assert first == again
    assert Entry.objects.filter(event="mandate.mandate.linked").count() == 1


def test_no_mandate_builds_on_itself_or_in_a_circle():
    one, two = MandateFactory(number=1), MandateFactory(number=2)
    link(one, two.registry_number)

    with pytest.raises(LinkToItselfError):
        link(one, one.registry_number)
    with pytest.raises(LinkedOtherWayError):
        link(two, one.registry_number)


def test_a_link_is_taken_away_and_the_trail_keeps_it():
    made = link(MandateFactory(), "Ju2013/1492/PO")

    unlink_mandate(link_id=made.pk, by=CoordinatorFactory(), at=NOON)

    assert not MandateLink.objects.exists()
    kept = Entry.objects.get(event="mandate.mandate.unlinked")
    assert kept.details["registry_number"] == "Ju2013/1492/PO"


def test_links_are_added_and_taken_away_on_the_mandates_page(client, coordinator):
    earlier, mandate = MandateFactory(number=1), MandateFactory(number=2)
    page = reverse("mandate:mandate_detail", args=[mandate.pk])
    add = reverse("mandate:link_add", args=[mandate.pk])

    inside = client.post(add, {"kind": "succeeds", "registry_number": "S2014/1/FST"}, follow=True)
    outside = {"kind": "builds_on", "registry_number": "Ju2013/1492/PO", "title": "Kartläggning"}
    client.post(add, outside)
    text = client.get(page).text
    other = client.get(reverse("mandate:mandate_detail", args=[earlier.pk])).text
    made = MandateLink.objects.get(registry_number="Ju2013/1492/PO")
    after = client.post(reverse("mandate:link_remove", args=[made.pk]), follow=True).text

    assert "Kopplingen är tillagd" in inside.text
    assert "Kartläggning" in text
    assert "finns inte i Värn" in text
    assert "Följs av" in other
    assert "Kartläggning" not in after


def test_a_link_that_cannot_be_is_explained_and_kept(client, coordinator):
    mandate = MandateFactory(number=5)
    add = reverse("mandate:link_add", args=[mandate.pk])

    response = client.post(
        add, {"kind": "amends", "registry_number": mandate.registry_number, "title": "Samma"}
    )

    assert response.status_code == 422
    assert "uppdragets eget nummer" in response.text
    assert "Samma" in response.text


def test_mandates_share_organisations_but_neither_work_nor_money():
    one, two = MandateFactory(number=1), MandateFactory(number=2)
    shared = DutyBearerFactory()
    requirement = one.requirements.get(text__contains="sprida kunskap")
    for mandate in (one, two):
        target = mandate.requirements.get(text__contains="i dialog med")
        ActivityFactory(requirement=target, duty_bearer_id=shared.pk, partner_ids=(shared.pk,))
    link(two, one.registry_number)

    ResultFactory(activity=ActivityFactory(requirement=requirement), with_evidence=True)

    # the sentence, and the assignment that it spells out
    assert [progress(each).with_evidence for each in (one, two)] == [2, 0]
    assert {grant.mandate_id for grant in Grant.objects.all()} == {one.pk, two.pk}
    assert one.grants.get().appropriation.mandate_id == one.pk
