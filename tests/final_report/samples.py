"""A report's content made up for tests, full enough to fill several pages."""

from dataclasses import replace
from datetime import UTC, date, datetime

from varn.final_report.rules.content import (
    Activity,
    Appropriation,
    Assignment,
    CopyLine,
    Decision,
    Evidence,
    Grant,
    Obligation,
    ReportContent,
    Requirement,
    Result,
)

DECISION = Decision(
    registry_number="S2014/1695/FST",
    title="Uppdrag att samordna arbetet mot människohandel och exploatering av barn",
    agency="Länsstyrelsen i Stockholms län",
    is_partly=True,
    protocol_number="II:5",
    decided_on=date(2014, 2, 20),
    department="Socialdepartementet",
    builds_on=("Ju2013/1492/PO",),
    report_to="Regeringskansliet (Socialdepartementet)",
    copies_to=(
        CopyLine(text="Justitiedepartementet/Å, EMA, SIM, PO"),
        CopyLine(text="Rikspolisstyrelsen"),
        CopyLine(text="Samtliga länsstyrelser", organisations=20),
    ),
    file_name="S2014-1695-FST.pdf",
    sha256="ab" * 32,
)


def _activity(number: int) -> Activity:
    return Activity(
        number=number,
        title=f"Utbildningsdag {number} för hotellens nattpersonal",
        state="under_way",
        responsible="Samordnare",
        target_group="Nattreceptionister",
        duty_bearer="Polismyndigheten",
        starts_on=date(2014, 3, 3),
        ends_on=date(2014, 4, number),
        results=tuple(
            Result(
                number=2 * number - 1 + half,
                happened_on=date(2014, 4, number),
                place="Malmö",
                title="Fyrtio receptionister gick kursen",
                description="De kan tecknen på att ett barn far illa och vet vem de ringer.",
                evidence=(number,) if half else (),
            )
            for half in (0, 1)
        ),
    )


def _evidence(number: int) -> Evidence:
    return Evidence(
        number=number,
        file_name=f"deltagarlista-{number}.pdf",
        sha256=f"{number:02d}" * 32,
        added_on=date(2014, 5, 2),
        result=2 * number,
    )


FULL = ReportContent(
    decision=DECISION,
    changed_at=datetime(2014, 11, 15, 12, 30, tzinfo=UTC),
    assignments=(
        *(
            Assignment(
                number=number,
                text="att samordna spridningen av kunskap och metoder för att ge stöd och skydd",
                requirements=(
                    Requirement(
                        number=2 * number - 1,
                        text="Länsstyrelsen i Stockholms län ska utveckla samordningen.",
                        activities=(_activity(number),),
                    ),
                    Requirement(
                        number=2 * number, text="Uppdraget ska genomföras i dialog med berörda."
                    ),
                ),
            )
            for number in (1, 2, 3, 4)
        ),
        Assignment(
            number=None,
            text="",
            requirements=(
                Requirement(
                    number=9,
                    text="Uppdraget ska i sin helhet genomföras.",
                ),
                Requirement(
                    number=10,
                    text="Rekvisition ska ske senast den 1 december 2014.",
                    is_formal=True,
                ),
            ),
        ),
    ),
    obligations=(
        Obligation(
            number=1,
            kind="requisition",
            text="Rekvisition ska ske senast den 1 december 2014.",
            due_on=date(2014, 12, 1),
            addressee="Socialstyrelsen",
        ),
        Obligation(
            number=2,
            kind="final_report",
            text="Uppdraget ska redovisas.",
            due_on=date(2015, 5, 31),
            addressee="Regeringskansliet (Socialdepartementet)",
        ),
    ),
    grants=(Grant(amount_ore=300_000_000, kind="granted", year=2014, is_cap=True),),
    appropriations=(
        Appropriation(
            area=9,
            area_name="Hälsovård, sjukvård och social omsorg",
            appropriation="4:7",
            appropriation_name="Bidrag till utveckling av socialt arbete m.m.",
            item="4",
            item_name="Utvecklingsmedel",
        ),
    ),
    evidence=tuple(_evidence(number) for number in (1, 2, 3, 4)),
)

EMPTY = ReportContent(
    decision=Decision(
        registry_number="A2020/1/X",
        title="Ett uppdrag",
        agency="En myndighet",
        decided_on=date(2019, 12, 1),
    ),
    changed_at=datetime(2020, 1, 1, tzinfo=UTC),
)


def titled(title: str, content: ReportContent = FULL) -> ReportContent:
    """The same content under another title."""
    return replace(content, decision=replace(content.decision, title=title))
