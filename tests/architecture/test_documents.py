"""What documents list is what there is."""

import re

from tests.architecture.source import ROOT, SOURCE

SETTING = re.compile(r"\b(?:VARN|DATABASE)_[A-Z_]*[A-Z]\b")


def test_every_decision_stands_in_the_index():
    index = (ROOT / "docs" / "adr" / "README.md").read_text()
    decisions = sorted((ROOT / "docs" / "adr").glob("0*.md"))
    titles = [path.read_text().splitlines()[0].split(". ", 1)[1] for path in decisions]

    missing = [
        path.name
        for path, title in zip(decisions, titles, strict=True)
        if f"[{title}]({path.name})" not in index
    ]

    assert decisions
    assert missing == []


def test_every_setting_is_described_to_those_who_run_it():
    read = set(SETTING.findall((SOURCE / "project" / "env.py").read_text()))
    described = set(SETTING.findall((ROOT / "docs" / "operations.md").read_text()))

    assert "VARN_ENVIRONMENT" in read
    assert read - described == set()
