"""A report's content made up for tests, full enough to fill several pages."""

from dataclasses import replace
from datetime import UTC, date, datetime

from varn.final_report.rules.content import (
    Activity,
    Appropriation,
    Assignment,
    ChildRights,
    CopyLine,
    Decision,
    Dialogue,
    Document,
    Evidence,
    Grant,
    Meeting,
    Money,
    Obligation,
    ReportContent,
    Requirement,
    Result,
    Turnout,
)
from varn.final_report.rules.parts import Cover, PartKey

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


RIGHTS = ChildRights(
    articles=("3", "12", "34"),
    principles=("1", "6"),
    best_interests="Barn skyddas när personalen vet vad den ska göra.",
    children_heard="indirectly",
    views="Barn har i tidigare studier sagt att ingen frågade dem.",
    information="Affischer på sex språk i hotellens allmänna rum.",
    risks="Ett barn kan pekas ut av misstag.",
    mitigation="Personalen ringer polisen och ingriper inte själv.",
)
DIALOGUE = Dialogue(
    meetings=(
        Meeting(
            number=1,
            title="Samråd med polisen",
            held_on=date(2014, 4, 10),
            kind="meeting",
            level="leadership",
            place="Stockholms län",
            asked=3,
            came=2,
            result=1,
        ),
    ),
    turnout=(
        Turnout(organisation="Rikspolisstyrelsen", asked=1, came=1, last_came_on=date(2014, 4, 10)),
        Turnout(organisation="Åklagarmyndigheten", asked=1, came=0),
    ),
    never_came=("Åklagarmyndigheten",),
    never_asked=("Länsstyrelsen i Gotlands län",),
)
MONEY = Money(
    granted_ore=300_000_000,
    cap_ore=300_000_000,
    charged_ore=120_050_050,
    left_ore=179_949_950,
    by_cost_type=(("salaries", 100_000_000), ("travel", 20_050_050)),
    by_assignment=(("1", 120_050_050),),
)
TEXTS = {
    PartKey("summary"): "Arbetet har gett {{results}} resultat i {{counties}} län.\n\n"
    "- *Polisen* deltog\n- Hotellen deltog\n\n{{table:obligations}}\n\n{{figure:meetings}}",
    PartKey("assignment", 1): "Fyra utbildningsdagar har hållits.\n\n{{map:counties}}",
    PartKey("conclusions"): "1. Mer kunskap behövs.\n2. Fler måste frågas.",
}
COVER = Cover(
    own_registry_number="700-1234-2015",
    decided_by="landshövding Kim Ek",
    presented_by="samordnare Lo Alm",
    decided_on=date(2015, 5, 28),
    present=("länsråd Bo Lind", "enhetschef Ida Holm"),
)


def _activity(number: int) -> Activity:
    return Activity(
        number=number,
        title=f"Utbildningsdag {number} för hotellens nattpersonal",
        state="under_way",
        responsible="Samordnare",
        partners=("Hotellföretagarna",),
        child_rights=RIGHTS if number == 1 else None,
        target_group="Nattreceptionister",
        duty_bearer="Polismyndigheten",
        starts_on=date(2014, 3, 3),
        ends_on=date(2014, 4, number),
        results=tuple(
            Result(
                number=2 * number - 1 + half,
                happened_on=date(2014, 4, number),
                place="Malmö",
                county_code="12",
                county="Skåne län",
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
                        judgement="met",
                        responsible="Samordnare",
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
                    judgement="not_met",
                    because="Åklagarna har inte deltagit.",
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
            document=Document(
                title="Rekvisition av medel",
                sent_on=date(2014, 11, 10),
                own_registry_number="700-99-2014",
                sha256="cd" * 32,
            ),
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
    money=MONEY,
    dialogue=DIALOGUE,
    counties=(("01", "Stockholms län"), ("12", "Skåne län"), ("25", "Norrbottens län")),
    texts=TEXTS,
    cover=COVER,
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
