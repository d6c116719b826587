"""Letters in forms that no known decision has: several years, one line, scans, changes, lists."""

from datetime import date

import pytest

from tests.mandate.reading import unseen_letters as letters
from varn.mandate.rules.reading import DocumentKind, Reading, read_decision
from varn.mandate.rules.reading.facts import GrantKind, ObligationKind


def values(found) -> list[object]:
    return [each.value for each in found]


def amounts(reading: Reading) -> list[tuple[int, int | None, GrantKind, bool]]:
    return [(each.amount_sek, each.year, each.kind, each.cap) for each in reading.grants]


def due(reading: Reading) -> list[tuple[ObligationKind, date | None]]:
    return [(each.kind, each.due_on) for each in reading.obligations]


def places(reading: Reading) -> list[tuple[int | None, str | None, str | None]]:
    return [(each.area, each.appropriation, each.item) for each in reading.appropriations]


def test_years_joined_by_respektive_each_have_their_amount_and_their_report():
    reading = read_decision(letters.OVER_SEVERAL_YEARS)

    assert amounts(reading) == [
        (4_500_000, 2021, GrantKind.GRANTED, True),
        (5_000_000, 2022, GrantKind.PLANNED, False),
        (6_000_000, 2023, GrantKind.PLANNED, False),
        (300_000, None, GrantKind.PART, True),
    ]
    assert due(reading) == [
        (ObligationKind.INTERIM_REPORT, date(2022, 3, 31)),
        (ObligationKind.INTERIM_REPORT, date(2023, 3, 31)),
        (ObligationKind.FINAL_REPORT, date(2024, 3, 31)),
    ]


def test_the_head_of_such_a_letter_is_read_past_its_street_and_its_page_number():
    reading = read_decision(letters.OVER_SEVERAL_YEARS)

    assert reading.title.value == "Uppdrag att stärka tillsynen av bryggor m.m."
    assert values(reading.registry_numbers) == ["LI2021/02149"]
    assert reading.department.value == "Landsbygds- och infrastrukturdepartementet"
    assert values(reading.recipients) == ["Statens sjöverk"]
    assert len(reading.assignments) == 2


def test_a_letter_on_one_line_still_has_its_parts():
    reading = read_decision(letters.ONE_LINE)

    assert values(reading.registry_numbers) == ["Ju2016/04857/PO", "Ju2015/08331/PO"]
    assert reading.registry_partly.value is True
    assert values(reading.recipients) == ["Polismyndigheten", "Tullverket"]
    assert [each.text for each in reading.assignments] == [
        "att gemensamt motverka stölder av båtar",
        "Myndigheterna ska dessutom ta fram ett gemensamt register",
    ]
    assert due(reading) == [(ObligationKind.FINAL_REPORT, date(2017, 6, 1))]
    assert values(reading.signatories) == ["Eva Brygga", "Ove Kaj"]
    assert [each.text for each in reading.copies_to] == [
        "Justitiedepartementet/Å, KRIM",
        "Försvarsdepartementet/RS",
        "Brottsförebyggande rådet",
    ]


def test_letters_that_a_scanner_read_for_digits_become_digits_in_days_and_numbers():
    reading = read_decision(letters.SCANNED)

    assert reading.protocol_number.value == "II:4"
    assert due(reading) == [
        (ObligationKind.REQUISITION, date(2009, 12, 1)),
        (ObligationKind.FINANCIAL_ACCOUNT, date(2010, 4, 1)),
        (ObligationKind.REPAYMENT, date(2010, 4, 1)),
        (ObligationKind.FINAL_REPORT, date(2010, 5, 15)),
    ]
    assert [each.addressee for each in reading.obligations] == [
        "Kammarkollegiet",
        "Regeringskansliet (Socialdepartementet)",
        "Kammarkollegiet",
        "Regeringskansliet (Socialdepartementet)",
    ]
    assert places(reading) == [(9, "9:1", "3")]


def test_a_new_sentence_behind_an_items_number_is_a_part_of_the_whole():
    reading = read_decision(letters.SCANNED)

    assert amounts(reading) == [
        (12_000_000, 2009, GrantKind.GRANTED, True),
        (400_000, 2009, GrantKind.PART, True),
    ]


def test_a_changed_day_replaces_the_old_one():
    reading = read_decision(letters.CHANGED)

    assert due(reading) == [(ObligationKind.FINAL_REPORT, date(2025, 2, 28))]
    assert reading.obligations[0].addressee == "Regeringskansliet (Arbetsmarknadsdepartementet)"
    assert amounts(reading) == [
        (2_500_000, 2023, GrantKind.GRANTED, True),
        (3_000_000, 2024, GrantKind.GRANTED, False),
    ]
    assert places(reading) == [(13, "3:1", "9")]


