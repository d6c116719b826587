import os
import shutil
import stat
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from varn.project.embedded import DatabaseStartError, cluster_in, identify, running

KEEP_UP = """
import sys, time
from pathlib import Path
from varn.project.embedded import cluster_in, running
with running(cluster_in(Path(sys.argv[1]), fast=True)):
    print("up", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def cluster(tmp_path):
    return cluster_in(tmp_path / "data", fast=True)


def answers(cluster):
    with suppress(psycopg.OperationalError), psycopg.connect(cluster.url()) as connection:
        return connection.execute("SELECT 1").fetchone() == (1,)
    return False


def modes_above(folder):
    return {path: stat.S_IMODE(path.stat().st_mode) for path in folder.parents if path.exists()}


def test_a_database_runs_while_it_is_used_and_no_longer(cluster):
    with running(cluster):
        assert answers(cluster)

    assert not answers(cluster)


def test_what_was_written_is_there_the_next_time(cluster):
    with running(cluster), psycopg.connect(cluster.url(), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (word text)")

    with running(cluster), psycopg.connect(cluster.url()) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)


def test_the_last_user_stops_it(cluster):
    with running(cluster):
        with running(cluster):
            pass

        assert answers(cluster)


def test_a_user_that_was_killed_does_not_keep_it_from_others(cluster, tmp_path):
    other = subprocess.Popen(
        [sys.executable, "-c", KEEP_UP, str(tmp_path / "data")], stdout=subprocess.PIPE
    )
    other.stdout.readline()
    other.kill()
    other.wait()
    other.stdout.close()

    with running(cluster):
        assert answers(cluster)

    assert not answers(cluster)


def test_no_mode_of_an_existing_folder_is_changed(cluster, tmp_path):
    python = Path(sys.executable)
    before = modes_above(tmp_path / "data") | modes_above(python)

    with running(cluster):
        pass

    assert modes_above(tmp_path / "data") | modes_above(python) == before


def test_only_its_own_user_enters_the_data(cluster):
    with running(cluster):
        assert stat.S_IMODE(cluster.data.stat().st_mode) == 0o700
        assert stat.S_IMODE(cluster.socket_folder.stat().st_mode) == 0o700


def test_a_folder_made_anew_in_the_same_place_has_a_new_database(tmp_path):
    data = tmp_path / "data"
    identify(data)
    before = cluster_in(data)
    shutil.rmtree(data)

    identify(data)

    assert cluster_in(data).socket_folder != before.socket_folder or os.geteuid() != 0


def test_nobody_else_on_the_machine_looks_into_a_new_folder(tmp_path):
    identify(tmp_path / "data")

    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_it_listens_on_no_network_address(cluster):
    with running(cluster), psycopg.connect(cluster.url()) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_that_somebody_else_made_is_not_used(cluster):
    cluster.socket_folder.mkdir(parents=True)
    os.chown(cluster.socket_folder, 12345, 12345)

    with pytest.raises(DatabaseStartError, match="belongs to somebody else"), running(cluster):
        pass
