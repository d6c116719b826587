"""Decisions, mandates and work under them, made by the actions that make them."""

from datetime import UTC, date, datetime
from uuid import uuid4

import factory

from varn.accounts.models import User
from varn.directory.models import Organisation, Place
from varn.mandate.actions import (
    ActivityValues,
    AssessmentValues,
    NewFile,
    OutgoingFileData,
    ResultValues,
    add_activity,
    assess_child_rights,
    confirm_all_clear_facts,
    confirm_fact,
    freeze_document,
    fulfil_obligation,
    record_result,
    start_mandate,
    upload_decision,
)
from varn.mandate.choices import (
    ActivityState,
    ChildrenHeard,
    CrcArticle,
    DocumentKind,
    StrategyPrinciple,
)
from varn.mandate.models import Activity, Decision, DecisionFact, Mandate, OutgoingDocument, Result
from varn.mandate.rules.outgoing import fitting_kinds

NOON = datetime(2014, 11, 15, 12, 0, tzinfo=UTC)
PDF = b"%PDF-1.7\n% minutes of a meeting\n"
LETTER = """Regeringsbeslut

II:5

2014-02-20

S2014/{number}/FST
(delvis)

Socialdepartementet

Länsstyrelsen i Stockholms län
Box 22067
104 22 Stockholm

Uppdrag att samordna arbetet mot exploatering av barn

Regeringens beslut

Regeringen beslutar att ge Länsstyrelsen i Stockholms län i uppdrag:

- att samordna spridningen av kunskap till kommuner och myndigheter, samt
- att informera allmänheten om sexuell exploatering av barn i samband med turism.

Uppdraget ska i sin helhet genomföras med fokus på barnens rättigheter.

Länsstyrelsen i Stockholms län ska redovisa uppdraget i en rapport till Regeringskansliet
(Socialdepartementet) senast den 31 maj 2015.

Länsstyrelsen i Stockholms län får använda högst 3 000 000 kronor för genomförandet av uppdraget
under 2014. Kostnaderna ska belasta utgiftsområde 9 Hälsovård, sjukvård och social omsorg, anslaget
4:7 Bidrag till utveckling av socialt arbete m.m., anslagsposten 4 Utvecklingsmedel. Rekvisition ska
ske till Socialstyrelsen senast den 1 december 2014.

Närmare om uppdraget

Länsstyrelsen i Stockholms län ska sprida kunskap om metoder till kommuner och myndigheter.
Uppdraget ska genomföras i dialog med berörda aktörer.

På regeringens vägnar

Anna Exempel

Bo Exempel

Kopia till

Socialstyrelsen
Föreningen Finns Inte
"""
NOT_AN_ASSIGNMENT = "Pressmeddelande\n\nRegeringen besökte Gotland i går och åt glass.\n"


class CoordinatorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"samordnare-{n}@mandat.example")
    name = "Samordnare"
    is_superuser = True


class PlaceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Place
        django_get_or_create = ("kind", "code")

    kind = "county"
    code = "12"
    name = "Skåne län"


class DutyBearerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    kind = "agency"
    name = factory.Sequence(lambda n: f"Myndighet {n}")


class DecisionFactory(factory.django.DjangoModelFactory):
    """A decision as uploaded; `settled` has every fact confirmed."""

    class Meta:
        model = Decision
        exclude = ("number",)

    class Params:
        settled = False
        not_an_assignment = factory.Trait(text=NOT_AN_ASSIGNMENT)

    number = factory.Sequence(lambda n: 2000 + n)
    text = factory.LazyAttribute(lambda made: LETTER.format(number=made.number))

    @classmethod
    def _create(cls, model_class, *, text, by=None, **_ignored):
        by = by or CoordinatorFactory()
        return upload_decision(data=text.encode(), file_name="beslut.txt", by=by, at=NOON)


def settle(decision, by=None):
    """Confirm every fact of a decision."""
    by = by or CoordinatorFactory()
    confirm_all_clear_facts(decision_id=decision.pk, by=by, at=NOON)
    for fact in DecisionFact.objects.filter(decision=decision, state="proposed"):
        confirm_fact(fact_id=fact.pk, version=fact.version, by=by, at=NOON)
    return decision


class MandateFactory(factory.django.DjangoModelFactory):
    """A mandate that was started from its decision."""

    class Meta:
        model = Mandate

    @classmethod
    def _create(cls, model_class, *, by=None, decision=None, **fields):
        by = by or CoordinatorFactory()
        decision = settle(decision or DecisionFactory(by=by, **fields), by)
        return start_mandate(decision_id=decision.pk, by=by, at=NOON)


