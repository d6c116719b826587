"""The chain's arithmetic, without a database."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varn.audit.choices import Break
from varn.audit.rules.chain import GENESIS, Content, Link, canonical, link_hash
from varn.audit.rules.showing import HIDDEN, shown
from varn.audit.rules.verification import follow

NOON = datetime(2014, 11, 15, 12, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
CONTENTS = st.builds(
    Content,
    entry_id=st.integers(1, 10**9),
    at=st.datetimes(timezones=st.just(UTC)),
    event=TEXT,
    subject=TEXT,
    by=TEXT,
    details=st.dictionaries(TEXT, JSON, max_size=3),
)


def chained(contents):
    links, end = [], GENESIS
    for position, content in enumerate(contents, start=1):
        made = link_hash(content, position=position, previous_hash=end, linked_at=NOON)
        links.append(
            Link(
                position=position,
                previous_hash=end,
                hash=made,
                linked_at=NOON,
                format=1,
                content=content,
            )
        )
        end = made
    return links


def test_format_1_is_written_as_documented():
    content = Content(
        entry_id=7, at=NOON, event="a.b.c", subject="x:1", by="å@b.se", details={"b": 1, "a": "ö"}
    )

    written = canonical(
        content, position=2, linked_at=NOON + timedelta(seconds=1), name="varn-audit-1"
    )

    assert written.decode() == (
        '["varn-audit-1",2,"2014-11-15T12:00:01.000000+00:00",7,'
        '"2014-11-15T12:00:00.000000+00:00","a.b.c","x:1","å@b.se",{"a":"ö","b":1}]'
    )


@given(st.lists(CONTENTS, max_size=6))
def test_an_untouched_chain_is_whole(contents):
    verdict = follow(chained(contents), heads={})

    assert verdict.finding is None
    assert verdict.links == len(contents)


@given(st.lists(CONTENTS, min_size=1, max_size=6), st.data())
def test_any_change_of_any_part_of_any_entry_breaks_the_chain_there(contents, data):
    links = chained(contents)
    place = data.draw(st.integers(0, len(links) - 1))
    part = data.draw(st.sampled_from(["event", "subject", "by", "details", "at", "entry_id"]))
    other = data.draw(CONTENTS.filter(lambda c: getattr(c, part) != getattr(contents[place], part)))
    changed = replace(links[place].content, **{part: getattr(other, part)})
    links[place] = replace(links[place], content=changed)

    verdict = follow(links, heads={})

    assert (verdict.finding.kind, verdict.finding.position) == (Break.CONTENT, place + 1)


@given(st.lists(CONTENTS, min_size=2, max_size=6), st.data())
def test_a_removed_or_moved_link_is_missed(contents, data):
    links = chained(contents)
    place = data.draw(st.integers(0, len(links) - 2))
    del links[place]

    verdict = follow(links, heads={})

    assert (verdict.finding.kind, verdict.finding.position) == (Break.MISSING, place + 1)


@pytest.mark.parametrize("change", [{"linked_at": NOON + timedelta(days=1)}, {"format": 9}])
def test_the_link_itself_is_vouched_for(change):
    links = chained([Content(entry_id=1, at=NOON, event="", subject="", by="", details={})])

    verdict = follow([replace(links[0], **change)], heads={})

    assert verdict.finding.kind == Break.CONTENT


def test_details_that_are_named_like_secrets_are_covered_however_deep():
    details = {"name": "a", "new_password": "b", "list": [{"Token": "c", "ok": 1}]}

    assert shown(details) == {
        "name": "a",
        "new_password": HIDDEN,
        "list": [{"Token": HIDDEN, "ok": 1}],
    }
