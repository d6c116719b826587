"""`varn decision read`: one JSON object a file, a clear word for each that can't be read."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from tests.mandate.reading.letters import DIRECTIONS, LETTER


def read(*files) -> list[dict]:
    out = StringIO()
    call_command("decision", "read", *map(str, files), stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_files_are_read_in_the_order_given(tmp_path):
    letter, directions = tmp_path / "b.txt", tmp_path / "a.md"
    letter.write_text(LETTER, encoding="utf-8")
    directions.write_text(DIRECTIONS, encoding="utf-16")

    first, second = read(letter, directions)

    assert (first["file"], first["kind"]) == (str(letter), "assignment")
    assert (second["file"], second["kind"]) == (str(directions), "appropriation_directions")


def test_every_fact_carries_its_place_in_the_text(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")

    (facts,) = read(path)

    start, end = facts["spans"]["title"]
    assert LETTER[start:end] == facts["title"]
    assert [LETTER[s:e] for s, e in facts["spans"]["signatories"]] == facts["signatories"]
    assert LETTER[slice(*facts["grants"][0]["span"])] == "2 500 000 kronor"


def test_a_file_that_cannot_be_read_says_why_and_the_others_are_read(tmp_path, capsys):
    good, missing, strange = tmp_path / "a.txt", tmp_path / "none.txt", tmp_path / "x.exe"
    good.write_text(LETTER, encoding="utf-8")
    strange.write_bytes(b"x")
    out = StringIO()

    with pytest.raises(SystemExit) as stop:
        call_command("decision", "read", str(missing), str(strange), str(good), stdout=out)

    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert stop.value.code == 1
    assert [answer.get("error", {}).get("code") for answer in answers] == [
        "not_readable",
        "unsupported_type",
        None,
    ]
