from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.dialogue.factories import MeetingFactory, hold, organisations
from tests.mandate.factories import (
    PDF,
    ActivityFactory,
    CoordinatorFactory,
    MandateFactory,
    PlaceFactory,
)
from varn.dialogue.models import Meeting, MeetingDecision
from varn.directory.models import Succession
from varn.mandate.models import Evidence, Result

pytestmark = pytest.mark.django_db
AS_OF = date(2014, 11, 15)


@pytest.fixture
def coordinator(client, settings):
    settings.DEMONSTRATION_DATE = AS_OF
    user = CoordinatorFactory()
    client.force_login(user)
    return user


def page(name, *args):
    return reverse(f"dialogue:{name}", args=args)


def typed_meeting(under, **changes):
    return {
        "title": "Chefsforum",
        "kind": "meeting",
        "level": "leadership",
        "activity": str(under.pk),
        "held_on": "2014-12-03",
        "ends_on": "",
        "place": str(PlaceFactory().pk),
        "agenda": "1. Läget",
        "organisations": "",
        "submission": str(uuid4()),
    } | changes


def typed_outcome(meeting, **changes):
    return {"held_on": "2014-10-01", "summary": "", "guests": "", "version": meeting.version} | {
        f"text_{decision.pk}": decision.text for decision in meeting.decisions.all()
    } | changes  # fmt: skip


def add_address(activity):
    return page("meeting_add", activity.requirement.mandate_id)


def test_a_meeting_is_planned_with_organisations_one_to_a_line(client, coordinator):
    organisations("Rikspolisstyrelsen", "Skolverket")
    activity = ActivityFactory()
    names = "Rikspolisstyrelsen\n\n  Skolverket \nRikspolisstyrelsen"

    response = client.post(
        add_address(activity), typed_meeting(activity, organisations=names), follow=True
    )

    assert "Mötet är planerat" in response.text
    assert "2 organisationer inbjudna" in response.text


def test_a_double_submit_plans_one_meeting(client, coordinator):
    activity = ActivityFactory()
    typed = typed_meeting(activity)

    first, second = (client.post(add_address(activity), typed) for _ in range(2))

    assert first.url == second.url
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"organisations": "Skolverkt"}, "Skolverkt: finns inte i katalogen"),
        ({"organisations": "Skolverk"}, "Menade du: Skolverket?"),
        ({"organisations": "Kvarteret (202100-9999)"}, "ingen organisation har det numret"),
        ({"organisations": "\n".join(map(str, range(401)))}, "Skriv högst 400 rader"),
        ({"place": ""}, "Välj en plats, eller ange att mötet är digitalt"),
        ({"ends_on": "2014-12-01"}, "Den slutar innan den börjar"),
        ({"held_on": "2014-02-31"}, "Den dagen finns inte"),
        ({"level": "boss"}, "id_level"),
        ({"activity": "999999"}, "id_activity_error"),
        ({"submission": ""}, "Skicka det en gång till"),
    ],
)
def test_a_meeting_that_cannot_be_is_explained_and_kept(client, coordinator, changes, said):
    organisations("Skolverket")
    activity = ActivityFactory()

    response = client.post(add_address(activity), typed_meeting(activity, **changes))

    assert response.status_code == 422
    assert said in response.text
    assert 'value="Chefsforum"' in response.text
    assert not Meeting.objects.exists()


def test_an_activity_of_another_mandate_cannot_be_chosen(client, coordinator):
    activity, other = ActivityFactory(), ActivityFactory()

    response = client.post(add_address(activity), typed_meeting(other))

    assert response.status_code == 422


def test_two_of_the_same_name_are_told_apart_by_number(client, coordinator):
    one, two = organisations("Frivilliga", "Frivilliga")
    type(one).objects.filter(pk=one.pk).update(organisation_number="202100-2247")
    type(one).objects.filter(pk=two.pk).update(organisation_number="212000-0142")
    activity = ActivityFactory()

    unsure = client.post(add_address(activity), typed_meeting(activity, organisations="Frivilliga"))
    client.post(
        add_address(activity),
        typed_meeting(activity, organisations="Frivilliga (212000-0142)"),
    )

    assert "Frivilliga (202100-2247); Frivilliga (212000-0142)" in unsure.text
    assert Meeting.objects.get().participations.get().organisation == two


def test_a_name_of_another_time_leads_to_the_one_of_that_day(client, coordinator):
    board, police = organisations("Rikspolisstyrelsen", "Polismyndigheten")
    local = organisations(*(f"Polismyndigheten i län {n}" for n in range(5)))
    change = date(2015, 1, 1)
    type(board).objects.filter(pk__in=[board.pk, police.pk]).update(
        organisation_number="202100-0076"
    )
    for each in (board, *local):
        type(board).objects.filter(pk=each.pk).update(valid_to=change)
        Succession.objects.create(predecessor=each, successor=police, on=change)
    type(police).objects.filter(pk=police.pk).update(valid_from=change)
    activity = ActivityFactory()

    response = client.post(
        add_address(activity), typed_meeting(activity, organisations="Polismyndigheten")
    )

    assert "namnet användes inte den dagen. Skriv: Rikspolisstyrelsen;" in response.text


