"""A whole letter, from its head to its copy list."""

from datetime import date

import pytest

from tests.mandate.reading.letters import LETTER
from varn.mandate.rules.reading import DocumentKind, Reading, read_decision


@pytest.fixture(scope="module")
def letter() -> Reading:
    return read_decision(LETTER)


def values(found) -> list[object]:
    return [each.value for each in found]


def test_a_letter_that_gives_a_task_is_an_assignment(letter):
    assert letter.kind.value is DocumentKind.ASSIGNMENT


def test_the_head_names_the_decision(letter):
    assert letter.title.value == "Uppdrag att kartlägga bad i kalla sjöar"
    assert letter.protocol_number.value == "III:7"
    assert letter.decided_on.value == date(2019, 5, 16)
    assert letter.department.value == "Arbetsmarknadsdepartementet"


def test_the_registry_number_stands_apart_from_those_it_cites(letter):
    assert values(letter.registry_numbers) == ["A2019/00123/MRB"]
    assert letter.registry_partly.value is True
    assert values(letter.cited_registry_numbers) == ["A2015/00099/MRB"]
    assert values(letter.builds_on) == ["A2015/00099/MRB"]


def test_each_item_of_the_list_is_an_assignment(letter):
    assert [assignment.text for assignment in letter.assignments] == [
        "att kartlägga vilka sjöar som används för kallbad",
        "att sprida kunskap om isvett till badande",
    ]


def test_obligations_have_a_day_and_an_addressee(letter):
    assert [(o.kind, o.due_on, o.addressee) for o in letter.obligations] == [
        ("requisition", date(2019, 12, 1), "Kammarkollegiet"),
        ("repayment", date(2020, 3, 31), "Kammarkollegiet"),
        ("financial_account", date(2020, 3, 31), "Kammarkollegiet"),
        ("final_report", date(2020, 4, 30), "Regeringskansliet (Arbetsmarknadsdepartementet)"),
    ]


def test_what_another_body_should_do_is_no_requirement(letter):
    assert not any("Badverket" in requirement.text for requirement in letter.requirements)


def test_a_requirement_belongs_to_the_assignment_whose_words_it_shares(letter):
    (spread,) = [r for r in letter.requirements if "klarspråk" in r.text]
    (builds,) = [r for r in letter.requirements if "bygga på" in r.text]

    assert spread.assignment == 2
    assert builds.assignment is None


def test_money_is_a_cap_for_a_year_from_an_appropriation(letter):
    (grant,) = letter.grants
    (source,) = letter.appropriations

    assert (grant.amount_sek, grant.year, grant.kind, grant.cap) == (
        2_500_000,
        2019,
        "granted",
        True,
    )
    assert (source.area, source.appropriation, source.item) == (20, "1:3", "2")
    assert source.area_name == "Allmän miljö- och naturvård"
    assert source.appropriation_name == "Åtgärder för värdefull natur"
    assert source.item_name == "Bad"


def test_the_letter_says_whom_to_consult_and_report_to(letter):
    assert values(letter.consult) == ["Isverket", "Sveriges Kommuner och Regioner"]
    assert values(letter.report_to) == ["Regeringskansliet (Arbetsmarknadsdepartementet)"]


def test_the_end_names_signatories_and_copies_with_units(letter):
    assert values(letter.signatories) == ["Anna Isberg", "Bo af Sjö"]
    assert [(copy.name, copy.units) for copy in letter.copies_to] == [
        ("Finansdepartementet", ("BA", "SKA S3")),
        ("Badverket", ()),
        ("Samtliga länsstyrelser", ()),
    ]


def test_a_letter_on_one_line_says_the_same():
    reading = read_decision(
        "Regeringsbeslut I:3 2018-02-01 S2018/00001/FST (delvis) Socialdepartementet Badverket "
        "123 45 Sjöstad "
        "Uppdrag angående bad Regeringens beslut Regeringen beslutar att ge Badverket i uppdrag "
        "att bada. "
        "Uppdraget ska redovisas till regeringen (Socialdepartementet med kopia till "
        "Justitiedepartementet) senast den 31 mars 2019. Telefonväxel: 08-405 10 00 Webb: "
        "www.exempel.se "
        "Postadress: 103 33 Stockholm E-post: registrator@exempel.se Ärendet Regeringen gav 2010 "
        "ett uppdrag."
    )

    assert reading.title.value == "Uppdrag angående bad"
    assert reading.department.value == "Socialdepartementet"
    assert values(reading.recipients) == ["Badverket"]
    assert values(reading.report_to) == [
        "regeringen (Socialdepartementet)",
        "kopia: Justitiedepartementet",
    ]
