"""The measured jobs, for Django's tasks."""

import time

from django.db import connection
from django.tasks import task


def leave_trace(number: int) -> None:
    """Note when a job begins."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_trace (number) VALUES (%s)", [number])


@task()
def quick(number: int) -> None:
    """Do nothing but note it."""
    leave_trace(number)


@task()
def slow(number: int, seconds: float) -> None:
    """Take a while, so that the worker can be killed meanwhile."""
    leave_trace(number)
    time.sleep(seconds)


@task()
def failing(number: int) -> None:
    """Fail each time."""
    leave_trace(number)
    raise ZeroDivisionError