def test_a_group_is_added_to_the_list_without_saving_and_without_losing_what_was_typed(
    client, coordinator
):
    organisations("Länsstyrelsen i Skåne län", "Länsstyrelsen i Kalmar län", kind="county_board")
    organisations("Skolverket")
    activity = ActivityFactory()
    typed = typed_meeting(activity, organisations="Skolverket", ask="county-boards")

    response = client.post(add_address(activity), typed)

    assert response.status_code == 200
    assert "2 organisationer är tillagda" in response.text
    assert "Skolverket\nLänsstyrelsen i Kalmar län\nLänsstyrelsen i Skåne län" in response.text
    assert 'value="Chefsforum"' in response.text
    assert not Meeting.objects.exists()


def test_a_group_that_nobody_knows_is_left_out(client, coordinator):
    activity = ActivityFactory()

    response = client.get(add_address(activity), {"ask": "everybody"})

    assert response.status_code == 200


def test_without_an_activity_the_page_says_what_to_do_first(client, coordinator):
    response = client.get(page("meeting_add", MandateFactory().pk))

    assert "Först en aktivitet" in response.text


def test_a_meeting_is_changed_and_opens_with_what_stands(client, coordinator):
    police, schools = organisations("Rikspolisstyrelsen", "Skolverket")
    meeting = MeetingFactory(asked=[police, schools])
    address = page("meeting_edit", meeting.pk)

    opened = client.get(address)
    client.post(
        address,
        typed_meeting(meeting.activity, organisations="Skolverket", version=1, title="Nytt"),
    )

    assert "Rikspolisstyrelsen\nSkolverket" in opened.text
    assert Meeting.objects.get().title == "Nytt"
    assert meeting.participations.get().organisation == schools


def test_a_stale_meeting_keeps_what_was_typed(client, coordinator):
    meeting = MeetingFactory()
    address = page("meeting_edit", meeting.pk)
    client.post(address, typed_meeting(meeting.activity, title="Första", version=1))

    late = client.post(address, typed_meeting(meeting.activity, title="Andra", version=1))
    again = client.post(address, typed_meeting(meeting.activity, title="Andra", version=2))

    assert late.status_code == 409
    assert 'value="Andra"' in late.text
    assert 'name="version" value="2"' in late.text
    assert again.status_code == 302


def test_a_held_meeting_is_not_moved_before_the_decision(client, coordinator):
    meeting = MeetingFactory(held=True)

    response = client.post(
        page("meeting_edit", meeting.pk),
        typed_meeting(meeting.activity, held_on="2014-02-01", version=2),
    )

    assert "Dagen ligger före beslutet" in response.text
    assert Result.objects.get().occurred_on == date(2014, 10, 1)


def test_a_meeting_is_recorded_in_one_form(client, coordinator):
    police, schools = organisations("Rikspolisstyrelsen", "Skolverket")
    organisations("Frivilliga", kind="civil_society")
    meeting = MeetingFactory(asked=[police, schools])
    typed = typed_outcome(
        meeting,
        **{
            f"state_{police.pk}": "came",
            f"people_{police.pk}": "3",
            f"role_{police.pk}": "Rikspolischef",
            f"state_{schools.pk}": "absent",
            "guests": "Frivilliga",
            "text_new0": "Utse en kontakt",
            "responsible_new0": str(police.pk),
            "due_new0": "2014-12-01",
            "documents": [SimpleUploadedFile("protokoll.pdf", PDF)],
        },
    )

    response = client.post(page("meeting_record", meeting.pk), typed, follow=True)

    assert "Mötet är dokumenterat" in response.text
    assert "2 organisationer kom, 2 bjöds in" in response.text
    assert MeetingDecision.objects.get().responsible == police
    assert Evidence.objects.get().result == Result.objects.get()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"held_on": "2014-11-16"}, "Dagen har inte kommit än"),
        ({"held_on": "2014-02-19"}, "Dagen ligger före beslutet"),
        ({"state": ""}, "Ange om organisationen kom"),
        ({"state": "absent", "people": "2"}, "ingen kan räknas"),
        ({"people": "0"}, "_error"),
        ({"guests": "Ingen alls"}, "Ingen alls: finns inte i katalogen"),
        ({"due_new0": "2014-12-01"}, "Skriv vad som beslutades"),
        ({"documents": [SimpleUploadedFile("bild.png", b"\x89PNG")]}, "inte tas emot"),
        ({"documents": [SimpleUploadedFile("tom.pdf", b"")]}, "tom"),
    ],
)
def test_an_outcome_that_cannot_be_is_explained_and_kept(client, coordinator, changes, said):
    (police,) = organisations("Rikspolisstyrelsen")
    meeting = MeetingFactory(asked=[police])
    keyed = {
        f"{name}_{police.pk}" if name in ("state", "people", "role") else name: value
        for name, value in ({"state": "came"} | changes).items()
    }

    response = client.post(
        page("meeting_record", meeting.pk),
        typed_outcome(meeting, summary="Alla var där.", **keyed),
    )

    assert response.status_code == 422
    assert said in response.text
    assert "Alla var där." in response.text
    assert Meeting.objects.get().is_planned


