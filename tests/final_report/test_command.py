import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.final_report.factories import judge_all, write_whole
from tests.mandate.factories import (
    NOON,
    ActivityFactory,
    CoordinatorFactory,
    MandateFactory,
    ResultFactory,
)
from varn.final_report.actions import freeze_report
from varn.final_report.choices import ReportFormat
from varn.final_report.queries.reports import report_content
from varn.final_report.queries.versions import versions
from varn.final_report.rules.stored import fingerprint, stored
from varn.kernel.files import kept_file
from varn.mandate.actions import OutgoingFileData, freeze_document
from varn.mandate.choices import DocumentKind

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


@pytest.fixture
def frozen(mandate):
    by = CoordinatorFactory()
    judge_all(mandate, by=by)
    write_whole(mandate, by=by)
    seen = fingerprint(report_content(mandate.registry_number))
    freeze_report(mandate_id=mandate.pk, seen=seen, by=by, at=NOON)
    return versions(mandate)[0]


@pytest.mark.parametrize("form", ReportFormat.values)
def test_a_frozen_version_is_written_as_it_was_frozen(mandate, frozen, tmp_path, form):
    ResultFactory(activity=ActivityFactory(requirement=mandate.requirements.first()))
    out = tmp_path / f"report.{form}"

    call_command("final-report", mandate.registry_number, version=1, format=form, out=out)

    kept = next(each for each in frozen.files if each.file_name.endswith(f".{form}"))
    assert out.read_bytes() == kept_file(kept.sha256).read_bytes()


def test_a_version_can_be_asked_for_on_the_command_line(mandate, frozen, capsys):
    call_command("final-report", mandate.registry_number, "--version", "1", "--check")

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(frozen.files)
    assert all(line.startswith("same") for line in lines)


@pytest.fixture
def frozen_otherwise(mandate):
    """A version that another program froze: its file isn't what this one would make."""
    file = OutgoingFileData(name="report.html", data=mandate.registry_number.encode())
    return freeze_document(
        mandate_id=mandate.pk,
        kind=DocumentKind.FINAL_REPORT,
        title="Slutrapport",
        own_registry_number="",
        addressee="Regeringen",
        dated_on=NOON.date(),
        signed_by="",
        content=stored(report_content(mandate.registry_number)),
        files=[file],
        by=CoordinatorFactory(),
        at=NOON,
    )


def test_a_version_that_is_set_otherwise_today_is_told(mandate, frozen_otherwise, capsys):
    with pytest.raises(CommandError, match="kept files are unchanged"):
        call_command("final-report", mandate.registry_number, version=1, check=True)

    assert "DIFFERS  report.html" in capsys.readouterr().out


def test_a_version_that_is_not_there_names_those_that_are(mandate, frozen, tmp_path):
    with pytest.raises(CommandError, match=r"No version 7 is frozen. Frozen: 1\."):
        call_command(
            "final-report", mandate.registry_number, version=7, out=tmp_path / "report.pdf"
        )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({}, "--out FILE"),
        ({"check": True}, "--version N"),
        ({"check": True, "version": 1}, "Frozen: none"),
    ],
)
def test_what_the_command_needs_is_told(mandate, options, told):
    with pytest.raises(CommandError, match=told):
        call_command("final-report", mandate.registry_number, **options)


@pytest.mark.parametrize("form", ReportFormat.values)
def test_a_report_is_rebuilt_from_its_content_file(mandate, frozen, tmp_path, form):
    content, out = tmp_path / "content.json", tmp_path / f"report.{form}"

    call_command("final-report", mandate.registry_number, version=1, format="content", out=content)
    call_command("final-report", content=content, format=form, out=out)

    kept = next(each for each in frozen.files if each.file_name.endswith(f".{form}"))
    assert out.read_bytes() == kept_file(kept.sha256).read_bytes()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (b"%PDF-1.7", "isn't JSON"),
        (b"[1]", "--format content"),
        (b'{"format": "varn.final-report/1"}', "--format content"),
    ],
)
def test_a_file_that_is_no_content_file_is_told(tmp_path, written, told):
    content = tmp_path / "content.json"
    content.write_bytes(written)

    with pytest.raises(CommandError, match=told):
        call_command("final-report", content=content, out=tmp_path / "report.pdf")


def test_a_content_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError, match="Could not read"):
        call_command("final-report", content=tmp_path / "no.json", out=tmp_path / "report.pdf")


@pytest.mark.parametrize(
    ("number", "options", "told"),
    [
        ([], {}, "--content FILE"),
        (["S2014/1695/FST"], {"content": "content.json"}, "name only the file"),
        ([], {"content": "content.json", "version": 1}, "name only the file"),
        ([], {"content": "content.json", "check": True}, "--version N"),
    ],
)
def test_one_source_must_be_named(number, options, told):
    with pytest.raises(CommandError, match=told):
        call_command("final-report", *number, out="report.pdf", **options)
