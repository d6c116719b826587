from datetime import UTC, datetime, time, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django_tasks_db.models import DBTaskResult

from tests.project import jobs_for_tests
from varn.audit.actions import record
from varn.audit.models import ChainLink, Entry
from varn.audit.tasks import export_chain_head, link_audit_entries, verify_audit_chain
from varn.project.jobs.scheduling import Daily, Every, Scheduled, line_up_due
from varn.project.schedule import SCHEDULE
from varn.project.tasks import clear_what_has_expired

NOON = datetime(2014, 11, 15, 12, tzinfo=UTC)
NAME = jobs_for_tests.failing.module_path
OFTEN = Scheduled(task=jobs_for_tests.failing, times=Every(timedelta(seconds=5)))


@pytest.fixture
def jobs_in_the_database(settings, db):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def finish_everything():
    DBTaskResult.objects.update(status="SUCCESSFUL")


def test_intervals_start_at_whole_moments():
    latest = Every(timedelta(seconds=5)).latest(NOON + timedelta(seconds=8))

    assert latest == NOON + timedelta(seconds=5)


@pytest.mark.parametrize(
    ("now", "latest"),
    [
        (datetime(2014, 11, 15, 2, 30, tzinfo=UTC), datetime(2014, 11, 15, 2, tzinfo=UTC)),
        (datetime(2014, 11, 15, 1, 59, tzinfo=UTC), datetime(2014, 11, 14, 2, tzinfo=UTC)),
        (datetime(2014, 7, 15, 1, 0, tzinfo=UTC), datetime(2014, 7, 15, 1, tzinfo=UTC)),
        (datetime(2014, 3, 30, 12, 0, tzinfo=UTC), datetime(2014, 3, 30, 1, tzinfo=UTC)),
    ],
)
def test_a_daily_time_is_by_the_swedish_clock(now, latest):
    assert Daily(time(3, 0)).latest(now) == latest


@pytest.mark.usefixtures("jobs_in_the_database")
def test_what_is_due_is_lined_up_once():
    first = line_up_due([OFTEN], at=NOON)
    finish_everything()

    assert first == [NAME]
    assert line_up_due([OFTEN], at=NOON + timedelta(seconds=4)) == []
    assert line_up_due([OFTEN], at=NOON + timedelta(seconds=5)) == [NAME]


@pytest.mark.usefixtures("jobs_in_the_database")
@pytest.mark.parametrize("status", ["READY", "RUNNING"])
def test_what_is_not_finished_is_not_lined_up_again(status):
    line_up_due([OFTEN], at=NOON)
    DBTaskResult.objects.update(status=status)

    assert line_up_due([OFTEN], at=NOON + timedelta(hours=1)) == []


@pytest.mark.usefixtures("jobs_in_the_database")
def test_what_would_find_nothing_to_do_is_spared():
    idle = Scheduled(task=OFTEN.task, times=OFTEN.times, only_if=lambda: False)

    assert line_up_due([idle], at=NOON) == []


@pytest.mark.usefixtures("jobs_in_the_database")
def test_everything_in_the_schedule_can_be_lined_up():
    record("a.b.c", subject="a", by=None, at=NOON)

    assert sorted(line_up_due(SCHEDULE, at=NOON)) == sorted(each.name for each in SCHEDULE)


@pytest.mark.django_db
def test_the_scheduled_jobs_keep_the_chain(settings, tmp_path):
    settings.CHAIN_HEADS = tmp_path
    nothing = export_chain_head.call()
    record("a.b.c", subject="a", by=None, at=NOON)

    linked = link_audit_entries.call()
    position = export_chain_head.call()
    finding = verify_audit_chain.call()

    assert (nothing, linked, position, finding) == (0, 1, 1, "")
    assert ChainLink.objects.count() == 1
    assert Entry.objects.filter(event="audit.chain.verified").exists()


@pytest.mark.django_db
def test_a_broken_chain_is_said_in_the_log(settings, tmp_path, caplog):
    settings.CHAIN_HEADS = tmp_path
    (tmp_path / "x.json").write_text("{}")

    finding = verify_audit_chain.call()

    assert "x.json" in finding
    assert "x.json" in caplog.text


@pytest.mark.usefixtures("jobs_in_the_database")
def test_what_has_expired_is_cleared_and_the_rest_stays(settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "varn_cache",
        }
    }
    cache.set("old", 1, timeout=0.001)
    cache.set("new", 1, timeout=1000)
    for key, expiry in (("old", NOON), ("new", datetime(2999, 1, 1, tzinfo=UTC))):
        Session.objects.create(session_key=key, session_data="", expire_date=expiry)
    for finished_at in (NOON, datetime(2999, 1, 1, tzinfo=UTC)):
        jobs_for_tests.failing.enqueue()
        DBTaskResult.objects.filter(finished_at=None).update(
            status="SUCCESSFUL", finished_at=finished_at
        )

    clear_what_has_expired.call()

    assert cache.get("new") == 1
    assert [session.session_key for session in Session.objects.all()] == ["new"]
    assert DBTaskResult.objects.count() == 1