def activity_values(**changes):
    values = {
        "title": "Kunskapsdag för kommuner",
        "description": "",
        "target_group": "Barn som riskerar att utsättas",
        "duty_bearer_id": changes.pop("duty_bearer_id", None) or DutyBearerFactory().pk,
        "starts_on": date(2014, 3, 1),
        "ends_on": None,
        "responsible": "Samordnare",
        "state": ActivityState.PLANNED,
    }
    return ActivityValues(**values | changes)


def result_values(**changes):
    values = {
        "title": "Dagen hölls",
        "description": "",
        "place_id": changes.pop("place_id", None) or PlaceFactory().pk,
        "occurred_on": date(2014, 9, 12),
    }
    return ResultValues(**values | changes)


class ActivityFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Activity

    @classmethod
    def _create(cls, model_class, *, by=None, requirement=None, submission=None, **changes):
        requirement = requirement or MandateFactory().requirements.order_by("number").first()
        return add_activity(
            requirement_id=requirement.pk,
            values=activity_values(**changes),
            submission=submission or uuid4(),
            by=by or CoordinatorFactory(),
            at=NOON,
        )


class ResultFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Result

    class Params:
        with_evidence = factory.Trait(files=[NewFile(name="protokoll.pdf", data=PDF)])

    @classmethod
    def _create(cls, model_class, *, by=None, activity=None, files=(), **changes):
        return record_result(
            activity_id=(activity or ActivityFactory()).pk,
            values=result_values(**changes),
            files=files,
            submission=uuid4(),
            by=by or CoordinatorFactory(),
            at=NOON,
        )


def sent_file(mandate, *, name="rekvisition.txt", text="Er beteckning {number}"):
    """A file that cites the mandate's registry number, unless its text says something else."""
    data = text.format(number=mandate.registry_number).encode()
    return OutgoingFileData(name=name, data=data)


class DocumentFactory(factory.django.DjangoModelFactory):
    """A document as it was frozen."""

    class Meta:
        model = OutgoingDocument

    @classmethod
    def _create(cls, model_class, *, mandate=None, by=None, **changes):
        mandate = mandate or MandateFactory()
        values = {
            "kind": DocumentKind.REQUISITION,
            "title": "Rekvisition",
            "own_registry_number": "801-1234-2014",
            "addressee": "Socialstyrelsen",
            "dated_on": date(2014, 11, 10),
            "signed_by": "Eva Exempel, länsråd",
            "content": {},
            "files": [sent_file(mandate)],
            "by": by or CoordinatorFactory(),
            "at": NOON,
        }
        return freeze_document(mandate_id=mandate.pk, **values | changes)


def assessment_values(**changes):
    values = {
        "articles": (CrcArticle.SEXUAL_EXPLOITATION, CrcArticle.BEST_INTERESTS),
        "principles": (StrategyPrinciple.INTEGRITY,),
        "best_interests": "Att vuxna vet vad de ska göra.",
        "children_heard": ChildrenHeard.INDIRECTLY,
        "views": "Barnombudsmannens intervjuer.",
        "information": "Ett kort på sex språk.",
        "risks": "Att ett barn känns igen.",
        "mitigation": "Inga enskilda fall tas upp.",
    }
    return AssessmentValues(**values | changes)


def assess(activity, version=0, **changes):
    """The activity with its child-rights impact assessment."""
    assess_child_rights(
        activity_id=activity.pk,
        values=assessment_values(**changes),
        version=version,
        by=CoordinatorFactory(),
        at=NOON,
    )
    return Activity.objects.select_related("child_rights_assessment").get(pk=activity.pk)


def fulfil(obligation, kind=None):
    """The obligation done with a document that cites its mandate's number."""
    mandate, by = obligation.mandate, CoordinatorFactory()
    document = freeze_document(
        mandate_id=mandate.pk,
        kind=kind or fitting_kinds(obligation.kind)[0],
        title="Skrivelse",
        own_registry_number="801-1-2014",
        addressee=obligation.addressee or "Regeringskansliet",
        dated_on=NOON.date(),
        signed_by="",
        content={},
        files=[
            OutgoingFileData(name="a.txt", data=f"Er beteckning {mandate.registry_number}".encode())
        ],
        by=by,
        at=NOON,
    )
    return fulfil_obligation(
        obligation_id=obligation.pk, document_id=document.pk, sent_on=NOON.date(), by=by, at=NOON
    )
