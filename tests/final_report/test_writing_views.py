import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.final_report.factories import COVER, judge_all, write_whole
from tests.mandate.factories import (
    NOON,
    ActivityFactory,
    CoordinatorFactory,
    MandateFactory,
    ResultFactory,
)
from varn.accounts.models import User
from varn.final_report.actions import open_part, write_cover, write_part
from varn.final_report.models import PartClaim, PartText, ReportCover
from varn.final_report.rules.parts import PartKey

SUMMARY = PartKey("summary")
MOST_QUERIES = 55


@pytest.fixture
def anna(db):
    return CoordinatorFactory(name="Anna Exempel")


@pytest.fixture
def bo(db):
    return CoordinatorFactory(name="Bo Exempel")


@pytest.fixture
def mandate(anna):
    return MandateFactory(by=anna)


@pytest.fixture
def desk(client, anna):
    client.force_login(anna)
    return client


def address(name, mandate, *args):
    return reverse(f"final_report:{name}", args=[mandate.pk, *args])


def page(response):
    return re.sub(r"\s+", " ", response.content.decode())


def write(mandate, by, text, begun_from=0, part=SUMMARY):
    return write_part(
        mandate_id=mandate.pk, part=part, text=text, begun_from=begun_from, by=by, at=NOON
    )


def send(desk, mandate, part="summary", **data):
    return desk.post(address("part_write", mandate, part), {"begun_from": "0", **data})


def test_addresses_are_swedish_on_swedish_pages(mandate):
    assert address("part_write", mandate, "summary").endswith("/skriv/summary/")


def test_the_overview_shows_each_part_and_how_far_it_is(desk, mandate, anna):
    write(mandate, anna, "Tre små ord")

    shown = page(desk.get(address("final_report_write", mandate)))

    assert "1 av 10 delar är skrivna" in shown
    assert "3 ord" in shown
    assert "senast sparad" in shown
    assert "Deluppdrag 1" in shown


def test_the_overview_says_who_is_writing(desk, mandate, bo):
    with time_machine.travel(NOON, tick=False):
        open_part(mandate_id=mandate.pk, part=SUMMARY, by=bo, at=NOON - timedelta(minutes=5))

        shown = page(desk.get(address("final_report_write", mandate)))

    assert "Bo Exempel skriver sedan klockan 12:55" in shown


def test_opening_a_part_shows_others_that_one_writes(desk, mandate, anna):
    response = desk.post(address("part_open", mandate, "summary"))

    assert response["Location"] == address("part_write", mandate, "summary")
    assert PartClaim.objects.get().person == anna


def test_looking_at_a_part_claims_nothing(desk, mandate):
    assert desk.get(address("part_write", mandate, "summary")).status_code == 200
    assert desk.get(address("part_open", mandate, "summary")).status_code == 302

    assert not PartClaim.objects.exists()


def test_a_writer_sees_who_else_writes(desk, mandate, bo, anna):
    with time_machine.travel(NOON, tick=False):
        for person in (bo, anna):
            open_part(mandate_id=mandate.pk, part=SUMMARY, by=person, at=NOON)

        shown = page(desk.get(address("part_write", mandate, "summary")))

    assert "Bo Exempel skriver i den här delen sedan klockan 13:00" in shown
    assert "Anna Exempel skriver i den" not in shown


def test_a_text_is_saved_and_one_stays_on_the_page(desk, mandate):
    response = send(desk, mandate, text="Först.\r\n\r\nSedan.", save="")

    assert response["Location"] == address("part_write", mandate, "summary")
    assert PartText.objects.get().text == "Först.\n\nSedan."
    assert PartClaim.objects.exists()


def test_whoever_saves_and_closes_no_longer_writes(desk, mandate):
    response = send(desk, mandate, text="Klart.", close="")

    assert response["Location"] == address("final_report_write", mandate)
    assert not PartClaim.objects.exists()


def test_both_texts_stand_beside_each_other_in_a_conflict(desk, mandate, bo):
    write(mandate, bo, "Bos text om taxi.")

    response = send(desk, mandate, text="Annas text om hotell.", save="")

    shown = page(response)
    assert response.status_code == 409
    assert "Annas text om hotell." in shown
    assert "Bos text om taxi." in shown
    assert "Någon annan sparade den här delen medan du skrev" in shown
    assert PartText.objects.get().text == "Bos text om taxi."
    begun_from = re.search(r'name="begun_from" value="(\d+)"', shown)[1]
    send(desk, mandate, text="Båda.", begun_from=begun_from, save="")
    assert PartText.objects.order_by("-number").first().text == "Båda."


