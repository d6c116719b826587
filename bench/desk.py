"""Milliseconds of the desk at scale: 50 mandates, 5 000 activities, 100 000 results and vouchers.

Beside the time by the clock stands the work: what Python and PostgreSQL themselves used of a core.
It says more where the machine does other things too.
"""

import importlib
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
TICKS = 1000 / os.sysconf("SC_CLK_TCK")  # milliseconds
PAGES = {  # address, and how slow its p95 may be in milliseconds
    "desk": ("/sv/arbete/", 100),
    "desk: with meetings and money": ("/sv/arbete/?mandate=1", 100),
    "mandate": ("/sv/arbete/uppdrag/1/", 150),
    "vouchers": ("/sv/arbete/uppdrag/1/pengar/bokforing/", 150),
    "money": ("/sv/arbete/uppdrag/1/pengar/", 150),
    "search: a common word": ("/sv/arbete/sok/?q=hotell", 200),
    "search: two words": ("/sv/arbete/sok/?q=kommuner+utbildning", 200),
    "search: misspelt": ("/sv/arbete/sok/?q=Socialstyrelesn", 200),
    "search: part of a compound": ("/sv/arbete/sok/?q=mottagning", 200),
    "search: a registry number": ("/sv/arbete/sok/?q=S2014%2F1695", 200),
    "search: found nowhere": ("/sv/arbete/sok/?q=zxqwvk", 200),
    "palette: a common word": ("/sv/arbete/sok/?part=1&q=hotell", 200),
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
            server = int((cluster.data / "postmaster.pid").read_text().split()[0])
            return _measure(server)


def _measure(server: int) -> int:
    from bench.desk_rows import fill  # noqa: PLC0415 - after Django is set up
    from django.db import connections  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    call_command("demo", "--no-serve", verbosity=0, stdout=io.StringIO())
    call_command("collectstatic", interactive=False, verbosity=0)
    begun = time.perf_counter()
    print(f"{fill()}, filled in {time.perf_counter() - begun:.0f} s", flush=True)
    importlib.import_module("varn.project.wsgi")  # what the server does as it starts
    client = Client(headers={"host": "localhost"})
    client.post("/sv/konto/demonstration/national-coordinator/")
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(
        f"{'page':32}{'median':>7}{'p95':>6}{'Python':>8}{'PostgreSQL':>12}{'queries':>9}{'kB':>6}"
    )
    kept = [_row(name, address, goal, client, server) for name, (address, goal) in PAGES.items()]
    for connection in connections.all():
        connection.close()
        connection.close_pool()
    return 0 if all(kept) else 1


def _row(name: str, address: str, goal: int, client: object, server: int) -> bool:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    asked = len(queries)  # forgotten with the next request
    if response.status_code != HTTPStatus.OK:
        raise SystemExit(f"{address} answered {response.status_code}")
    if os.environ.get("VARN_BENCH_SLOW"):
        _show_slow(queries)
    python, database = time.process_time(), _work_of(server)
    times = sorted(_time(client, address) for _ in range(ROUNDS))
    python = (time.process_time() - python) * 1000 / ROUNDS
    database = (_work_of(server) - database) / ROUNDS
    p95 = quantiles(times, n=20)[-1]
    missed = p95 > goal
    size = len(response.content) / 1000
    mark = f"  over {goal}" if missed else ""
    print(f"{name:32}{median(times):7.0f}{p95:6.0f}{python:8.0f}{database:12.0f}"
          f"{asked:9d}{size:6.0f}{mark}", flush=True)  # fmt: skip
    return not missed


def _work_of(server: int) -> float:
    """Milliseconds of a core that the processes of a PostgreSQL have used; 0 where not Linux."""
    used = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parts = path.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        if int(parts[1]) == server:
            used += int(parts[11]) + int(parts[12])
    return used * TICKS


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
