"""Real worker processes that are stopped and killed in the middle of their jobs."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from django_tasks_db.models import DBTaskResult

from tests.project.worker_processes import (
    ROOT,
    Workers,
    everything_is_done,
    kill_one_at_work,
    line_up,
    traces,
    wait_for,
)
from varn.audit.actions import record
from varn.audit.models import ChainLink

STARTED_WITHIN = 40
LATELY = datetime(2014, 11, 15, 12, tzinfo=UTC)


@pytest.fixture
def workers(shared_database, tmp_path, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    started = Workers(shared_database, tmp_path)
    yield started
    started.stop()


def test_no_job_is_lost_when_workers_are_killed(workers):
    workers.start("--processes", "2")
    line_up(range(60), seconds=0.05)

    killed = set()
    for _ in range(3):
        kill_one_at_work(killed, within=STARTED_WITHIN)
    wait_for(everything_is_done, within=STARTED_WITHIN)

    assert {number for number, _ in traces("done")} == set(range(60))


def test_a_killed_worker_s_job_begins_again_within_seconds(workers):
    workers.start("--processes", "2")
    line_up([1], seconds=3)
    wait_for(lambda: traces("begun"), within=STARTED_WITHIN)
    os.kill(traces("begun")[0][1], signal.SIGKILL)
    killed = time.monotonic()

    wait_for(lambda: len(traces("begun")) == 2, within=10)

    assert time.monotonic() - killed < 5
    (job,) = DBTaskResult.objects.filter(task_path__endswith="traced")
    assert len(job.worker_ids) == 2


def test_a_long_job_is_left_in_peace(workers):
    workers.start("--processes", "2")
    line_up([1], seconds=4)

    wait_for(lambda: traces("done"), within=STARTED_WITHIN)

    assert len(traces("begun")) == 1


def test_the_job_at_hand_is_finished_when_told_to_stop(workers):
    command = workers.start()
    line_up([1], seconds=2)
    line_up([2])
    wait_for(lambda: traces("begun"), within=STARTED_WITHIN)

    command.send_signal(signal.SIGTERM)
    command.wait(timeout=20)

    assert command.returncode == 0
    assert [number for number, _ in traces("done")] == [1]
    assert waiting_numbers() == [2]


def test_workers_do_not_outlive_their_supervisor(workers):
    command = workers.start()
    line_up([1])
    wait_for(lambda: traces("done"), within=STARTED_WITHIN)
    (child,) = {pid for _, pid in traces("done")}

    command.kill()
    command.wait()

    wait_for(lambda: not is_running(child), within=10)


def test_a_worker_beside_a_server_does_not_outlive_it(workers):
    program = "import subprocess, sys, time; subprocess.Popen(sys.argv[1:]); time.sleep(60)"
    varn = "import os; from varn.project.cli import main; import sys; "
    varn += "sys.argv += ['--beside', str(os.getppid())]; main()"
    server = subprocess.Popen(
        [sys.executable, "-c", program, sys.executable, "-c", varn, "worker", "--processes", "1"],
        env=workers.environment, cwd=ROOT, stdout=workers.log, stderr=workers.log,
        start_new_session=True,
    )  # fmt: skip
    workers.commands.append(server)
    line_up([1])
    wait_for(lambda: traces("done"), within=STARTED_WITHIN)
    (child,) = {pid for _, pid in traces("done")}

    server.kill()
    server.wait()

    wait_for(lambda: not is_running(child), within=15)


def test_an_entry_is_linked_within_seconds(workers):
    workers.start()
    line_up([1])
    wait_for(lambda: traces("done"), within=STARTED_WITHIN)

    record("a.b.c", subject="a", by=None, at=LATELY)

    wait_for(ChainLink.objects.exists, within=12)


def waiting_numbers():
    waiting = DBTaskResult.objects.filter(status="READY", task_path__endswith="traced")
    return [job.args_kwargs["args"][0] for job in waiting.order_by("pk")]


def is_running(pid):
    with suppress(OSError):
        os.kill(pid, 0)
        return True
    return False