def test_tasks_of_all_county_boards_are_counted_one_by_one():
    reading = read_decision(letters.TO_ALL_COUNTIES)

    assert values(reading.recipients) == ["samtliga länsstyrelser"]
    assert len(reading.assignments) == 3
    assert values(reading.consult) == ["Arbetsmiljöverket", "Bryggmyndigheten"]
    assert [each.text[:40] for each in reading.requirements][:2] == [
        "Länsstyrelserna bör samråda med Arbetsmi",
        "Länsstyrelsen i Stockholms län ska årlig",
    ]


def test_a_yearly_report_with_a_first_time_is_due_then():
    reading = read_decision(letters.TO_ALL_COUNTIES)

    assert due(reading) == [
        (ObligationKind.PERIOD_END, date(2026, 12, 31)),
        (ObligationKind.RECURRING_REPORT, date(2025, 3, 1)),
    ]


def test_two_appropriations_joined_by_och_keep_their_items_apart():
    reading = read_decision(letters.TO_ALL_COUNTIES)

    assert places(reading) == [(4, "1:6", "2"), (1, "5:1", "3")]
    assert amounts(reading) == [
        (10_000_000, 2024, GrantKind.ALLOCATED, False),
        (12_000_000, 2025, GrantKind.PLANNED, False),
    ]


def test_the_glued_head_of_old_directions_is_taken_apart():
    reading = read_decision(letters.WHOLE_DIRECTIONS)

    assert reading.kind.value is DocumentKind.APPROPRIATION_DIRECTIONS
    assert reading.title.value == (
        "Regleringsbrev för budgetåret 2013 avseende Statens vatteninstitut"
    )
    assert reading.protocol_number.value == "8"
    assert reading.decided_on.value == date(2012, 12, 19)
    assert values(reading.registry_numbers) == ["S2012/8871/VS"]
    assert values(reading.recipients) == ["Statens vatteninstitut"]
    assert values(reading.citations) == [
        "prop. 2012/13:1",
        "bet. 2012/13:SoU1",
        "rskr. 2012/2013:115",
    ]


def test_directions_count_the_assignments_under_their_heading_and_each_row_once():
    reading = read_decision(letters.WHOLE_DIRECTIONS)

    assert [each.text for each in reading.assignments] == [
        "Institutet ska kartlägga kalla bad",
        "Institutet ska följa upp varma bad",
    ]
    assert amounts(reading) == [
        (95_000_000, 2013, GrantKind.ALLOCATED, False),
        (109_000_000, 2013, GrantKind.ALLOCATED, False),
        (19_250_000, 2013, GrantKind.ALLOCATED, False),
    ]
    assert places(reading) == [(9, "4:7", "1"), (9, "4:7", "4"), (9, "5:1", "1")]


def test_parts_of_a_total_are_for_its_year():
    reading = read_decision(letters.TWO_SOURCES)

    assert amounts(reading) == [
        (1_250_000, 2018, GrantKind.TOTAL, False),
        (1_000_000, 2018, GrantKind.GRANTED, False),
        (250_000, 2018, GrantKind.GRANTED, False),
    ]
    assert places(reading) == [(17, "6:1", "5"), (17, "12:2", "1")]


def test_a_short_form_names_no_further_receiver():
    reading = read_decision(letters.TWO_SOURCES)

    assert values(reading.recipients) == ["Myndigheten för bad- och bryggfrågor"]
    assert len(reading.assignments) == 2
    assert values(reading.consult) == ["Sjörådet"]
    assert due(reading) == [
        (ObligationKind.REPORT, date(2019, 4, 15)),
        (ObligationKind.INTERIM_REPORT, date(2020, 4, 15)),
        (ObligationKind.FINAL_REPORT, date(2021, 4, 15)),
    ]
    assert values(reading.report_to)[:2] == [
        "Regeringskansliet (Kulturdepartementet)",
        "kopia: Utbildningsdepartementet",
    ]


def test_a_web_page_keeps_a_body_and_its_unit_together():
    reading = read_decision(letters.WEB_PAGE)

    assert reading.title.value == "Uppdrag till skydd för badare"
    assert values(reading.registry_numbers) == ["Ku2016/04468/FST"]
    assert values(reading.recipients) == ["Gymnastikinstitutet"]
    assert "Sjörådet" in values(reading.consult)
    assert due(reading) == [
        (ObligationKind.REPORT, date(2017, 2, 1)),
        (ObligationKind.REPORT, date(2018, 4, 30)),
    ]
    assert values(reading.report_to) == ["Regeringskansliet (Kulturdepartementet)"]


@pytest.mark.parametrize("text", letters.NO_ASSIGNMENTS.values(), ids=letters.NO_ASSIGNMENTS)
def test_what_only_speaks_of_assignments_gives_none(text):
    reading = read_decision(text)

    assert reading.kind.value is DocumentKind.OTHER
    assert reading.assignments == ()
    assert reading.obligations == ()
    assert reading.grants == ()


def test_a_mailing_list_names_the_receivers_of_a_letter_that_points_to_it():
    reading = read_decision(letters.MAILING_LIST)

    assert values(reading.recipients) == ["Bryggmyndigheten", "Statens sjöverk"]
    assert len(reading.assignments) == 1