def test_a_preview_saves_nothing_and_keeps_what_is_typed(desk, mandate):
    response = send(desk, mandate, text="Vi har *aldrig* gett upp.", preview="")

    shown = page(response)
    assert response.status_code == 200
    assert "Vi har *aldrig* gett upp." in shown
    assert re.search(r"<em[^>]*>aldrig</em>", shown)
    assert not PartText.objects.exists()


def test_without_scripts_a_figure_is_put_after_the_text(desk, mandate):
    response = send(desk, mandate, text="Det jag skrev.", insert="figure:results")

    text = response.context["form"]["text"].value()
    assert text.startswith("Det jag skrev.\n\n")
    assert "{{results}}" in text
    assert not PartText.objects.exists()


def test_a_table_is_put_on_a_line_of_its_own(desk, mandate):
    response = send(desk, mandate, text="", insert="table:obligations")

    text = response.context["form"]["text"].value()
    assert "\n\n{{table:obligations}}\n" in text
    assert response.context["problems"] == ()
    assert "Rekvisition" in page(response)


def test_what_cannot_be_placed_leaves_the_text_as_it_is(desk, mandate):
    response = send(desk, mandate, text="Det jag skrev.", insert="table:nothing")

    assert response.context["form"]["text"].value() == "Det jag skrev."


def test_an_unknown_name_is_told_and_the_text_is_saved_all_the_same(desk, mandate):
    send(desk, mandate, text="{{table:pengarna}}", save="")

    shown = page(desk.get(address("part_write", mandate, "summary")))
    assert "Det här går inte att sätta än" in shown
    assert "Har något att rätta" in page(desk.get(address("final_report_write", mandate)))
    assert PartText.objects.get().text == "{{table:pengarna}}"


def test_a_text_that_is_too_long_is_told_and_kept(desk, mandate):
    text = "å" * 60_001

    response = send(desk, mandate, text=text, save="")

    assert response.status_code == 422
    assert response.context["form"]["text"].value() == text
    assert not PartText.objects.exists()


@pytest.mark.parametrize("begun_from", ["", "x", "-1", "9" * 40])
def test_a_form_that_is_not_ours_loses_nothing(desk, mandate, begun_from):
    response = send(desk, mandate, text="Det jag skrev.", begun_from=begun_from, save="")

    assert response.status_code in {409, 422}
    assert "Det jag skrev." in page(response)


def test_texts_are_escaped(desk, mandate):
    response = send(desk, mandate, text="<script>alert(1)</script>", preview="")

    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("part", ["nothing", "assignment", "assignment:99", "assignment:x", "x:1"])
def test_a_part_that_the_report_lacks_is_not_found(desk, mandate, part):
    for name in ("part_write", "part_open", "part_history"):
        assert desk.get(address(name, mandate, part)).status_code == 404


def test_earlier_texts_are_listed_and_one_is_taken_back(desk, mandate, anna):
    write(mandate, anna, "Den första.")
    write(mandate, anna, "Den andra.", begun_from=1)
    where = address("part_history", mandate, "summary")
    assert "Den första." in page(desk.get(where))

    desk.post(where, {"number": "1", "begun_from": "2"})

    assert PartText.objects.order_by("-number").first().text == "Den första."
    assert "Den tidigare texten gäller igen." in page(desk.get(where))


def test_a_text_is_not_taken_back_over_a_newer_one(desk, mandate, anna):
    write(mandate, anna, "Den första.")
    write(mandate, anna, "Den andra.", begun_from=1)
    where = address("part_history", mandate, "summary")

    response = desk.post(where, {"number": "1", "begun_from": "1"}, follow=True)

    assert "hann spara en nyare text" in page(response)
    assert PartText.objects.count() == 2


@pytest.mark.parametrize("number", ["", "x", "7", "9" * 40, "9" * 5_000])
def test_a_text_that_never_was_is_not_found(desk, mandate, number):
    response = desk.post(address("part_history", mandate, "summary"), {"number": number})

    assert response.status_code == 404


COVER_FORM = {
    "own_registry_number": COVER.own_registry_number,
    "decided_by": COVER.decided_by,
    "decided_on": "2015-05-28",
    "presented_by": COVER.presented_by,
    "present": "Länsråd Cia Exempel\r\n\r\n  \r\n",
    "version": "0",
}


def test_the_cover_is_saved(desk, mandate):
    response = desk.post(address("cover_write", mandate), COVER_FORM)

    assert response["Location"] == address("final_report_write", mandate)
    row = ReportCover.objects.get()
    assert (row.own_registry_number, row.present) == (
        COVER.own_registry_number,
        ["Länsråd Cia Exempel"],
    )
    assert COVER.decided_by in page(desk.get(address("cover_write", mandate)))


