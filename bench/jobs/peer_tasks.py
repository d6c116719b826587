"""The measured jobs, for procrastinate."""

import time

from bench.jobs.tasks import leave_trace
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app


@app.task
def quick(number: int) -> None:
    """Do nothing but note it."""
    leave_trace(number)


@app.task
def slow(number: int, seconds: float) -> None:
    """Take a while, so that the worker can be killed meanwhile."""
    leave_trace(number)
    time.sleep(seconds)


@app.task(retry=RetryStrategy(max_attempts=5, wait=5))
def failing(number: int) -> None:
    """Fail each time."""
    leave_trace(number)
    raise ZeroDivisionError
