"""The command that shows the demonstration: what it is told, and what it refuses."""

import socket
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from varn.project import cli
from varn.project.demo_arguments import DEFAULT_AS_OF, FIRST_DAY, read_demo_arguments
from varn.project.env import SettingError, read_environment
from varn.project.local_data import demonstration_date


def prepare(folder: Path, *arguments: str):
    environment = read_environment({"VARN_DATA": str(folder)})
    cli._prepare_demonstration(environment, arguments)
    return demonstration_date(folder)


def test_the_first_start_shows_the_usual_day(tmp_path):
    assert prepare(tmp_path) == DEFAULT_AS_OF


def test_nobody_else_on_the_machine_looks_into_a_new_folder(tmp_path):
    prepare(tmp_path / "data")

    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_the_next_start_shows_the_day_last_chosen(tmp_path):
    prepare(tmp_path, "--as-of", "2015-02-01")

    assert prepare(tmp_path) == date(2015, 2, 1)


def test_time_goes_forward_only(tmp_path):
    prepare(tmp_path, "--as-of", "2015-02-01")

    with pytest.raises(cli.NotADemonstrationError, match="VARN_DATA=var-2014-06-01"):
        prepare(tmp_path, "--as-of", "2014-06-01")

    assert demonstration_date(tmp_path) == date(2015, 2, 1)


@pytest.mark.parametrize("day", ["2014-03-02", "2014-02-30", "i går"])
def test_a_day_that_cannot_be_shown_is_explained(day, capsys):
    with pytest.raises(SystemExit):
        read_demo_arguments(["--as-of", day])

    assert "argument --as-of" in capsys.readouterr().err


def test_the_first_day_can_be_shown():
    assert read_demo_arguments(["--as-of", FIRST_DAY.isoformat()]).as_of == FIRST_DAY


@pytest.mark.parametrize("port", ["0", "65536"])
def test_a_port_that_does_not_exist_is_explained(port, capsys):
    with pytest.raises(SystemExit):
        read_demo_arguments(["--port", port])

    assert "a port is a number from 1 to 65535" in capsys.readouterr().err


def test_a_taken_port_is_said_before_anything_is_loaded(monkeypatch, tmp_path):
    monkeypatch.setattr("varn.project.management.commands.demo._ensure_assets", lambda: None)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(CommandError, match=f"Port {port} is taken"):
            call_command("demo", port=port)


def test_production_shows_no_demonstration(tmp_path):
    production = replace(read_environment({"VARN_DATA": str(tmp_path)}), is_production=True)

    with pytest.raises(SettingError, match="A demonstration runs locally"):
        cli._prepare_demonstration(production, [])

    assert demonstration_date(tmp_path) is None
