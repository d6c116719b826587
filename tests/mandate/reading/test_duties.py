"""Whose duty a sentence tells of, and whether it obliges at all."""

import pytest

from varn.mandate.rules.reading import read_decision


@pytest.mark.parametrize(
    ("giving", "duty"),
    [
        ("Regeringen ger Myndigheten för bad- och bryggfrågor, MBB, i uppdrag att bada.", "MBB"),
        ("Regeringen ger Badinstitutet (BI) i uppdrag att bada.", "BI"),
        ("Regeringen ger Statens sjöverk i uppdrag att bada.", "Sjöverket"),
        ("Regeringen ger Umeå universitet i uppdrag att bada.", "Lärosätet"),
        ("Regeringen ger samtliga länsstyrelser i uppdrag att bada.", "Länsstyrelserna"),
    ],
)
def test_duties_of_the_receiver_count_under_each_of_its_names(giving, duty):
    reading = read_decision(f"# Uppdrag att bada\n\n{giving} {duty} ska räkna badare.")

    assert [each.text for each in reading.requirements] == [f"{duty} ska räkna badare."]


@pytest.mark.parametrize(
    "duty",
    [
        "Åtgärder som föreslås inom ramen för uppdraget ska räknas.",
        "Eftersom bad kan kräva stöd ska Badverket vid behov räkna badare.",
        "Uppdraget innebär att myndigheten ska räkna badare.",
        "En redogörelse för hur arbetet fortlöper ska lämnas.",
        "Kostnaderna om 21 921 euro ska räknas.",
    ],
)
def test_a_duty_behind_a_clause_of_its_own_is_found(duty):
    given = "Regeringen ger Badverket i uppdrag att bada."

    reading = read_decision(f"# Uppdrag att bada\n\n{given} {duty}")

    assert [each.text for each in reading.requirements] == [duty]


@pytest.mark.parametrize(
    "telling",
    [
        "Målet är att badare ska känna sig trygga.",
        "Regionerna ska redovisa till Badverket hur medlen har använts.",
        "Isverket ska hjälpa Badverket.",
    ],
)
def test_what_others_shall_do_is_no_duty_of_the_receiver(telling):
    given = "Regeringen ger Badverket i uppdrag att bada."

    reading = read_decision(f"# Uppdrag att bada\n\n{given} {telling}")

    assert reading.requirements == ()
