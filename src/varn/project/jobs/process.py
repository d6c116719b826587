"""A worker's process: `python -m varn.project.jobs.process PARENT POLL_SECONDS`.

Started by the supervisor; it stops by itself when the supervisor is gone.
"""

import signal
import sys
import threading

import django


def main(parent: int, poll_seconds: float) -> None:
    """Work until SIGTERM or SIGINT; a job that has begun is finished first."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    django.setup()
    from varn.project.jobs.worker import work  # noqa: PLC0415 - models exist from here on

    work(stop=stop, parent=parent, poll_seconds=poll_seconds)


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
