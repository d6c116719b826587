import json

import pytest
from django.core.management import CommandError, call_command

from tests.mandate.factories import LETTER, CoordinatorFactory
from varn.accounts.models import User
from varn.mandate.models import Decision

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "beslut.txt"
    path.write_text(LETTER.format(number=3))
    return path


def test_a_decision_is_taken_in_from_the_command_line_once(letter, capsys):
    by = CoordinatorFactory()

    call_command("decision", "import", str(letter), str(letter), "--by", by.email)

    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert Decision.objects.get().uploaded_by == by
    assert first["kind"] == "assignment"
    assert first["facts"] == second["facts"] > 10


def test_a_file_that_is_none_says_so_and_takes_nothing_in(tmp_path, capsys):
    with pytest.raises(SystemExit):
        call_command(
            "decision", "import", str(tmp_path / "ingen.txt"), "--by", CoordinatorFactory().email
        )

    assert "not_readable" in capsys.readouterr().out


def test_a_stranger_hands_nothing_in(letter):
    with pytest.raises(CommandError, match="Nobody signs in"):
        call_command("decision", "import", str(letter), "--by", "ingen@varn.example")


def test_somebody_who_may_not_hands_nothing_in(letter):
    User.objects.create_user("chef@varn.example", name="Chef")

    with pytest.raises(CommandError, match="may not"):
        call_command("decision", "import", str(letter), "--by", "chef@varn.example")
