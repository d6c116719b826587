"""One worker, in this process."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.tasks import task_backends
from django_tasks_db.models import DBTaskResult

from tests.project import jobs_for_tests
from varn.project.jobs.attempts import MOST_ATTEMPTS, WAITS
from varn.project.jobs.life import living_as, take_back_jobs_of_the_dead
from varn.project.jobs.worker import claim, perform, worker_name

pytestmark = pytest.mark.django_db
NOON = datetime(2014, 11, 15, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def jobs_in_the_database(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def job_of(result):
    return DBTaskResult.objects.get(pk=result.id)


def test_a_job_is_done_and_its_answer_kept():
    result = jobs_for_tests.told_its_attempt.enqueue()

    perform(claim(worker="a"))

    assert (job_of(result).status, job_of(result).return_value) == ("SUCCESSFUL", 1)


def test_an_empty_line_has_no_job():
    assert claim(worker="a") is None


@pytest.mark.parametrize("name", ["failing", "unwritable"])
def test_a_job_that_fails_is_tried_again_after_a_while(name):
    result = getattr(jobs_for_tests, name).enqueue()

    perform(claim(worker="a"))

    job = job_of(result)
    assert job.status == "READY"
    assert job.exception_class_path
    assert claim(worker="a") is None
    assert job.run_after > job.enqueued_at + WAITS[0] / 2


def test_a_job_is_given_up_after_its_last_attempt():
    result = jobs_for_tests.failing.enqueue()

    for _ in range(MOST_ATTEMPTS):
        DBTaskResult.objects.update(run_after=NOON)
        perform(claim(worker="a"))

    assert job_of(result).status == "FAILED"
    assert "on purpose" in job_of(result).traceback
    assert task_backends["default"].get_result(result.id).errors


def test_a_job_whose_code_is_gone_is_noted_as_failed_and_the_worker_goes_on():
    result = jobs_for_tests.failing.enqueue()
    DBTaskResult.objects.update(task_path="tests.project.jobs_for_tests.removed")

    perform(claim(worker="a"))

    assert "ImportError" in job_of(result).exception_class_path


def test_a_running_job_stays_with_a_worker_that_lives():
    jobs_for_tests.failing.enqueue()
    name = worker_name()

    with living_as(name) as life:
        claim(worker=name)
        taken = take_back_jobs_of_the_dead(at=NOON)

        assert life.goes_on()
    assert taken == 0


def test_the_job_of_a_dead_worker_is_first_in_line_again():
    result = jobs_for_tests.failing.enqueue()
    jobs_for_tests.failing.enqueue()
    claim(worker="dead")

    taken = take_back_jobs_of_the_dead(at=NOON)

    assert taken == 1
    assert str(claim(worker="b").pk) == result.id


def test_a_second_death_makes_the_job_wait_so_that_others_get_on():
    result = jobs_for_tests.failing.enqueue()

    for number in range(2):
        claim(worker=f"dead {number}")
        take_back_jobs_of_the_dead(at=NOON)

    assert job_of(result).run_after == NOON + WAITS[0]


def test_a_job_that_kills_every_worker_is_given_up():
    result = jobs_for_tests.failing.enqueue()

    for number in range(MOST_ATTEMPTS):
        claim(worker=f"dead {number}")
        take_back_jobs_of_the_dead(at=NOON + timedelta(minutes=number))

    assert job_of(result).status == "FAILED"
    assert "WorkerDiedError" in job_of(result).exception_class_path


def test_a_job_lined_up_in_a_transaction_that_fails_was_never_there():
    with pytest.raises(ZeroDivisionError):
        _line_up_and_fail()

    assert not DBTaskResult.objects.exists()


def _line_up_and_fail():
    with transaction.atomic():
        jobs_for_tests.failing.enqueue()
        raise ZeroDivisionError


def test_a_worker_whose_session_is_lost_knows_it():
    with living_as("a") as life:
        life.session.close()

        assert not life.goes_on()
