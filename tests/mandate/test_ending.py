from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.mandate.factories import (
    NOON,
    ActivityFactory,
    CoordinatorFactory,
    ResultFactory,
    activity_values,
    assess,
    assessment_values,
)
from varn.audit.models import Entry
from varn.mandate.actions import (
    ActivityEndedError,
    ActivityOpenError,
    EndsBeforeStartError,
    EndsInFutureError,
    NotAssessedError,
    ReasonMissingError,
    StaleVersionError,
    assess_child_rights,
    cancel_activity,
    change_activity,
    complete_activity,
    reopen_activity,
)
from varn.mandate.models import Activity, ChildRightsAssessment

pytestmark = pytest.mark.django_db
TYPED = {
    "articles": ["34", "3"],
    "principles": ["2"],
    "best_interests": "Att bli trodd.",
    "children_heard": "indirectly",
    "views": "Barnombudsmannens intervjuer.",
    "information": "Ett kort på sex språk.",
    "risks": "Att pekas ut.",
    "mitigation": "Inga namn.",
    "version": 0,
}


@pytest.fixture
def coordinator(client, settings):
    settings.DEMONSTRATION_DATE = NOON.date()
    user = CoordinatorFactory()
    client.force_login(user)
    return user


def complete(activity, ended_on=date(2014, 9, 30), version=None):
    return complete_activity(
        activity_id=activity.pk,
        ended_on=ended_on,
        version=version or activity.version,
        by=CoordinatorFactory(),
        at=NOON,
    )


def cancel(activity, because="Ingen anmälde sig."):
    return cancel_activity(
        activity_id=activity.pk,
        because=because,
        version=activity.version,
        by=CoordinatorFactory(),
        at=NOON,
    )


def reopen(activity):
    return reopen_activity(
        activity_id=activity.pk, version=activity.version, by=CoordinatorFactory(), at=NOON
    )


def test_an_assessed_activity_is_completed_on_its_last_day():
    activity = assess(ActivityFactory())

    done = complete(activity)

    assert (done.state, done.ends_on, done.ended_at) == ("completed", date(2014, 9, 30), NOON)
    assert Entry.objects.filter(event="mandate.activity.completed").count() == 1


def test_nothing_is_completed_without_its_assessment():
    activity = ActivityFactory()

    with pytest.raises(NotAssessedError):
        complete(activity)
    with pytest.raises(IntegrityError), transaction.atomic():
        Activity.objects.filter(pk=activity.pk).update(
            state="completed", ended_at=NOON, ended_by=CoordinatorFactory()
        )


@pytest.mark.parametrize(
    ("ended_on", "error"),
    [(date(2014, 11, 16), EndsInFutureError), (date(2014, 2, 28), EndsBeforeStartError)],
)
def test_an_activity_ends_after_it_began_and_not_in_the_future(ended_on, error):
    activity = assess(ActivityFactory())

    with pytest.raises(error):
        complete(activity, ended_on=ended_on)


def test_a_cancelled_activity_says_why():
    activity = ActivityFactory()

    with pytest.raises(ReasonMissingError):
        cancel(activity, because=" ")

    assert cancel(activity).ended_because == "Ingen anmälde sig."


def test_what_has_ended_neither_ends_again_nor_changes():
    activity = cancel(assess(ActivityFactory()))

    with pytest.raises(ActivityEndedError):
        complete(activity)
    with pytest.raises(ActivityEndedError):
        cancel(activity)
    with pytest.raises(ActivityEndedError):
        change_activity(
            activity_id=activity.pk,
            values=activity_values(),
            version=activity.version,
            by=CoordinatorFactory(),
            at=NOON,
        )


def test_an_activity_is_taken_up_again_with_its_assessment():
    activity = complete(assess(ActivityFactory()))

    again = reopen(activity)

    assert (again.state, again.ended_at, again.ended_because) == ("under_way", None, "")
    assert ChildRightsAssessment.objects.filter(activity=activity).exists()
    with pytest.raises(ActivityOpenError):
        reopen(again)


def test_two_who_end_an_activity_meet_each_other():
    activity = assess(ActivityFactory())
    cancel(activity)

    with pytest.raises(StaleVersionError):
        complete(activity, version=1)


def test_a_result_is_still_recorded_on_a_completed_activity():
    activity = complete(assess(ActivityFactory()))

    assert ResultFactory(activity=activity, with_evidence=True).activity_id == activity.pk


def test_an_assessment_keeps_the_order_of_the_law_and_counts_versions():
    activity = assess(ActivityFactory())

    same = assess(activity, version=0).child_rights_assessment
    changed = assess(activity, version=1, risks="Att bli igenkänd.").child_rights_assessment

    assert (same.version, same.articles) == (1, ["3", "34"])
    assert (changed.version, changed.risks) == (2, "Att bli igenkänd.")
    assert Entry.objects.filter(event="mandate.activity.child_rights_assessed").count() == 2


