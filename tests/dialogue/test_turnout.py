from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dialogue.factories import MeetingFactory, hold, organisations
from tests.directory.factories import OrganisationFactory
from tests.mandate.factories import ActivityFactory, DecisionFactory, MandateFactory
from varn.dialogue import queries
from varn.dialogue.choices import ToAsk
from varn.dialogue.queries.turnout import to_ask
from varn.dialogue.rules.turnout import Seat, counted
from varn.directory.models import Succession
from varn.directory.rules.kinship import Kinship
from varn.mandate.choices import FactKind

AS_OF = date(2014, 11, 15)
LATER = date(2015, 3, 1)
db = pytest.mark.django_db


def by_name(rows):
    return {row.name: (row.asked, row.came, row.ahead) for row in rows}


def names(rows):
    return [row.name for row in rows]


def renamed(before, after, on=date(2015, 1, 1)):
    type(before).objects.filter(pk=before.pk).update(valid_to=on)
    type(after).objects.filter(pk=after.pk).update(valid_from=on)
    Succession.objects.create(predecessor=before, successor=after, on=on)


@pytest.fixture
def activity(db):
    return ActivityFactory()


@pytest.fixture
def mandate(activity):
    return activity.requirement.mandate


def test_each_organisation_is_counted_once_at_each_meeting_that_was_held(activity, mandate):
    police, schools = organisations("Polisen", "Skolverket")
    MeetingFactory(activity=activity, held=True, asked=[police, schools], present=[police])
    MeetingFactory(activity=activity, held=True, asked=[police], present=[police])
    MeetingFactory(activity=activity, cancelled=True, asked=[schools])
    MeetingFactory(activity=activity, asked=[schools])

    rows = queries.participation(mandate, on=AS_OF)

    assert by_name(rows) == {"Polisen": (2, 2, 0), "Skolverket": (1, 0, 1)}
    assert rows[0].last_came_on == date(2014, 10, 1)


def test_those_who_were_asked_and_never_came_are_named(activity, mandate):
    police, schools, courts = organisations("Polisen", "Skolverket", "Domstolsverket")
    MeetingFactory(activity=activity, held=True, asked=[police, schools], present=[police])
    MeetingFactory(activity=activity, asked=[courts])

    assert names(queries.never_came(mandate, on=AS_OF)) == ["Skolverket"]


def test_county_boards_and_the_copy_list_ought_to_be_asked_but_not_ministry_or_holder(db):
    holder, kalmar = organisations(
        "Länsstyrelsen i Stockholms län", "Länsstyrelsen i Kalmar län", kind="county_board"
    )
    (social,) = organisations("Socialstyrelsen")
    mandate = MandateFactory()

    missing = queries.never_asked(mandate, on=AS_OF)

    assert {row.organisation for row in missing} == {kalmar, social}
    assert mandate.holder == holder


def test_all_municipalities_ought_to_be_asked_when_one_looks_at_municipalities(activity, mandate):
    asked, forgotten = organisations("Nacka kommun", "Täby kommun", kind="municipality")
    MeetingFactory(activity=activity, asked=[asked])

    missing = queries.never_asked(mandate, on=AS_OF, kind="municipality")

    assert {row.organisation for row in missing} == {forgotten}


def test_one_level_is_counted_by_itself(activity, mandate):
    (police,) = organisations("Polisen")
    MeetingFactory(activity=activity, held=True, asked=[police], present=[police], level="expert")
    MeetingFactory(activity=activity, held=True, asked=[police])

    leaders = queries.participation(mandate, on=AS_OF, level="leadership")

    assert by_name(leaders) == {"Polisen": (1, 0, 0)}


def test_other_mandates_are_not_counted(mandate):
    MeetingFactory(held=True, asked=organisations("Polisen"))

    assert queries.participation(mandate, on=AS_OF) == []


def test_a_meeting_of_a_body_that_was_renamed_counts_for_the_one_it_became(activity, mandate):
    board, police = organisations("Rikspolisstyrelsen", "Polismyndigheten")
    renamed(board, police)
    meeting = MeetingFactory(activity=activity, asked=[board], present=[board], held=True)
    later = MeetingFactory(activity=activity, asked=[police], held_on=date(2015, 2, 1))
    hold(later)

    before = queries.participation(mandate, on=AS_OF)
    after = queries.participation(mandate, on=LATER)

    assert by_name(before) == {"Rikspolisstyrelsen": (1, 1, 0)}
    assert by_name(after) == {"Polismyndigheten": (2, 1, 0)}
    assert queries.never_came(mandate, on=LATER) == []
    assert meeting.held_on < later.held_on


