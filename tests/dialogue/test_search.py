import pytest

from tests.dialogue.factories import MeetingFactory, hold
from varn.dialogue.queries.search import found

pytestmark = pytest.mark.django_db


def test_a_meeting_is_found_by_its_title_agenda_and_outcome_in_any_inflection():
    meeting = MeetingFactory(title="Forum om hotellen", agenda="Taxibolagens utbildning")
    hold(meeting, summary="Polismyndigheten tar fram en handledning.")

    for words in ("hotell", "taxibolag", "handledningar", "hotelen"):
        (hit,) = found(words, limit=5)
        assert (hit.url_name, hit.url_args) == ("dialogue:meeting_detail", (meeting.pk,)), words


def test_a_hit_says_why_it_matched_and_where_it_belongs():
    meeting = MeetingFactory(title="Forum", agenda="Taxibolagens utbildning")

    (hit,) = found("taxibolag", limit=5)

    assert "Taxibolagens" in hit.excerpt
    assert meeting.mandate.registry_number in hit.where
    assert "1 oktober 2014" in hit.where


def test_nothing_is_found_where_nothing_fits():
    MeetingFactory()

    assert found("kärnkraft", limit=5) == []
    assert found("", limit=5) == []
