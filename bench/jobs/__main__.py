"""Measure ways of doing jobs: `uv run --isolated --group bench python -m bench.jobs`."""

import os
import tempfile
from dataclasses import asdict
from pathlib import Path
from statistics import median

import django
from django.core.management import call_command

from varn.project.cli import create_database
from varn.project.embedded import cluster_in, running

DATABASE = "varn_bench_jobs"
ROUNDS = 3


def main() -> None:
    """Measure each candidate on a fresh, durable PostgreSQL and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        data.mkdir()
        with running(cluster_in(data)) as cluster:
            create_database(cluster, DATABASE)
            os.environ |= {
                "VARN_DATA": str(data),
                "DATABASE_URL": cluster.url(DATABASE),
                "DJANGO_SETTINGS_MODULE": "bench.jobs.settings",
            }
            _measure_all()


def _measure_all() -> None:
    django.setup()
    call_command("migrate", verbosity=0)
    from bench.jobs.candidates import CANDIDATES  # noqa: PLC0415
    from bench.jobs.measure import care, pace  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415 - after Django is set up

    paces: dict[str, list[dict[str, float]]] = {each.name: [] for each in CANDIDATES}
    for _ in range(ROUNDS):  # in turns, so that a busy machine is busy for all
        for each in CANDIDATES:
            paces[each.name].append(asdict(pace(each)))
    for each in CANDIDATES:
        figures = {
            name: f"{median(one[name] for one in paces[each.name]):.1f}"
            for name in paces[each.name][0]
        }
        for name, shown in {"candidate": each.name, **figures, **asdict(care(each))}.items():
            print(f"{name:20} {shown}")
        print(flush=True)
    connection.close()


if __name__ == "__main__":
    main()
