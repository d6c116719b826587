"""A worker that runs beside a server in one command, as in the demonstration."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

PROGRAM = "from varn.project.cli import main; main()"


@contextmanager
def worker_beside(*, processes: int = 1) -> Iterator[None]:
    """Keep `varn worker` running meanwhile; it also stops by itself if this process is killed."""
    worker = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-c", PROGRAM, "worker",
         "--processes", str(processes), "--beside", str(os.getpid())]
    )  # fmt: skip
    try:
        yield
    finally:
        worker.terminate()
        worker.wait()
