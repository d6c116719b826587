"""Amounts, what they mean, and where in the budget they stand."""

import pytest

from tests.mandate.reading.letters import DIRECTIONS, sentence
from varn.mandate.rules.reading import DocumentKind, read_decision


def grants(*words: str) -> list[tuple[int, int | None, str, bool]]:
    found = read_decision(sentence(*words)).grants
    return [(each.amount_sek, each.year, each.kind.value, each.cap) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Badverket får använda 250 000 kronor under 2016.", (250_000, 2016, "granted", False)),
        (
            "Badverket får under 2020 använda högst 1,5 miljoner kronor.",
            (1_500_000, 2020, "granted", True),
        ),
        ("Badverket får disponera 900 tkr för 2021.", (900_000, 2021, "granted", False)),
        ("För 2022 beräknas 3 000 000 kronor för uppdraget.", (3_000_000, 2022, "planned", False)),
        ("Den sammanlagda kostnaden beräknas till 40 000 kronor.", (40_000, None, "total", False)),
        ("Av medlen får högst 50 000 kronor användas för resor.", (50_000, None, "part", True)),
        ("Badverket får använda 3 000 000kronor under 2014.", (3_000_000, 2014, "granted", False)),
    ],
)
def test_an_amount_says_its_year_kind_and_cap(text, expected):
    assert grants(text) == [expected]


def test_years_stand_before_their_amounts_or_after_them():
    before = (
        "Badverket får under 2019 använda 100 000 kronor och under 2020 använda 200 000 kronor."
    )
    after = "Badverket får använda 100 000 kronor under 2019 och 200 000 kronor under 2020."

    expected = [(100_000, 2019, "granted", False), (200_000, 2020, "granted", False)]
    assert grants(before) == expected
    assert grants(after) == expected


def test_an_amount_said_twice_is_one_amount():
    text = "Badverket får använda 70 000 kronor under 2020."

    assert len(grants(text, "\n\nNärmare om uppdraget\n\n", text)) == 1


def test_equal_items_of_one_list_are_several_amounts():
    text = (
        "Badverket får under 2017 rekvirera:\n\n* 300 000 kronor från bad,\n* 300 000 kronor "
        "från bastu."
    )

    assert [amount for amount, *_ in grants(text)] == [300_000, 300_000]


@pytest.mark.parametrize(
    "text",
    [
        "Avgiften ska vara 500 kronor.",
        "Regeringen har tidigare anslagit 75 miljoner kronor för bad.",
    ],
)
def test_fees_and_past_money_are_no_grants(text):
    assert grants(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kostnaderna ska belasta utgiftsområde 9 Hälsovård, sjukvård och social omsorg, "
            "anslaget 4:7. Bidrag till"
            " bad m.m., anslagsposten 5 Övriga medel.",
            (
                9,
                "Hälsovård, sjukvård och social omsorg",
                "4:7",
                "Bidrag till bad m.m.",
                "5",
                "Övriga medel",
            ),
        ),
        (
            "Utgifterna ska belasta det inom utgiftsområde 22 Kommunikationer för budgetåret "
            "2023 uppförda anslaget"
            " 2:7 Digital bastu, anslagsposten 3 Bastu.",
            (22, "Kommunikationer", "2:7", "Digital bastu", "3", "Bastu"),
        ),
        (
            (
                "Kostnaderna ska belasta utgiftsområde 18 Byggande, anslaget l : 1 Bad, "
                "anslagsposten 1 Bad- del till Is."
            ),
            (18, "Byggande", "1:1", "Bad", "1", "Bad- del till Is"),
        ),
    ],
)
def test_an_appropriation_is_read_however_it_is_written(text, expected):
    (found,) = read_decision(sentence(text)).appropriations

    assert (
        found.area,
        found.area_name,
        found.appropriation,
        found.appropriation_name,
        found.item,
        found.item_name,
    ) == expected


def test_directions_allocate_thousands_by_their_table():
    reading = read_decision(DIRECTIONS)

    assert reading.kind.value is DocumentKind.APPROPRIATION_DIRECTIONS
    assert reading.title.value == "Regleringsbrev för budgetåret 2017 avseende Sagomyndigheten"
    assert [(g.amount_sek, g.year, g.kind) for g in reading.grants] == [
        (12_000_000, 2017, "allocated"),
        (500_000, 2017, "allocated"),
        (2_000_000, 2017, "part"),
    ]
    assert [(a.area, a.appropriation, a.item, a.item_name) for a in reading.appropriations] == [
        (17, "1:9", "1", "Sagor för barn"),
        (17, "1:9", "2", "Sagor för vuxna"),
    ]
