import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.final_report.samples import EMPTY, FULL
from varn.final_report.choices import ReportFormat
from varn.final_report.gateways.report_files import report_file
from varn.final_report.rules.parts import Cover, PartKey
from varn.final_report.rules.stored import UnreadableContentError, fingerprint, restored, stored

WRITTEN = replace(
    FULL,
    texts={PartKey("summary"): "Vi *har* gjort det.", PartKey("assignment", 2): "- ett\n- två"},
    cover=Cover(
        own_registry_number="801-1-2014",
        decided_by="Landshövding Anna Exempel",
        decided_on=date(2015, 5, 28),
        present=("Bo Exempel",),
    ),
)


def through_json(content):
    return restored(json.loads(json.dumps(stored(content))))


@pytest.mark.parametrize("content", [FULL, EMPTY, WRITTEN], ids=["full", "empty", "written"])
def test_content_comes_back_as_it_was(content):
    assert through_json(content) == content


@pytest.mark.parametrize("form", ReportFormat)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_stored_content_gives_the_same_file(form, language):
    first = report_file(WRITTEN, form=form, language=language)

    assert report_file(through_json(WRITTEN), form=form, language=language) == first


@given(
    text=st.text(),
    title=st.text(),
    moment=st.datetimes(timezones=st.just(UTC)),
    day=st.none() | st.dates(),
)
def test_any_content_comes_back(text, title, moment, day):
    content = replace(
        FULL,
        decision=replace(FULL.decision, title=title),
        texts={PartKey("dialogue"): text},
        cover=Cover(decided_on=day, present=(title, text)),
        changed_at=moment,
    )

    assert through_json(content) == content


def test_the_fingerprint_changes_with_any_word():
    other = replace(WRITTEN, texts={PartKey("summary"): "Vi har *inte* gjort det."})

    assert fingerprint(other) != fingerprint(WRITTEN) == fingerprint(through_json(WRITTEN))


@pytest.mark.parametrize(
    "saved",
    [
        {},
        {"format": "something/9", "content": {}},
        {"format": "varn.final-report-content/1"},
        {"format": "varn.final-report-content/1", "content": {"unknown": 1}},
        {**stored(FULL), "content": {**stored(FULL)["content"], "changed_at": "yesterday"}},
    ],
    ids=["nothing", "another form", "no content", "unknown name", "no moment"],
)
def test_what_cannot_be_read_is_said_so(saved):
    with pytest.raises(UnreadableContentError):
        restored(saved)


def test_a_moment_keeps_its_zone():
    moment = datetime(2014, 11, 15, 12, 30, 1, 5, tzinfo=UTC)

    assert through_json(replace(FULL, changed_at=moment)).changed_at == moment
