"""Registry numbers, citations, names and sentences, each by the forms that real texts have."""

import pytest

from tests.mandate.reading.letters import sentence
from varn.mandate.rules.reading import read_decision
from varn.mandate.rules.reading.citations import citations_in
from varn.mandate.rules.reading.registry import numbers_in
from varn.mandate.rules.reading.sentences import split

MANDATE_FACTS = ("assignments", "recipients", "grants", "requirements")


def values(found) -> list[object]:
    return [each.value for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(dnr S2014/1695/FST)", ["S2014/1695/FST"]),
        ("IJ2008/2257/IU[delvis], IJ2009/228/IU", ["IJ2008/2257/IU", "IJ2009/228/IU"]),
        ("Fi2007/8016/OFA/SF", ["Fi2007/8016/OFA/SF"]),
        ("Fi2023/00614/Fi2023/01695", ["Fi2023/00614", "Fi2023/01695"]),
        ("Fö2020/01269 m.fl.", ["Fö2020/01269"]),
        ("Ju 2003:11 och prop. 2009/10:232", []),
    ],
)
def test_registry_numbers_of_every_age(text, expected):
    assert values(numbers_in(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(prop. 2009/10:232)", ["prop. 2009/10:232"]),
        (
            "(prop.\n\n2016/17:188, bet. 2017/18:SoU5, rskr. 2017/18:86)",
            ["prop. 2016/17:188", "bet. 2017/18:SoU5", "rskr. 2017/18:86"],
        ),
        ("skr. 2013/14:91", ["skr. 2013/14:91"]),
        ("plan- och bygglagen (2010:900)", ["SFS 2010:900"]),
        ("förordningen (2018:1462) om förpackningar", ["SFS 2018:1462"]),
        ("SOU 2010:18 och dir. 2003:132", ["SOU 2010:18", "dir. 2003:132"]),
        ("mötet (2010:900)", []),
    ],
)
def test_citations_have_one_form(text, expected):
    assert values(citations_in(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bad m.m. ska ske. Det är bra.", ["Bad m.m. ska ske.", "Det är bra."]),
        (
            "Samråd sker med bl.a. Isverket. Sedan bad.",
            ["Samråd sker med bl.a. Isverket.", "Sedan bad."],
        ),
        ("Anslaget 4:7. Bidrag till bad.", ["Anslaget 4:7. Bidrag till bad."]),
        ("Se prop. 2009/10:1. Och läs.", ["Se prop. 2009/10:1.", "Och läs."]),
    ],
)
def test_only_some_full_stops_end_a_sentence(text, expected):
    assert [part for _, part in split(text)] == expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("Badverket och Isverket", ["Badverket", "Isverket"]),
        (
            "Myndigheten för samhällsskydd och beredskap (MSB)",
            ["Myndigheten för samhällsskydd och beredskap"],
        ),
        (
            "Post- och telestyrelsen, Badverket samt länsstyrelserna",
            ["Post- och telestyrelsen", "Badverket", "länsstyrelserna"],
        ),
        ("Sveriges Kommuner och Regioner", ["Sveriges Kommuner och Regioner"]),
        (
            "länsstyrelserna i Skåne, Kalmar och Uppsala län",
            [
                "Länsstyrelsen i Skåne län",
                "Länsstyrelsen i Kalmar län",
                "Länsstyrelsen i Uppsala län",
            ],
        ),
        ("Linköpings universitet (Barnafrid)", ["Linköpings universitet"]),
    ],
)
def test_recipients_part_where_names_part(who, expected):
    reading = read_decision(sentence(f"Regeringen uppdrar åt {who} att bada."))

    assert values(reading.recipients) == expected


@pytest.mark.parametrize(
    ("text", "obliges"),
    [
        ("Uppdraget ska genomföras varsamt.", True),
        ("I arbetet bör Badverket vara varsamt.", True),
        ("För att finansiera uppdraget ska Badverket spara.", True),
        ("Medel som inte har använts ska sparas.", True),
        ("Kunskap om isvett ska spridas.", True),
        ("Isverket ska bistå Badverket.", False),
        ("Kommunerna ska ta fram planer.", False),
        ("Badverket prövar om Sverige ska ha fler sjöar.", False),
        ("Regeringen anser att bad ska vara roligt.", False),
    ],
)
def test_a_sentence_obliges_when_its_main_verb_does(text, obliges):
    reading = read_decision(sentence("Regeringen uppdrar åt Badverket att bada.", text))

    assert [each.text for each in reading.requirements] == ([text] if obliges else [])


def test_items_under_ska_are_requirements_with_their_opening_words():
    reading = read_decision(
        sentence("Regeringen uppdrar åt Badverket att bada.\n\nBadverket ska:\n\n* värma sjön,")
    )

    assert [each.text for each in reading.requirements] == ["Badverket ska värma sjön,"]


@pytest.mark.parametrize(
    "text",
    [
        "Kommittédirektiv\nÖversyn av bad\nDir. 2004:1\nEn särskild utredare ska se över bad.",
        "Pressmeddelande\nRegeringen ger Badverket i uppdrag att bada.",
        "Remiss av förslag om bad\nSvar ska lämnas senast den 1 maj 2020.",
        "Ett recept på soppa.",
        "",
    ],
)
def test_what_is_no_assignment_says_so_and_holds_no_mandate(text):
    reading = read_decision(text).as_json()

    assert reading["kind"] == "other"
    assert [reading[name] for name in MANDATE_FACTS] == [[]] * len(MANDATE_FACTS)


def test_a_title_glued_to_its_registry_number_comes_apart():
    reading = read_decision(
        "# Uppdrag att badaDiarienummer:  S2026/00045\n\nRegeringen uppdrar åt Badverket att bada."
    )

    assert reading.title.value == "Uppdrag att bada"
    assert values(reading.registry_numbers) == ["S2026/00045"]
    assert reading.registry_partly.value is False


def test_consulted_bodies_are_named_and_vague_ones_are_not():
    text = "Badverket ska samverka med bl.a. Isverket, kommuner och andra relevanta aktörer."

    assert values(read_decision(sentence(text)).consult) == ["Isverket", "kommuner"]
