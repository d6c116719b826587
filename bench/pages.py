"""Milliseconds and queries of the main pages, in one process, on the demonstration's data."""

import io
import os
import tempfile
import time
from datetime import date
from http import HTTPStatus
from pathlib import Path
from statistics import median, quantiles

import django
from django.core.management import call_command

from varn.project.cli import create_database
from varn.project.embedded import cluster_in, running
from varn.project.local_data import mark_demonstration

DATABASE = "varn_bench_pages"
ROUNDS = 40
PAGES = {
    "start page (public)": "/sv/",
    "today": "/sv/arbete/",
    "mandate": "/sv/arbete/uppdrag/1/",
    "reading a decision": "/sv/arbete/beslut/1/",
    "directory": "/sv/arbete/katalog/",
    "report, preview": "/sv/arbete/slutrapport/1/",
    "report, PDF": "/sv/arbete/slutrapport/1/pdf/",
}


def main() -> None:
    """Load the demonstration into a database of its own and time its pages."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        mark_demonstration(data, as_of=date(2014, 11, 15))
        with running(cluster_in(data)) as cluster:
            create_database(cluster, DATABASE)
            os.environ |= {
                "VARN_DATA": str(data),
                "DATABASE_URL": cluster.url(DATABASE),
                "DJANGO_SETTINGS_MODULE": "varn.project.settings.local",
            }
            django.setup()
            _measure()


def _measure() -> None:
    from django.db import connections  # noqa: PLC0415 - after Django is set up
    from django.test import Client  # noqa: PLC0415

    call_command("demo", "--no-serve", verbosity=0, stdout=io.StringIO())
    call_command("collectstatic", interactive=False, verbosity=0)
    client = Client(headers={"host": "localhost"})
    client.post("/sv/konto/demonstration/national-coordinator/")
    print(f"{'page':24}{'median ms':>10}{'p95 ms':>8}{'queries':>9}{'kB':>7}")
    for name, address in PAGES.items():
        _row(name, address, client)
    for connection in connections.all():
        connection.close()
        connection.close_pool()


def _row(name: str, address: str, client: object) -> None:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    count = len(queries)
    if response.status_code != HTTPStatus.OK:
        raise SystemExit(f"{address} answered {response.status_code}")
    times = sorted(_time(client, address) for _ in range(ROUNDS))
    p95 = quantiles(times, n=20)[-1]
    size = len(response.content) / 1000
    print(f"{name:24}{median(times):10.0f}{p95:8.0f}{count:9d}{size:7.0f}")


def _time(client: object, address: str) -> float:
    before = time.perf_counter()
    client.get(address)
    return (time.perf_counter() - before) * 1000


if __name__ == "__main__":
    main()