def test_all_without_an_answer_are_marked_by_one_button_and_nothing_is_saved(client, coordinator):
    police, schools = organisations("Rikspolisstyrelsen", "Skolverket")
    meeting = MeetingFactory(asked=[police, schools])
    typed = typed_outcome(meeting, **{f"state_{schools.pk}": "absent", "all-came": "yes"})

    response = client.post(page("meeting_record", meeting.pk), typed)

    assert response.text.count('value="came" selected') == 1
    assert response.text.count('value="absent" selected') == 1
    assert Meeting.objects.get().is_planned


def test_a_recorded_meeting_opens_with_what_stands_and_is_corrected(client, coordinator):
    (police,) = organisations("Rikspolisstyrelsen")
    meeting = MeetingFactory(held=True, asked=[police], present=[police], decided=["Mötas igen"])
    address = page("meeting_record", meeting.pk)

    opened = client.get(address)
    wiped = client.post(
        address,
        typed_outcome(meeting, **{
            f"state_{police.pk}": "came", f"text_{meeting.decisions.get().pk}": "",
        }),
    )  # fmt: skip
    late = client.post(address, typed_outcome(meeting, version=1, **{f"state_{police.pk}": "came"}))

    assert 'value="came" selected' in opened.text
    assert "Mötas igen" in opened.text
    assert "Ett fattat beslut står kvar" in wiped.text
    assert late.status_code == 409


def test_a_cancelled_meeting_is_not_recorded(client, coordinator):
    meeting = MeetingFactory(cancelled=True)

    response = client.get(page("meeting_record", meeting.pk), follow=True)

    assert "Det finns inget att dokumentera" in response.text


def test_a_meeting_is_called_off_with_its_reason(client, coordinator):
    meeting = MeetingFactory()
    address = page("meeting_cancel", meeting.pk)

    silent = client.post(address, {"because": " ", "version": 1})
    stale = client.post(address, {"because": "Sjukdom", "version": 7})
    done = client.post(address, {"because": "Sjukdom", "version": 1}, follow=True)
    again = client.post(address, {"because": "Sjukdom", "version": 2})

    assert silent.status_code == stale.status_code == 422
    assert again.status_code == client.get(page("meeting_edit", meeting.pk)).status_code == 302
    assert "Mötet är inställt" in done.text
    assert "Sjukdom" in done.text


def test_the_answer_to_an_invitation_is_noted_and_taken_back(client, coordinator):
    meeting = MeetingFactory(asked=organisations("Skolverket"))
    seat = meeting.participations.get()

    client.get(page("invitation_answer", seat.pk, "declined"))
    said = client.post(page("invitation_answer", seat.pk, "declined"), follow=True)
    client.post(page("invitation_answer", seat.pk, "invited"))
    came = client.post(page("invitation_answer", seat.pk, "came"))

    seat.refresh_from_db()
    assert "Tackade nej" in said.text
    assert seat.state == "invited"
    assert came.status_code == 404


def test_the_answer_comes_too_late_when_the_meeting_is_held(client, coordinator):
    meeting = MeetingFactory(asked=organisations("Skolverket"))
    hold(meeting)

    response = client.post(
        page("invitation_answer", meeting.participations.get().pk, "declined"), follow=True
    )

    assert "inte längre planerat" in response.text


def test_a_decision_is_marked_as_done_and_opened_again(client, coordinator):
    meeting = MeetingFactory(held=True, decided=["Utse en kontakt"])
    decision = meeting.decisions.get()
    address = page("decision_complete", decision.pk)

    early = client.post(address, {"done_on": "2014-11-16"})
    done = client.post(address, {"done_on": "2014-11-14"}, follow=True)
    twice = client.post(address, {"done_on": "2014-11-14"}, follow=True)
    client.get(page("decision_reopen", decision.pk))
    opened = client.post(page("decision_reopen", decision.pk), follow=True)
    again = client.post(page("decision_reopen", decision.pk), follow=True)

    assert early.status_code == 422
    assert "14 november 2014" in done.text
    assert "redan markerat" in twice.text
    assert "öppet igen" in opened.text
    assert "redan öppet" in again.text


@pytest.mark.parametrize(
    ("name", "args"),
    [("meeting_list", [0]), ("meeting_add", [0]), ("turnout_list", [0]), ("meeting_detail", [0]),
     ("turnout_download", [0, "csv"]), ("meeting_edit", [0]), ("meeting_record", [0]),
     ("meeting_cancel", [0]), ("decision_complete", [0]), ("decision_reopen", [0]),
     ("invitation_answer", [0, "declined"])],
)  # fmt: skip
def test_what_is_not_there_is_said_so(client, coordinator, name, args):
    assert client.get(page(name, *args)).status_code == 404
