"""Milliseconds of the desk at scale: 50 mandates, 5 000 activities, 100 000 results."""

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

DATABASE = "varn_bench_desk"
ROUNDS = 60
PAGES = {  # address, and how slow its p95 may be in milliseconds
    "desk": ("/sv/arbete/", 100),
    "mandate": ("/sv/arbete/uppdrag/1/", 150),
    "search: a common word": ("/sv/arbete/sok/?q=hotell", None),
    "search: two words": ("/sv/arbete/sok/?q=kommuner+utbildning", None),
    "search: misspelt": ("/sv/arbete/sok/?q=Socialstyrelesn", None),
    "search: part of a compound": ("/sv/arbete/sok/?q=mottagning", None),
    "search: a registry number": ("/sv/arbete/sok/?q=S2014%2F1695", None),
    "search: found nowhere": ("/sv/arbete/sok/?q=zxqwvk", None),
    "palette: a common word": ("/sv/arbete/sok/?part=1&q=hotell", None),
}


def main() -> int:
    """Fill a database of its own, time the pages, and say which goals are missed."""
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
            return _measure()


def _measure() -> int:
    from bench.desk_rows import fill  # noqa: PLC0415 - after Django is set up
    from django.db import connections  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    call_command("demo", "--no-serve", verbosity=0, stdout=io.StringIO())
    call_command("collectstatic", interactive=False, verbosity=0)
    begun = time.perf_counter()
    print(f"{fill()}, filled in {time.perf_counter() - begun:.0f} s", flush=True)
    client = Client(headers={"host": "localhost"})
    client.post("/sv/konto/demonstration/national-coordinator/")
    print(f"{'page':28}{'median ms':>10}{'p95 ms':>8}{'queries':>9}{'kB':>7}")
    kept = [_row(name, address, goal, client) for name, (address, goal) in PAGES.items()]
    for connection in connections.all():
        connection.close()
        connection.close_pool()
    return 0 if all(kept) else 1


def _row(name: str, address: str, goal: int | None, client: object) -> bool:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    if response.status_code != HTTPStatus.OK:
        raise SystemExit(f"{address} answered {response.status_code}")
    if os.environ.get("VARN_BENCH_SLOW"):
        _show_slow(queries)
    times = sorted(_time(client, address) for _ in range(ROUNDS))
    p95 = quantiles(times, n=20)[-1]
    missed = goal is not None and p95 > goal
    size = len(response.content) / 1000
    mark = f"  over {goal}" if missed else ""
    print(f"{name:28}{median(times):10.0f}{p95:8.0f}{len(queries):9d}{size:7.0f}{mark}", flush=True)
    return not missed


def _show_slow(queries: object) -> None:
    """Print the queries that take longest, for whoever looks for them."""
    for query in sorted(queries.captured_queries, key=lambda each: -float(each["time"]))[:4]:
        print(f"    {query['time']} s  {query['sql'][:700]}")


def _time(client: object, address: str) -> float:
    before = time.perf_counter()
    client.get(address)
    return (time.perf_counter() - before) * 1000


if __name__ == "__main__":
    raise SystemExit(main())
