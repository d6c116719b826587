import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.mandate.factories import MandateFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def mandate():
    return MandateFactory()


@pytest.mark.parametrize(
    ("form", "start"), [("pdf", b"%PDF-"), ("html", b"<!doctype html>"), ("json", b"{")]
)
def test_each_format_is_written(mandate, tmp_path, form, start):
    out = tmp_path / f"report.{form}"

    call_command("final-report", mandate.registry_number, format=form, out=out)

    assert out.read_bytes().startswith(start)
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_the_language_can_be_chosen(mandate, tmp_path):
    out = tmp_path / "report.html"

    call_command("final-report", mandate.registry_number, format="html", out=out, language="en")

    assert '<html lang="en">' in out.read_text()
    assert "Your reference" in out.read_text()


def test_the_data_file_holds_whole_check_sums_and_ore(mandate, tmp_path):
    out = tmp_path / "report.json"

    call_command("final-report", mandate.registry_number, format="json", out=out)

    report = json.loads(out.read_text())
    assert report["format"] == "varn.final-report/1"
    assert report["decision"]["sha256"] == mandate.decision.sha256
    assert report["grants"][0]["amount_ore"] == 300_000_000


def test_an_unknown_number_names_those_that_are_known(mandate, tmp_path):
    with pytest.raises(CommandError, match=mandate.registry_number) as caught:
        call_command("final-report", "S1900/1/X", out=tmp_path / "report.pdf")

    assert caught.value.returncode == 1
    assert list(tmp_path.iterdir()) == []


def test_without_any_mandate_it_says_what_to_do(tmp_path):
    with pytest.raises(CommandError, match="Start one from a decision"):
        call_command("final-report", "S1900/1/X", out=tmp_path / "report.pdf")


def test_a_folder_that_is_missing_is_named(mandate, tmp_path):
    with pytest.raises(CommandError, match="does not exist"):
        call_command("final-report", mandate.registry_number, out=tmp_path / "no" / "report.pdf")


def test_a_folder_is_no_file(mandate, tmp_path):
    with pytest.raises(CommandError, match="is a folder"):
        call_command("final-report", mandate.registry_number, out=tmp_path)


def test_a_place_that_refuses_is_named_and_nothing_is_left(mandate):
    with pytest.raises(CommandError, match=r"Could not write /proc/report\.pdf"):
        call_command("final-report", mandate.registry_number, out="/proc/report.pdf")


def test_an_older_report_stays_whole_until_the_new_one_is_done(mandate, tmp_path):
    out = tmp_path / "report.pdf"
    out.write_bytes(b"the report of last year")

    with pytest.raises(CommandError):
        call_command("final-report", "S1900/1/X", out=out)

    assert out.read_bytes() == b"the report of last year"
