"""The decision that the product starts from, and others, when they lie beside the repository."""

import json
from datetime import date
from pathlib import Path

import pytest

from varn.mandate.rules.reading import DocumentKind, Reading, read_decision

DECISIONS = Path(__file__).resolve().parents[4] / "shared" / "decisions"
SEED = DECISIONS / "s2014-1695-fst.txt"
OTHERS = sorted((DECISIONS / "others").glob("*.json"))

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the real decisions aren't here")


@pytest.fixture(scope="module")
def seed() -> Reading:
    return read_decision(SEED.read_text(encoding="utf-8"))


def values(found) -> list[object]:
    return [each.value for each in found]


def test_the_seed_is_known_by_its_head(seed):
    assert seed.kind.value is DocumentKind.ASSIGNMENT
    assert (
        seed.title.value
        == "Uppdrag att samordna arbetet mot människohandel och exploatering av barn"
    )
    assert seed.protocol_number.value == "II:5"
    assert seed.decided_on.value == date(2014, 2, 20)
    assert seed.department.value == "Socialdepartementet"
    assert values(seed.recipients) == ["Länsstyrelsen i Stockholms län"]


def test_the_seed_cites_two_other_matters(seed):
    assert values(seed.registry_numbers) == ["S2014/1695/FST"]
    assert seed.registry_partly.value is True
    assert values(seed.cited_registry_numbers) == ["Ju2013/1492/PO", "U2013/6850/JÄM"]
    assert values(seed.builds_on) == ["Ju2013/1492/PO"]
    assert values(seed.citations) == ["prop. 2013/14:1", "skr. 2013/14:91", "prop. 2009/10:232"]


def test_the_seed_has_four_assignments(seed):
    assert [a.text.split()[1] for a in seed.assignments] == [
        "samordna",
        "verka",
        "informera",
        "bidra",
    ]


def test_every_ska_below_the_seeds_decision_is_a_requirement(seed):
    assert [r.assignment for r in seed.requirements] == [None] * 9 + [1, 1, 2, 4, 4, 4, 3, 3, None]
    assert sum("hänvisa till det diarienummer" in r.text for r in seed.requirements) == 2


def test_the_seeds_days_are_its_recipients_own(seed):
    assert [(o.kind, o.due_on, o.addressee) for o in seed.obligations] == [
        ("final_report", date(2015, 5, 31), "Regeringskansliet (Socialdepartementet)"),
        ("requisition", date(2014, 12, 1), "Socialstyrelsen"),
        ("repayment", date(2015, 3, 31), "Socialstyrelsen"),
        ("financial_account", date(2015, 3, 31), "Socialstyrelsen"),
    ]
    assert values(seed.report_to) == ["Regeringskansliet (Socialdepartementet)"]


def test_the_seeds_money_is_a_cap_from_one_item(seed):
    (grant,) = seed.grants
    (source,) = seed.appropriations

    assert (grant.amount_sek, grant.year, grant.kind, grant.cap) == (
        3_000_000,
        2014,
        "granted",
        True,
    )
    assert (source.area, source.appropriation, source.item) == (9, "4:7", "4")


def test_the_seed_ends_with_two_names_and_fourteen_copies(seed):
    assert values(seed.signatories) == ["Maria Larsson", "Cecilia Sköld Kordelius"]
    assert len(seed.copies_to) == 14
    assert sum(len(copy.units) for copy in seed.copies_to) == 11
    assert "Samtliga länsstyrelser" in [copy.name for copy in seed.copies_to]


@pytest.mark.parametrize("pair", OTHERS, ids=lambda path: path.stem)
def test_other_decisions_keep_their_days_money_and_numbers(pair):
    expected = json.loads(pair.read_text(encoding="utf-8"))
    reading = read_decision(pair.with_suffix(".txt").read_text(encoding="utf-8"))

    days = {deadline["date"] for deadline in expected["deadlines"] or []}
    assert days <= {o.due_on.isoformat() for o in reading.obligations if o.due_on}
    assert [a["sek"] for a in expected["amounts"] or []] == [g.amount_sek for g in reading.grants]
    assert reading.title.value == expected["title"]
    assert values(reading.registry_numbers) == (expected["diary_numbers"] or [])


@pytest.mark.parametrize(
    "path", sorted((DECISIONS / "unlabelled").glob("*.md"))[::5], ids=lambda path: path.stem[:30]
)
def test_a_real_page_is_read_with_spans_in_it(path):
    text = path.read_text(encoding="utf-8")

    reading = read_decision(text)

    assert reading.title.value
    assert all(text[start:end] for start, end in (r.span for r in reading.requirements))
