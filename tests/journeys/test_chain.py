"""Decision → mandate → activity → result → report, by keyboard, in both languages."""

import io
import json
import re
from dataclasses import dataclass

import pikepdf
import pytest
from playwright.sync_api import expect

from tests.journeys.keyboard import press, type_day, type_into, walk_to
from tests.journeys.starting import begins_with, read_decision, settle_facts

RESULT = "42 deltagare från 11 kommuner"


@dataclass(frozen=True)
class Words:
    """What the page says in one language."""

    language: str
    start: str
    registry_number: str
    read: str
    read_it: str
    confirm_all: str
    confirm: str
    start_mandate: str
    add_activity: str
    add: str
    what: str
    target_group: str
    authority: str
    starts: str
    responsible: str
    record: str
    came_of_it: str
    where: str
    when: str
    save_result: str
    reports: str
    pdf: str


SWEDISH = Words(
    language="sv", start="/sv/arbete/uppdrag/", registry_number="S2014/7001/FST",
    read="Läs in ett beslut", read_it="Läs in", confirm_all="Bekräfta .* tydliga",
    confirm="Bekräfta", start_mandate="Starta uppdraget", add_activity="Lägg till en aktivitet",
    add="Lägg till aktiviteten", what="Vad som görs", target_group="Målgrupp",
    authority="Myndighet som har ansvaret", starts="Börjar", responsible="Ansvarig roll",
    record="Spara ett resultat", came_of_it="Vad det ledde till", where="Var", when="När",
    save_result="Spara resultatet", reports="Slutrapport", pdf="PDF",
)  # fmt: skip
ENGLISH = Words(
    language="en", start="/en/desk/mandates/", registry_number="S2014/7002/FST",
    read="Read a decision", read_it="Read it", confirm_all="Confirm .* clear",
    confirm="Confirm", start_mandate="Start the mandate", add_activity="Add an activity",
    add="Add the activity", what="What is done", target_group="Target group",
    authority="Duty-bearing authority", starts="Starts", responsible="Responsible",
    record="Record a result", came_of_it="What came of it", where="Where", when="When",
    save_result="Record the result", reports="Report", pdf="PDF",
)  # fmt: skip


def add_activity(page, words):
    press(page, begins_with(page, "link", words.add_activity))
    type_into(page, words.what, "Utbildningsdag för socialsekreterare")
    type_into(page, words.target_group, "Barn som utnyttjas")
    type_into(page, words.authority, "Socialstyrelsen")
    type_day(page, words.starts, "2014-09-01")
    type_into(page, words.responsible, "Samordnare")
    press(page, page.get_by_role("button", name=words.add, exact=True))


def record_result(page, words, folder):
    evidence = folder / "program.txt"
    evidence.write_text("Program för utbildningsdagen")
    press(page, begins_with(page, "link", words.record))
    type_into(page, words.came_of_it, RESULT)
    walk_to(page, page.get_by_label(words.where, exact=True))
    page.keyboard.type("Malmö")
    type_day(page, words.when, "2014-10-20")
    page.locator("input[type=file]").set_input_files(evidence)
    press(page, page.get_by_role("button", name=words.save_result, exact=True))


@pytest.mark.parametrize("words", [SWEDISH, ENGLISH], ids=["sv", "en"])
def test_a_decision_becomes_a_report_by_keyboard(page, site, sign_in, tmp_path, problems, words):
    sign_in("national-coordinator", words.language)
    page.goto(site.url + words.start)

    read_decision(page, words, tmp_path)
    settle_facts(page, words)
    press(page, page.get_by_role("button", name=words.start_mandate))
    add_activity(page, words)
    record_result(page, words, tmp_path)
    expect(page.get_by_role("link", name="program.txt")).to_be_visible()

    report = download_report(page, words)
    out = tmp_path / "report.json"
    made = site.varn("final-report", words.registry_number, "--format", "json", "--out", str(out))
    with pikepdf.open(io.BytesIO(report)) as pdf:
        assert str(pdf.Root.Lang).startswith(words.language)
        assert words.registry_number in str(pdf.docinfo)
    assert made.returncode == 0, made.stderr
    assert RESULT in json.dumps(json.loads(out.read_text()), ensure_ascii=False)
    assert problems == []


def download_report(page, words):
    press(page, page.get_by_role("navigation").get_by_role("link", name=words.reports))
    card = page.locator(".ds-card").filter(has_text=words.registry_number)
    press(page, card.get_by_role("link").first)
    link = page.get_by_role("link", name=re.compile(words.pdf)).first
    walk_to(page, link)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    return download.value.path().read_bytes()