def test_a_cover_can_be_saved_before_all_is_known(desk, mandate):
    desk.post(address("cover_write", mandate), {"version": "0", "decided_by": "Anna"})

    assert ReportCover.objects.get().decided_on is None


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("decided_on", "31 maj", "Den dagen finns inte"),
        ("present", "x" * 201, "En rad är längre än 200 tecken"),
        ("present", "\n".join("abcdefghijklmnopqrstuvwxyzåäöabc"), "högst 30 personer"),
    ],
)
def test_a_cover_with_a_fault_is_told_and_kept(desk, mandate, field, value, told):
    response = desk.post(address("cover_write", mandate), {**COVER_FORM, field: value})

    assert response.status_code == 422
    assert told in page(response)
    assert COVER.decided_by in page(response)
    assert not ReportCover.objects.exists()


def test_a_cover_that_somebody_changed_is_shown_beside_ones_own(desk, mandate, bo):
    write_cover(mandate_id=mandate.pk, values=COVER, version=0, by=bo, at=NOON)

    response = desk.post(address("cover_write", mandate), {**COVER_FORM, "decided_by": "Någon"})

    assert response.status_code == 409
    assert "Någon annan sparade försättsbladet" in page(response)
    assert 'value="Någon"' in page(response)
    assert COVER.decided_by in page(response)
    again = {**COVER_FORM, "decided_by": "Någon", "version": "1"}
    assert desk.post(address("cover_write", mandate), again).status_code == 302
    assert ReportCover.objects.get().decided_by == "Någon"


def test_what_is_missing_leads_to_where_it_is_mended(desk, mandate):
    activity = ActivityFactory(requirement=mandate.requirements.order_by("number").first())
    result = ResultFactory(activity=activity)

    shown = page(desk.get(address("final_report_write", mandate)))

    for where in (
        address("cover_write", mandate),
        address("part_write", mandate, "assignment:1"),
        reverse("mandate:requirement_detail", args=[mandate.requirements.last().pk]),
        reverse("mandate:activity_detail", args=[activity.pk]),
        reverse("mandate:result_edit", args=[result.pk]),
        reverse("mandate:obligation_detail", args=[mandate.obligations.get(kind="requisition").pk]),
    ):
        assert f'href="{where}"' in shown


def test_a_whole_report_is_said_to_be_ready(desk, mandate, anna):
    write_whole(mandate, by=anna)
    judge_all(mandate, by=anna)

    shown = page(desk.get(address("final_report_write", mandate)))

    assert "Rapporten är klar att låsa" in shown
    assert address("final_report_freeze", mandate) in shown


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("final_report_write", []),
        ("part_write", ["summary"]),
        ("part_history", ["summary"]),
        ("cover_write", []),
        ("version_list", []),
    ],
)
def test_a_page_costs_the_same_whatever_it_shows(desk, mandate, anna, name, args):
    path = address(name, mandate, *args)
    first = mandate.requirements.first()
    ResultFactory(activity=ActivityFactory(requirement=first), with_evidence=True)
    write_cover(mandate_id=mandate.pk, values=COVER, version=0, by=anna, at=NOON)
    write(mandate, anna, "Först.")
    desk.get(path)
    with CaptureQueriesContext(connection) as little:
        desk.get(path)
    for requirement in mandate.requirements.all():
        ResultFactory(activity=ActivityFactory(requirement=requirement), with_evidence=True)
    write(mandate, anna, "Sedan.", begun_from=1)
    write(mandate, anna, "Förslag.", part=PartKey("proposals"))

    with CaptureQueriesContext(connection) as much:
        desk.get(path)

    assert len(much) == len(little) <= MOST_QUERIES


def test_the_list_shows_how_far_each_report_is(desk, mandate, anna, django_assert_max_num_queries):
    write(mandate, anna, "Ett ord.")
    MandateFactory(by=anna)

    with django_assert_max_num_queries(15):
        shown = page(desk.get(reverse("final_report:final_report_list")))

    assert "1 av 10" in shown
    assert "0 av 10" in shown
    assert "Ingen version är låst än" in shown


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("final_report_write", []),
        ("part_write", ["summary"]),
        ("part_open", ["summary"]),
        ("part_history", ["summary"]),
        ("cover_write", []),
        ("final_report_freeze", []),
        ("version_list", []),
        ("version_check", [1]),
        ("version_file", [1, 1]),
    ],
)
def test_nobody_writes_or_reads_without_the_permission(client, mandate, name, args):
    client.force_login(User.objects.create_user("utan@behorighet.example"))

    assert client.get(address(name, mandate, *args)).status_code == 403
    assert client.post(address(name, mandate, *args)).status_code in {403, 405}
