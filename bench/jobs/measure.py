"""The measurements, the same for each candidate."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from statistics import median, quantiles

from bench.jobs.candidates import Candidate
from django.db import connection, transaction

JOBS = 400
STARTS_WITHIN = 60.0
TAKEN_UP_WITHIN = 45.0
SLOW_SECONDS = 4.0
RETRY_WITHIN = 25.0


@dataclass(frozen=True, kw_only=True)
class Pace:
    """How fast one candidate is."""

    enqueue_ms: float
    enqueue_p95_ms: float
    per_second: float
    pick_up_ms: float


@dataclass(frozen=True, kw_only=True)
class Care:
    """What becomes of jobs when something goes wrong."""

    rolled_back_jobs: int
    failing_was_tried: int
    after_kill: str


def pace(candidate: Candidate) -> Pace:
    """Line up many small jobs, then do them."""
    _empty()
    latencies = [_timed(candidate, number) for number in range(JOBS)]
    with _working(candidate):
        _wait(lambda: _begun() >= JOBS, STARTS_WITHIN)
        pick_up = median(_pick_up(candidate, JOBS + extra) for extra in range(5))
    return Pace(
        enqueue_ms=median(latencies),
        enqueue_p95_ms=quantiles(latencies, n=20)[-1],
        per_second=_throughput(),
        pick_up_ms=pick_up,
    )


def care(candidate: Candidate) -> Care:
    """Roll a transaction back, fail, and kill."""
    _empty()
    with suppress(ZeroDivisionError), transaction.atomic():
        candidate.line_up("quick", number=-1)
        raise ZeroDivisionError
    with _working(candidate):
        candidate.line_up("failing", number=-2)
        _wait(lambda: _begun("number = -2") > 0, STARTS_WITHIN)
        _wait(lambda: _begun("number = -2") > 1, RETRY_WITHIN)
    return Care(
        rolled_back_jobs=_begun("number = -1"),
        failing_was_tried=_begun("number = -2"),
        after_kill=_after_kill(candidate),
    )


def _timed(candidate: Candidate, number: int) -> float:
    start = time.perf_counter()
    candidate.line_up("quick", number=number)
    return (time.perf_counter() - start) * 1000


def _pick_up(candidate: Candidate, number: int) -> float:
    time.sleep(0.3)
    start = time.perf_counter()
    candidate.line_up("quick", number=number)
    _wait(lambda: _begun(f"number = {number}") > 0, STARTS_WITHIN)
    return (time.perf_counter() - start) * 1000


def _throughput() -> float:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) / extract(epoch FROM max(at) - min(at)) FROM bench_trace "
            "WHERE number BETWEEN 0 AND %s", [JOBS - 1],
        )  # fmt: skip
        return float(cursor.fetchone()[0])


def _after_kill(candidate: Candidate) -> str:
    """Kill everything in the middle of a job, start anew, and see whether it begins again."""
    _empty()
    candidate.line_up("slow", number=1, seconds=SLOW_SECONDS)
    with _working(candidate):
        _wait(lambda: _begun() == 1, STARTS_WITHIN)
        time.sleep(0.5)
    with _working(candidate):
        candidate.line_up("quick", number=2)
        _wait(lambda: _begun("number = 2") == 1, STARTS_WITHIN)
        back = time.perf_counter()
        if _wait(lambda: _begun("number = 1") > 1, TAKEN_UP_WITHIN):
            return f"begun again {max(0.0, time.perf_counter() - back):.1f} s after the next worker"
    return f"not begun again in {TAKEN_UP_WITHIN:.0f} s"


@contextmanager
def _working(candidate: Candidate) -> Iterator[None]:
    """A worker that ends by SIGKILL, its children with it."""
    worker = subprocess.Popen(
        candidate.worker,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
    finally:
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()


def _begun(condition: str = "true") -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM bench_trace WHERE {condition}")  # noqa: S608 - ours
        return int(cursor.fetchone()[0])


def _empty() -> None:
    _execute("DROP TABLE IF EXISTS bench_trace")
    _execute("CREATE TABLE bench_trace (number int, at timestamptz DEFAULT clock_timestamp())")
    _execute("GRANT ALL ON bench_trace TO PUBLIC")
    _execute("TRUNCATE django_tasks_database_dbtaskresult, procrastinate_jobs CASCADE")


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _wait(question: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if question():
            return True
        time.sleep(0.005)
    return False
