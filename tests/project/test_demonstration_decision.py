"""The shipped decision: our words, the government's facts, and the reader finds them all."""

from datetime import date

import pytest

from varn.mandate.rules.reading import read_decision
from varn.project.demonstration.content import decision_file

STOCKHOLM = "Länsstyrelsen i Stockholms län"
COPIES = [
    "Justitiedepartementet/Å, EMA, SIM, PO",
    "Utrikesdepartementet/MU",
    "Finansdepartementet/BA, SKA S3",
    "Utbildningsdepartementet/JÄM, UC",
    "Arbetsmarknadsdepartementet/A, ARM",
    "Arbetsförmedlingen",
    "Arbetsmiljöverket",
    "Migrationsverket",
    "Rikspolisstyrelsen",
    "Socialstyrelsen",
    "Ungdomsstyrelsen",
    "Åklagarmyndigheten",
    "Samtliga länsstyrelser",
    "Sveriges Kommuner och Landsting",
]


@pytest.fixture(scope="module")
def text():
    return decision_file().decode()


@pytest.fixture(scope="module")
def reading(text):
    return read_decision(text)


def values(found):
    return [each.value for each in found]


def test_the_head_is_read(reading):
    assert reading.kind.value == "assignment"
    assert values(reading.registry_numbers) == ["S2014/1695/FST"]
    assert reading.registry_partly.value is True
    assert reading.protocol_number.value == "II:5"
    assert reading.decided_on.value == date(2014, 2, 20)
    assert reading.department.value == "Socialdepartementet"
    assert values(reading.recipients) == [STOCKHOLM]


def test_the_four_assignments_and_their_requirements_are_read(reading):
    assert len(reading.assignments) == 4
    assert {found.assignment for found in reading.requirements} == {None, 1, 2, 3, 4}
    assert len(reading.requirements) == 18


def test_every_obligation_has_its_day_and_addressee(reading):
    found = {each.kind.value: (each.due_on, each.addressee) for each in reading.obligations}

    assert found == {
        "requisition": (date(2014, 12, 1), "Socialstyrelsen"),
        "repayment": (date(2015, 3, 31), "Socialstyrelsen"),
        "financial_account": (date(2015, 3, 31), "Socialstyrelsen"),
        "final_report": (date(2015, 5, 31), "Regeringskansliet (Socialdepartementet)"),
    }


def test_the_money_is_read(reading):
    (grant,), (place,) = reading.grants, reading.appropriations

    assert (grant.amount_sek, grant.year, grant.cap) == (3_000_000, 2014, True)
    assert (place.area, place.appropriation, place.item) == (9, "4:7", "4")


def test_what_is_cited_is_read(reading):
    assert values(reading.cited_registry_numbers) == ["Ju2013/1492/PO", "U2013/6850/JÄM"]
    assert values(reading.builds_on) == ["Ju2013/1492/PO"]
    assert values(reading.consult) == ["Rikspolisstyrelsen"]


def test_the_copy_list_is_read(reading):
    assert [line.text for line in reading.copies_to] == COPIES


def test_another_agencys_day_is_not_ours(reading):
    assert date(2014, 4, 15) not in {each.due_on for each in reading.obligations}


def test_nobody_is_named_and_the_rewriting_says_that_it_is_one(reading, text):
    assert reading.signatories == ()
    assert text.startswith("Omskrivet för demonstration")
