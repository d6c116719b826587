"""Real worker processes for tests: started, killed and counted."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from django.db import connection
from django_tasks_db.models import DBTaskResult

from tests.project.jobs_for_tests import MAKE_TRACES, traced

ROOT = Path(__file__).parents[2]


class Workers:
    """Some `varn worker` commands on one database."""

    def __init__(self, url, data):
        self.environment = {
            "PATH": os.defpath,
            "HOME": str(data),
            "LANG": "C.UTF-8",
            "DATABASE_URL": url,
            "VARN_DATA": str(data),
            "PYTHONPATH": str(ROOT),
        }
        self.log = (data / "workers.log").open("ab")
        self.commands = []
        with connection.cursor() as cursor:
            cursor.execute(MAKE_TRACES)

    def start(self, *arguments):
        program = [str(Path(sys.executable).parent / "varn"), "worker", "--poll", "0.05"]
        command = subprocess.Popen(
            [*program, "--processes", "1", *arguments],
            env=self.environment,
            cwd=ROOT,
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )
        self.commands.append(command)
        return command

    def stop(self):
        for command in self.commands:
            with suppress(ProcessLookupError):
                os.killpg(command.pid, signal.SIGKILL)
            command.wait()
        self.log.close()


def line_up(numbers, seconds=0.0):
    for number in numbers:
        traced.enqueue(number, seconds)


def traces(step):
    with connection.cursor() as cursor:
        cursor.execute("SELECT number, pid FROM trace WHERE step = %s ORDER BY at", [step])
        return cursor.fetchall()


def workers_at_work():
    running = DBTaskResult.objects.running().order_by("?")
    return {int(job.worker_ids[-1].split(".")[0]) for job in running}


def kill_one_at_work(killed, *, within):
    """SIGKILL a worker in the middle of a job, one that wasn't killed before."""
    pid = wait_for(lambda: workers_at_work() - killed, within=within).pop()
    time.sleep(random.uniform(0, 0.03))  # noqa: S311 - any moment of the job
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    killed.add(pid)


def wait_for(question, *, within):
    end = time.monotonic() + within
    while time.monotonic() < end:
        answer = question()
        if answer:
            return answer
        time.sleep(0.02)
    raise AssertionError(f"it did not come true within {within} s")


def everything_is_done():
    return not DBTaskResult.objects.exclude(status="SUCCESSFUL").exists()
