"""What somebody with every right in the database could do, and how it is found."""

import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import connection

from tests.audit.trail import LATER, NOON, linked, tamper, written
from varn.audit.actions import (
    EmptyChainError,
    export_head,
    link_all_entries,
    queue_forgotten_entries,
    verify_chain,
)
from varn.audit.choices import Break
from varn.audit.gateways import SigningKeyError
from varn.audit.models import ChainLink, Entry
from varn.audit.queries import chain_state
from varn.audit.rules.heads import public_key_of, signed

pytestmark = pytest.mark.django_db


def found():
    finding = verify_chain(at=LATER).finding
    return finding and (finding.kind, finding.position)


def test_an_untouched_trail_is_whole():
    linked("a", "b", "c")
    export_head(at=LATER)

    verdict = verify_chain(at=LATER)

    assert (verdict.links, verdict.heads, verdict.finding) == (3, 1, None)


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE audit_entry SET subject = 'x' WHERE subject = 'b'", (Break.CONTENT, 2)),
        ("UPDATE audit_entry SET at = at + interval '1 s' WHERE subject = 'b'", (Break.CONTENT, 2)),
        ("UPDATE audit_entry SET details = '{}' WHERE subject = 'c'", (Break.CONTENT, 3)),
        ("DELETE FROM audit_chainlink WHERE position = 2", (Break.MISSING, 2)),
        ("DELETE FROM audit_chainlink WHERE position = 1", (Break.MISSING, 1)),
        (
            "UPDATE audit_chainlink SET hash = repeat('a', 64) WHERE position = 1",
            (Break.CONTENT, 1),
        ),
        (
            "UPDATE audit_chainlink SET previous_hash = repeat('a', 64) WHERE position = 2",
            (Break.ORDER, 2),
        ),
        (
            "UPDATE audit_chainlink SET linked_at = linked_at + interval '1 s' WHERE position = 3",
            (Break.CONTENT, 3),
        ),
    ],
)
def test_what_was_changed_is_found_where_it_was_changed(statement, finding):
    linked("a", "b", "c", "d")
    tamper(statement)

    assert found() == finding


def test_a_cut_off_end_is_found_by_the_exported_head():
    linked("a", "b", "c")
    export_head(at=LATER)
    tamper("DELETE FROM audit_chainlink WHERE position = 3")
    tamper("DELETE FROM audit_unlinked")
    tamper("DELETE FROM audit_entry WHERE subject IN ('c', 'audit.chain')")

    assert found() == (Break.HEAD_BEYOND, 3)


def test_a_chain_that_is_rewritten_throughout_is_found_by_the_exported_head():
    linked("a", "b")
    export_head(at=LATER)
    tamper("DELETE FROM audit_chainlink")
    tamper("UPDATE audit_entry SET subject = 'x' WHERE subject = 'b'")
    queue_forgotten_entries()
    link_all_entries(at=LATER)

    assert found() == (Break.HEAD_OFF_CHAIN, 2)


def test_an_entry_hidden_from_linking_is_found_and_can_be_lined_up_again():
    (entry,) = written("a")
    connection.cursor().execute("DELETE FROM audit_unlinked")

    before = verify_chain(at=NOON.replace(hour=13)).finding
    forgotten = queue_forgotten_entries()
    link_all_entries(at=LATER)

    assert (before.kind, before.position) == (Break.UNLINKED, entry.pk)
    assert forgotten == 1
    assert found() is None


def test_a_young_entry_may_wait_for_its_link():
    written("a")

    assert found() is None


def test_a_head_signed_by_a_stranger_is_found(outside):
    linked("a")
    exported = export_head(at=LATER)
    exported.path.write_text(signed(exported.head, Ed25519PrivateKey.generate()))

    assert found()[0] == Break.HEAD_SIGNATURE


@pytest.mark.parametrize("part", ["position", "hash", "count", "at"])
def test_a_head_that_was_changed_after_it_was_signed_is_found(part):
    linked("a")
    path = export_head(at=LATER).path
    document = json.loads(path.read_text())
    document[part] = {"hash": "f" * 64, "at": NOON.isoformat()}.get(part, 9)
    path.write_text(json.dumps(document))

    assert found()[0] == Break.HEAD_SIGNATURE


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"position": []}', "\x00"])
def test_a_head_that_can_not_be_read_is_named(text):
    linked("a")
    path = export_head(at=LATER).path
    path.write_text(text)

    verdict = verify_chain(at=LATER)

    assert verdict.finding.kind == Break.HEAD_UNREADABLE
    assert path.name in str(verdict.finding)


def test_heads_of_an_earlier_key_hold_where_that_key_is_trusted(settings):
    linked("a")
    earlier = Ed25519PrivateKey.generate()
    settings.CHAIN_SIGNING_KEY = earlier.private_bytes_raw().hex()
    export_head(at=LATER)
    settings.CHAIN_SIGNING_KEY = None

    distrusted = verify_chain(at=LATER).finding
    trusted = verify_chain(at=LATER, trusted_keys=[public_key_of(earlier)]).finding

    assert distrusted.kind == Break.HEAD_SIGNATURE
    assert trusted is None


def test_a_local_key_is_made_once_and_readable_by_its_owner_only(outside):
    linked("a")
    export_head(at=LATER)
    seed = (outside / "key").read_text()

    export_head(at=NOON)

    assert (outside / "key").stat().st_mode & 0o777 == 0o600
    assert (outside / "key").read_text() == seed
    assert len(list((outside / "heads").glob("*.json"))) == 2


def test_without_a_key_no_head_is_written_and_the_remedy_is_said(settings):
    linked("a")
    settings.CHAIN_SIGNING_KEY_FILE = None

    with pytest.raises(SigningKeyError, match="openssl rand -hex 32"):
        export_head(at=LATER)

    assert not settings.CHAIN_HEADS.exists()


def test_an_empty_chain_has_no_head():
    with pytest.raises(EmptyChainError):
        export_head(at=LATER)


def test_each_verification_leaves_its_own_entry():
    linked("a")
    whole = verify_chain(at=LATER) and chain_state()
    tamper("UPDATE audit_entry SET subject = 'x' WHERE subject = 'a'")
    broken = verify_chain(at=LATER) and chain_state()

    assert (whole.is_broken, broken.is_broken) == (False, True)
    assert "1" in broken.finding
    assert ChainLink.objects.count() == 1
    assert Entry.objects.filter(event__startswith="audit.chain").count() == 2
