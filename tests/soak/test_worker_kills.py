"""Many killed workers, many jobs: not one of the jobs is lost."""

import os
import random
import signal

import pytest
from django_tasks_db.models import DBTaskResult

from tests.project.worker_processes import (
    Workers,
    everything_is_done,
    kill_one_at_work,
    line_up,
    traces,
    wait_for,
)

JOBS = 600
KILLS = 20
WITHIN = 180

pytestmark = [pytest.mark.soak]


@pytest.mark.parametrize("victim", ["worker", "supervisor and worker"])
def test_no_job_is_lost_over_many_kills(shared_database, tmp_path, settings, victim):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    workers = Workers(shared_database, tmp_path)
    commands = [workers.start(), workers.start()]
    line_up(range(JOBS), seconds=0.05)
    killed = set()

    try:
        for _ in range(KILLS):
            if victim == "worker":
                kill_one_at_work(killed, within=WITHIN)
            else:
                wait_for(DBTaskResult.objects.running().exists, within=WITHIN)
                place = random.randrange(len(commands))  # noqa: S311 - either of them
                os.killpg(commands[place].pid, signal.SIGKILL)
                commands[place].wait()
                commands[place] = workers.start()
        wait_for(everything_is_done, within=WITHIN)
    finally:
        workers.stop()

    begun = [number for number, _ in traces("begun")]
    assert {number for number, _ in traces("done")} == set(range(JOBS))
    assert len(begun) <= JOBS + KILLS
