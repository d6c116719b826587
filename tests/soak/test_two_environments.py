"""Two clean environments, in other folders and under other settings, make the same files."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.final_report.samples import FULL
from varn.final_report.choices import ReportFormat
from varn.final_report.rules.stored import stored

ROOT = Path(__file__).resolve().parents[2]
UV = ROOT / ".tools" / "bin" / "uv"
LEFT_OUT = shutil.ignore_patterns(
    ".*cache",
    ".git",
    ".hypothesis",
    ".tools",
    ".venv",
    "*.mo",
    "__pycache__",
    "node_modules",
    "var",
)
PLACES = {
    "here": {"TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    "a folder/further away": {"TZ": "America/Adak", "LC_ALL": "C", "PYTHONHASHSEED": "2"},
}
MADE = [*((form, "sv") for form in ReportFormat.values), ("pdf", "en")]

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not UV.exists(), reason="uv is not set up: run make setup"),
]


def test_two_clean_environments_make_the_same_bytes(tmp_path):
    content = tmp_path / "content.json"
    content.write_text(json.dumps(stored(FULL)))

    first, second = (
        check_sums(installed(tmp_path / place), content, surroundings)
        for place, surroundings in PLACES.items()
    )

    assert len(first) == len(MADE)
    assert first == second


def installed(folder):
    """A copy of the checkout with an environment of its own, as the lock says."""
    checkout = folder / "varn"
    shutil.copytree(ROOT, checkout, ignore=LEFT_OUT)
    python = str(Path(sys.executable).resolve())
    kept = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}  # noqa: TID251
    run([UV, "sync", "--frozen", "--no-dev", "--quiet", "--python", python], checkout, kept)
    return checkout


def check_sums(checkout, content, surroundings):
    """The check sum of the report in every form, made as if by another person."""
    home = checkout.parent / "home"
    home.mkdir()
    varn = checkout / ".venv" / "bin" / "varn"
    given = {
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
        "VARN_DATA": str(home / "data"),
        **surroundings,
    }
    run([varn, "messages", "compile"], checkout, given)
    return [made(varn, content, form, language, given) for form, language in MADE]


def made(varn, content, form, language, surroundings):
    out = Path(surroundings["HOME"]) / f"report-{language}.{form}"
    wanted = ["--format", form, "--language", language, "--out", out]
    run([varn, "final-report", "--content", content, *wanted], out.parent, surroundings)
    return hashlib.sha256(out.read_bytes()).hexdigest()


def run(command, folder, surroundings):
    done = subprocess.run(
        command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
