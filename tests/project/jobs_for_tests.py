"""Jobs that leave a trace of each time that they are done."""

import os
import time

from django.db import connection
from django.tasks import task

MAKE_TRACES = """
CREATE TABLE trace (number int, step text, pid int, at timestamptz DEFAULT now());
GRANT SELECT, INSERT ON trace TO PUBLIC;
"""


def leave_trace(number, step):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO trace (number, step, pid) VALUES (%s, %s, %s)", [number, step, os.getpid()]
        )


@task()
def traced(number, seconds=0.0):
    leave_trace(number, "begun")
    time.sleep(seconds)
    leave_trace(number, "done")
    return number


@task()
def failing():
    raise ZeroDivisionError("on purpose")


@task()
def unwritable():
    return object()


@task(takes_context=True)
def told_its_attempt(context):
    return context.attempt
