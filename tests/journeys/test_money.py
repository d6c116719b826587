"""Ledger files → who pays → requisition, account and repayment, to the öre, in both languages."""

from dataclasses import dataclass

import pytest
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import expect

from tests.finance.factories import HEADING, ledger_row
from tests.journeys import test_chain
from tests.journeys.keyboard import press
from tests.journeys.starting import read_decision, settle_facts
from varn.kernel.documents import extract_text
from varn.kernel.tables import write_xlsx

NBSP = "\u00a0"
SIE = """#FLAGGA 0
#FORMAT PC8
#SIETYP 4
#DIM 6 "Projekt"
#OBJEKT 6 "41403" "Allmänheten"
#KONTO 5741 "Tryck"
#KONTO 1930 "Bank"
#VER B 7 20140618 "Affischer"
{
#TRANS 5741 {6 "41403"} 500000.10
#TRANS 1930 {} -500000.10
}
""".encode("cp437")
USED = {"sv": "1 734 567,99", "en": "1,734,567.99"}
ASKED = {"sv": "2 000 000", "en": "2,000,000"}
REPAID = {"sv": "265 432,01", "en": "265,432.01"}
RULES = (("5800", "5899", "travel"), ("5700", "5799", "communication"))
OUR_NUMBER = "851-77-2014"
DOCUMENTS = ("requisition", "financial_account", "repayment")


@dataclass(frozen=True)
class Money:
    """What the journey says and where it is, in one language."""

    start: test_chain.Words
    number: str

    @property
    def language(self):
        return self.start.language

    def __getattr__(self, name):
        return getattr(self.start, name)

    @property
    def registry_number(self):
        return self.number

    def say(self, text):
        """The words on the page, from the catalogue that the page itself uses."""
        with translation.override(self.language):
            return translation.gettext(text)


SWEDISH = Money(test_chain.SWEDISH, "S2014/7101/FST")
ENGLISH = Money(test_chain.ENGLISH, "S2014/7102/FST")


def send(page, button):
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()


def bring_in(page, words, address, name, data):
    page.goto(address)
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    page.locator("input[type=file]").set_input_files(file)
    send(page, words.say("Show what it would add"))
    send(page, words.say("Bring in the new rows"))


def add_rule(page, words, address, rule):
    page.goto(address)
    first, last, cost_type = rule
    page.fill("[name=account_from]", first)
    page.fill("[name=account_to]", last)
    page.select_option("[name=cost_type]", cost_type)
    send(page, words.say("Save and map"))


def freeze(page, words, kind):
    """Freeze a document and say that it was sent; gives its text as a reader of the PDF sees it."""
    with page.expect_navigation():
        page.locator(f"main a[href*='/{kind}/']").first.click()
    if kind == "requisition":
        page.fill("[name=asked_ore]", "2 000 000")
    page.fill("[name=own_registry_number]", OUR_NUMBER)
    page.fill("[name=signed_by]", "Eva Exempel")
    page.fill("[name=signed_title]", "länsråd")
    page.select_option("[name=languages]", "en")
    send(page, words.say("Freeze it"))
    spoken = words.say("in Swedish" if words.language == "sv" else "in English")
    pdf = page.locator("main li", has_text=".pdf").filter(has_text=spoken).get_by_role("link")
    with page.expect_download() as download:
        pdf.click()
    send(page, words.say("It is sent"))
    return extract_text(download.value.path().read_bytes(), filename="sent.pdf").text


def plain(text):
    return text.replace(NBSP, " ").replace("\u202f", " ")


@dataclass(frozen=True)
class Places:
    """Where the pages of one mandate's money are, in one language."""

    money: str
    ledger: str
    take_in: str
    add_rule: str
    charging: str
    documents: str
    obligations: str


def places(mandate, site, words):
    """The addresses as the catalogue translates them."""
    number = mandate.rsplit("/", 1)[1]

    def of(name):
        with translation.override(words.language):
            return site.url + reverse(name, args=[number])

    return Places(
        money=of("finance:money"),
        ledger=of("finance:ledger"),
        take_in=of("finance:ledger_import"),
        add_rule=of("finance:rule_add"),
        charging=of("finance:charging"),
        documents=of("finance:document_list"),
        obligations=of("mandate:obligation_list"),
    )


def start_mandate(page, site, words, folder):
    page.goto(site.url + words.start.start)
    read_decision(page, words, folder)
    settle_facts(page, words)
    press(page, page.get_by_role("button", name=words.start_mandate))
    return page.url.rstrip("/")


def keep_the_ledger(page, words, where):
    """Rules, an Excel file, a SIE file, and the first one again, which adds nothing."""
    xlsx = write_xlsx([HEADING, ledger_row("1", kronor="1 234 567,89")], title="Huvudbok")
    for rule in RULES:
        add_rule(page, words, where.add_rule, rule)
    bring_in(page, words, where.take_in, "huvudbok.xlsx", xlsx)
    bring_in(page, words, where.take_in, "huvudbok.se", SIE)
    page.goto(where.take_in)
    again = {"name": "igen.xlsx", "mimeType": "application/octet-stream", "buffer": xlsx}
    page.locator("input[type=file]").set_input_files(again)
    send(page, words.say("Show what it would add"))
    assert not page.get_by_role("button", name=words.say("Bring in the new rows")).count()
    page.goto(where.charging)
    send(page, words.say("Let the grant pay for all that fits"))


def send_documents(page, words, where):
    """Requisition, account and repayment, each frozen and sent; their texts."""
    sent = {}
    for kind in DOCUMENTS:
        page.goto(where.documents)
        sent[kind] = plain(freeze(page, words, kind))
    return sent


@pytest.mark.parametrize("words", [SWEDISH, ENGLISH], ids=["sv", "en"])
def test_the_money_adds_up_to_the_ore(page, site, sign_in, tmp_path, problems, words):
    sign_in("national-coordinator", words.language)
    where = places(start_mandate(page, site, words, tmp_path), site, words)
    sign_in("finance-officer", words.language)

    keep_the_ledger(page, words, where)
    sent = send_documents(page, words, where)

    assert ASKED[words.language] in sent["requisition"]
    assert USED[words.language] in sent["financial_account"]
    assert REPAID[words.language] in sent["repayment"]
    assert all(words.number in text for text in sent.values())
    page.goto(where.obligations)
    expect(page.locator("main li", has_text=OUR_NUMBER)).to_have_count(len(DOCUMENTS))
    assert problems == []
