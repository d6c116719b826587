from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.audit.trail import linked, tamper, written

pytestmark = pytest.mark.django_db


def varn_audit(*arguments):
    said = StringIO()
    call_command("audit", *arguments, stdout=said)
    return said.getvalue()


def test_link_says_how_many_and_head_says_where(outside):
    written("a", "b")

    assert varn_audit("link").startswith("2 entries linked")
    assert str(outside / "heads") in varn_audit("head")


def test_verify_says_what_it_has_seen():
    linked("a", "b")
    varn_audit("head")

    said = varn_audit("verify")

    assert said.startswith("2 links, 1 exported heads, 1 entries not linked yet")
    assert "whole" in said


def test_verify_fails_with_the_first_break_in_plain_words():
    linked("a", "b")
    tamper("UPDATE audit_entry SET subject = 'x' WHERE subject = 'b'")

    with pytest.raises(CommandError, match=r"2") as error:
        varn_audit("verify")

    assert error.value.returncode == 1


def test_a_head_of_nothing_says_what_to_do():
    with pytest.raises(CommandError, match="varn audit link"):
        varn_audit("head")


def test_a_missing_key_says_what_to_do(settings):
    linked("a")
    settings.CHAIN_SIGNING_KEY_FILE = None

    with pytest.raises(CommandError, match="VARN_CHAIN_SIGNING_KEY is missing"):
        varn_audit("verify")