def test_an_assessment_answers_every_question_and_meets_others():
    activity = assess(ActivityFactory())
    given = {"activity_id": activity.pk, "by": CoordinatorFactory(), "at": NOON}

    with pytest.raises(ReasonMissingError):
        assess_child_rights(values=assessment_values(risks=" "), version=1, **given)
    with pytest.raises(StaleVersionError):
        assess_child_rights(values=assessment_values(risks="Annat"), version=0, **given)


def test_the_page_says_what_is_missing_until_it_is_assessed(client, coordinator):
    activity = ActivityFactory()
    page = reverse("mandate:activity_detail", args=[activity.pk])
    address = reverse("mandate:activity_assess", args=[activity.pk])

    before = client.get(page).text
    held_back = client.get(reverse("mandate:activity_complete", args=[activity.pk])).text
    after = client.post(address, TYPED, follow=True).text

    assert "Prövningen av barnets bästa saknas" in before
    assert "Prövningen av barnets bästa saknas" in held_back
    assert "Prövningen är sparad" in after
    assert "34 Skydd mot sexuell exploatering" in after or "Att pekas ut." in after


@pytest.mark.parametrize("empty", [name for name in TYPED if name != "version"])
def test_a_question_left_open_is_named_and_the_rest_is_kept(client, coordinator, empty):
    address = reverse("mandate:activity_assess", args=[ActivityFactory().pk])
    typed = {name: value for name, value in TYPED.items() if name != empty}

    response = client.post(address, typed)

    kept = [typed[name] for name in ("views", "risks", "mitigation") if name in typed]
    assert response.status_code == 422
    assert f'id="id_{empty}_error"' in response.text
    assert all(text in response.text for text in kept)
    assert not ChildRightsAssessment.objects.exists()


def test_a_late_assessor_keeps_what_was_typed(client, coordinator):
    activity = assess(ActivityFactory())
    address = reverse("mandate:activity_assess", args=[activity.pk])

    late = client.post(address, TYPED)
    saved = client.post(address, TYPED | {"version": 1})

    assert late.status_code == 409
    assert "Att pekas ut." in late.text
    assert 'name="version" value="1"' in late.text
    assert saved.status_code == 302


def test_an_activity_is_completed_cancelled_and_taken_up_on_its_pages(client, coordinator):
    activity = assess(ActivityFactory())
    complete_address = reverse("mandate:activity_complete", args=[activity.pk])

    ahead = client.post(complete_address, {"ended_on": "2014-11-16", "version": 1})
    done = client.post(complete_address, {"ended_on": "2014-09-30", "version": 1}, follow=True)
    again = client.post(reverse("mandate:activity_reopen", args=[activity.pk, 2]), follow=True)
    off = client.post(
        reverse("mandate:activity_cancel", args=[activity.pk]),
        {"because": "Sjukdom.", "version": 3},
        follow=True,
    )

    assert "Dagen har inte kommit än" in ahead.text
    assert "Aktiviteten är avslutad" in done.text
    assert "återupptagen" in again.text
    assert "Sjukdom." in off.text


def test_an_ended_activity_is_not_edited(client, coordinator):
    activity = cancel(ActivityFactory())

    response = client.get(reverse("mandate:activity_edit", args=[activity.pk]), follow=True)

    assert "Återuppta den för att ändra den" in response.text


@pytest.mark.parametrize("step", ["activity_complete", "activity_cancel"])
def test_a_stale_page_warns_and_keeps_what_was_typed(client, coordinator, step):
    activity = assess(ActivityFactory())
    typed = {"ended_on": "2014-09-30", "because": "Snö.", "version": 7}

    response = client.post(reverse(f"mandate:{step}", args=[activity.pk]), typed)

    assert response.status_code == 409
    assert "Någon annan ändrade aktiviteten" in response.text
    assert 'name="version" value="1"' in response.text


def test_activities_are_listed_by_state_and_by_missing_assessment(client, coordinator):
    first = ActivityFactory(title="Prövad dag")
    ActivityFactory(title="Oprövad dag", requirement=first.requirement)
    assess(first)
    address = reverse("mandate:activity_list", args=[first.requirement.mandate_id])

    unassessed = client.get(address, {"state": "unassessed"}).text

    assert "Oprövad dag" in unassessed
    assert "Prövad dag" not in unassessed
    assert "Prövad dag" in client.get(address, {"state": "planned"}).text
    assert client.get(address, {"state": "nonsens"}).status_code == 404