def test_one_asked_under_its_coming_name_is_shown_under_the_present(activity, mandate):
    board, police = organisations("Rikspolisstyrelsen", "Polismyndigheten")
    renamed(board, police)
    MeetingFactory(activity=activity, asked=[board], held=True)
    MeetingFactory(activity=activity, asked=[police], held_on=date(2015, 2, 1))

    rows = queries.participation(mandate, on=AS_OF)

    assert by_name(rows) == {"Rikspolisstyrelsen": (1, 0, 1)}


def test_bodies_that_the_decision_names_show_how_far_their_dialogue_has_come(db):
    (board,) = organisations("Rikspolisstyrelsen")
    decision = DecisionFactory(
        text="Regeringsbeslut\n\n2014-02-20\n\nS2014/7/FST\n\nUppdrag att samverka\n\n"
        "Regeringens beslut\n\nRegeringen ger Länsstyrelsen i Stockholms län i uppdrag att "
        "sprida kunskap.\n\nLänsstyrelsen i Stockholms län ska genomföra uppdraget i dialog med "
        "Rikspolisstyrelsen.\n"
    )
    assert decision.facts.filter(kind=FactKind.CONSULT).exists()
    mandate = MandateFactory(decision=decision)
    activity = ActivityFactory(requirement=mandate.requirements.order_by("number").first())

    (nothing,) = queries.named_bodies(mandate, on=AS_OF)
    MeetingFactory(activity=activity, held=True, asked=[board], present=[board])
    (met,) = queries.named_bodies(mandate, on=AS_OF)

    assert (nothing.words, nothing.is_met) == ("Rikspolisstyrelsen", False)
    assert (met.count.came, met.is_met) == (1, True)
    assert to_ask(mandate, ToAsk.NAMED, on=AS_OF) == {board.pk}


def test_a_group_is_asked_by_those_who_do_its_work_today(activity, mandate):
    (social,) = organisations("Socialstyrelsen")
    heir, kalmar = OrganisationFactory(kind="agency"), OrganisationFactory(kind="county_board")
    renamed(social, heir)
    mandate.copies.filter(line="Socialstyrelsen").update(organisation=social, unresolved_reason="")
    MeetingFactory(activity=activity, held=True, asked=[kalmar])

    assert to_ask(mandate, ToAsk.COPIES, on=AS_OF) == {social.pk}
    assert to_ask(mandate, ToAsk.COPIES, on=LATER) == {heir.pk}
    assert to_ask(mandate, ToAsk.COUNTY_BOARDS, on=AS_OF) == {kalmar.pk}
    assert to_ask(mandate, ToAsk.NEVER_CAME, on=AS_OF) == {kalmar.pk}
    assert to_ask(mandate, ToAsk.NEVER_ASKED, on=AS_OF) == {social.pk}


def test_meetings_without_minutes_and_open_decisions_are_found(activity, mandate):
    meeting = MeetingFactory(activity=activity, held=True, decided=["Utse en kontakt"])
    MeetingFactory(activity=activity)

    assert list(queries.meetings_without_minutes(mandate)) == [meeting]
    assert list(queries.open_decisions(mandate)) == list(meeting.decisions.all())
    assert queries.meetings_of(mandate).count() == 2


seats = st.builds(
    Seat,
    organisation_id=st.integers(1, 3),
    meeting_id=st.integers(1, 5),
    day=st.dates(date(2014, 1, 1), date(2014, 12, 31)),
    is_held=st.booleans(),
    was_asked=st.booleans(),
    came=st.booleans(),
)


@given(st.lists(seats))
def test_a_meeting_counts_at_most_once_whatever_the_seats(given_seats):
    count = counted(given_seats)
    twice = counted([*given_seats, *given_seats])

    assert twice == count
    assert count.asked <= len({seat.meeting_id for seat in given_seats if seat.is_held})
    assert (count.last_came_on is None) == (count.came == 0)


links = st.tuples(st.integers(1, 6), st.integers(1, 6), st.dates(date(2000, 1, 1), LATER))


@given(st.lists(links), st.integers(1, 6))
def test_kinship_ends_even_where_successions_go_in_circles(successions, organisation):
    family = Kinship(tuple(successions))

    kin = family.kin(organisation)

    assert organisation in kin
    assert family.heir(organisation, on=LATER) in kin


def test_siblings_before_a_merger_are_not_the_same_body():
    family = Kinship(((1, 3, AS_OF), (2, 3, AS_OF)))

    assert family.kin(1) == {1, 3}
    assert family.kin(3) == {1, 2, 3}


def test_a_body_whose_work_was_divided_has_no_single_heir():
    family = Kinship(((1, 2, AS_OF), (1, 3, AS_OF)))

    assert family.heir(1, on=LATER) == 1
