"""Reading a decision in and settling its facts, by keyboard."""

import re

from docx import Document

from tests.journeys.keyboard import press, walk_to
from varn.project.demonstration import content


def decision_file(words, folder):
    """The demonstration's decision under another registry number: text, and Word."""
    text = content.decision_file().decode().replace("S2014/1695/FST", words.registry_number)
    if words.language == "sv":
        path = folder / "beslut.txt"
        path.write_text(text)
        return path
    document = Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    path = folder / "decision.docx"
    document.save(path)
    return path


def begins_with(page, role, name):
    return page.get_by_role(role, name=re.compile(f"^{name}")).first


def read_decision(page, words, folder):
    press(page, begins_with(page, "link", words.read))
    walk_to(page, page.locator("input[type=file]"))
    page.locator("input[type=file]").set_input_files(decision_file(words, folder))
    press(page, page.get_by_role("button", name=words.read_it, exact=True))


def settle_facts(page, words):
    press(page, begins_with(page, "button", words.confirm_all))
    doubtful = page.locator(".fact--to-check").get_by_role("button", name=words.confirm)
    while doubtful.count():
        press(page, doubtful.first)
